import Foundation
import NDArray
import Testing

/// What NumPy 2.4 gives where the arithmetic on the way would overflow, underflow or have no end.
@Suite("Values at the edges")
struct EdgeValueTests {
  @Test("arange where the quotient underflows or the step is infinite")
  func floatRanges() {
    #expect(NDArray<Double>.arange(0, 6e-306, 1e21).elements == [0])
    #expect(NDArray<Double>.arange(0, 1, .infinity).elements == [0])
    #expect(NDArray<Double>.arange(0, -1, -.infinity).elements == [0])
    #expect(NDArray<Double>.arange(0, -1, .infinity).elements == [])
    #expect(NDArray<Double>.arange(5, 1, .infinity).elements == [])
    #expect(NDArray<Double>.arange(1, 1, .infinity).elements == [])
    #expect(NDArray<Double>.arange(0, -6e-306, 1e21).elements == [])
    #expect(NDArray<Float>.arange(0, 1e-38, 1e30).elements == [0])
  }

  @Test("arange of integers as far as they go")
  func integerRanges() {
    let half: UInt64 = 1 << 63
    #expect(NDArray<UInt64>.arange(half, half + 3).elements == [half, half + 1, half + 2])
    #expect(NDArray<UInt>.arange(.max - 2, .max).elements == [.max - 2, .max - 1])
    #expect(NDArray<UInt64>.arange(0, .max, half).elements == [0, half])
    let quarter = 1 << 62
    #expect(NDArray<Int>.arange(.min, .max, quarter).elements == [.min, -quarter, 0, quarter])
    #expect(NDArray<Int>.arange(.max, .min, .min).elements == [.max, -1])
    #expect(NDArray<Int8>.arange(-128, 127, 100).elements == [-128, -28, 72])
    #expect(NDArray<Int8>.arange(127, -128, -100).elements == [127, 27, -73])
  }

  @Test("geomspace between numbers whose product is none")
  func geometric() {
    #expect(
      NDArray<Double>.geomspace(1e-200, 1e-190, count: 3).elements == [1e-200, 1e-195, 1e-190])
    #expect(NDArray<Double>.geomspace(-1e300, -1e-300, count: 3).elements == [-1e300, -1, -1e-300])
    #expect(
      NDArray<Double>.geomspace(1, .infinity, count: 3).elements == [1, .infinity, .infinity])
    #expect(NDArray<Double>.geomspace(1e200, 1e300, count: 2).elements == [1e200, 1e300])
    #expect(isNaN(NDArray<Double>.geomspace(.nan, 1, count: 3)[..<2]).all())
    let columns: NDArray<Double> = .geomspace([1, -2], [100, -200], count: 3)
    #expect(allClose(columns, [[1, -2], [10, -20], [100, -200]]))
    #expect(columns[-1] == NDArray([100, -200]))
  }

  @Test("linspace between arrays")
  func spans() {
    let rows: NDArray<Double> = .linspace([0, 10], [1, 20], count: 3)
    #expect(rows == NDArray([[0, 10], [0.5, 15], [1, 20]]))
    #expect(NDArray<Double>.linspace([0, 10], [1, 20], count: 3, axis: 1) == rows.T)
    #expect(NDArray<Double>.linspace([0, 10], [1, 20], count: 3, axis: -1) == rows.T)
    #expect(
      NDArray<Double>.linspace([[0], [1]], [2, 4], count: 2, endpoint: false)
        == NDArray([[[0.0, 0], [1, 1]], [[1, 2], [1.5, 2.5]]]))
    #expect(
      NDArray<Double>.linspace([1, 1], [1, 2], count: 3) == NDArray([[1, 1], [1, 1.5], [1, 2]]))
    #expect(NDArray<Double>.linspace([1], [2], count: 0).shape == [0, 1])
    #expect(NDArray<Double>.linspace([1], [2], count: 1) == NDArray([[1.0]]))
    #expect(
      NDArray<Double>.logspace([0, 1], [2, 3], count: 2) == NDArray([[1.0, 10], [100, 1000]]))
  }

  @Test("tril and triu of a vector, and diagonals beyond the corners")
  func triangles() {
    let v: NDArray<Double> = [1, 2, 3]
    #expect(v.tril() == NDArray([[1, 0, 0], [1, 2, 0], [1, 2, 3]]))
    #expect(v.triu(k: 1) == NDArray([[0, 2, 3], [0, 0, 3], [0, 0, 0]]))
    #expect(v[0..<0].tril().shape == [0, 0])
    let a = NDArray<Double>.arange(6).reshaped([2, 3]) + 1
    #expect(a.tril(k: .max) == a && a.triu(k: .min) == a)
    #expect(a.tril(k: .min) == a * 0 && a.triu(k: .max) == a * 0)
    #expect(NDArray<Int>.tri(2, 3, k: .max) == NDArray<Int>.ones([2, 3]))
    #expect(NDArray<Int>.tri(2, 3, k: .min) == NDArray<Int>.zeros([2, 3]))
    for k in [Int.min, .min + 1, -3, 3, .max] {
      #expect(NDArray<Int>.eye(3, k: k) == NDArray<Int>.zeros([3, 3]))
      #expect(a.diagonal(offset: k).elements == [] && a.trace(offset: k).scalar == 0)
    }
    #expect(NDArray<Int>.eye(.max, 0).shape == [.max, 0])
  }

  @Test("binomial numbers of a tiny probability")
  func binomial() {
    var rng = Generator(seed: 0)
    let counts = rng.binomial(1_000_000_000_000_000_000, 1e-17, shape: [10])
    #expect(counts.elements == [11, 8, 5, 4, 13, 14, 11, 12, 10, 15])
    rng = Generator(seed: 0)
    let two = rng.multinomial(1_000_000_000_000_000_000, NDArray([1e-17, 1 - 1e-17]), shape: [3])
    #expect(two[.all, 0].elements == [11, 8, 5])
    // The old stream stays what it was.
    var state = RandomState(seed: 0)
    #expect(state.binomial(1_000_000_000_000_000_000, 1e-17, shape: [3]).elements == [0, 0, 0])
    rng = Generator(seed: 0)
    #expect(rng.binomial(.max, 1e-18, shape: [3]).elements == [10, 7, 4])
    var many = Generator(seed: 1)
    let counted = many.binomial(.max, 1e-17, shape: [1000])
    // NumPy's n + 1 overflows there, and its numbers are not binomial.
    #expect(abs(counted.mean() - 92.23) < 1.5 && abs(counted.std() - 9.6) < 0.6)
  }

  @Test("integers between bounds that are arrays")
  func integerBounds() {
    var rng = Generator(seed: 42)
    #expect(rng.integers([3, 5, 10]).elements == [0, 3, 6])
    rng = Generator(seed: 42)
    #expect(rng.integers([[1], [2]], [3, 5, 10]) == NDArray([[1, 4, 6], [2, 3, 5]]))
    rng = Generator(seed: 42)
    #expect(rng.integers([1, 2, 3], [30, 50, 100], endpoint: true).elements == [3, 39, 67])
    func draw<E: NDInteger>(_ type: E.Type) -> [Int] {
      var rng = Generator(seed: 42)
      let (low, high) = (NDArray<E>([1, 2, 3]), NDArray<E>([30, 50, 100]))
      return rng.integers(low, high, shape: [2, 3]).asType(Int.self).elements
    }
    #expect(draw(Int8.self) == [16, 9, 11, 24, 49, 15] && draw(UInt8.self) == draw(Int8.self))
    #expect(draw(Int16.self) == [5, 6, 98, 23, 49, 66] && draw(UInt16.self) == draw(Int16.self))
    #expect(draw(Int32.self) == [3, 39, 66, 13, 22, 86] && draw(UInt64.self) == draw(Int32.self))
    rng = Generator(seed: 42)
    let wide = rng.integers(NDArray<UInt64>([0, 0]), NDArray([.max, 1 << 40]), endpoint: true)
    #expect(wide.elements == [14_276_969_152_011_380_360, 482_551_947_688])
    func old<E: NDInteger>(_ type: E.Type) -> [Int] {
      var state = RandomState(seed: 42)
      let (low, high) = (NDArray<E>([1, 2, 3]), NDArray<E>([30, 50, 100]))
      return state.randint(low, high, shape: [2, 3]).asType(Int.self).elements
    }
    #expect(old(Int8.self) == [7, 30, 98, 20, 44, 78] && old(UInt8.self) == old(Int8.self))
    #expect(old(Int16.self) == [7, 35, 54, 11, 30, 17])
    #expect(old(Int32.self) == [7, 30, 17, 11, 9, 63] && old(Int.self) == old(Int32.self))
  }

  @Test("words of 64 bits of a seed")
  func seedWords() {
    let words: [UInt64] = SeedSequence(0).generateState(3)
    #expect(
      words == [15_793_235_383_387_715_774, 12_390_638_538_380_655_177, 2_361_836_109_651_742_017])
    #expect(SeedSequence(0).generateState(2) == [2_968_811_710, 3_677_149_159] as [UInt32])
  }

  @Test("partition at several positions")
  func partition() {
    let a: NDArray<Double> = [7, 2, 9, 1, 5]
    let parted = a.partitioned([1, 3])
    #expect(parted[1] == 2.0 && parted[3] == 7.0)
    #expect(a.taking(a.argPartitioned([1, 3]))[NDArray([1, 3])].elements == [2, 7])
  }

  @Test("the tolerance of pinv: NumPy's, and that of the array API")
  func pseudoinverse() throws {
    let a: NDArray<Double> = [[1, 0], [0, 3e-16]]
    #expect(try Linalg.pinv(a)[1, 1] == 0.0)
    let b: NDArray<Double> = [[1, 0], [0, 4e-16]]
    #expect(try Linalg.pinv(b, rcond: 1e-17)[1, 1] == 2.5e15)
    #expect(try Linalg.pinv(b, rtol: nil)[1, 1] == 0.0)
    let c: NDArray<Double> = [[1, 0], [0, 2e-15]]
    for inverse in [try Linalg.pinv(c), try Linalg.pinv(c, rtol: nil)] {
      #expect(allClose(inverse, [[1, 0], [0, 5e14]]))
    }
    // Of single precision: NumPy's tolerance is far below its rounding error.
    let d: NDArray<Float> = [[1, 0], [0, 1e-7]]
    #expect(try Linalg.pinv(d)[1, 1] > 0.9e7 && Linalg.pinv(d, rtol: nil)[1, 1] == 0)
    #expect(try Linalg.pinv(NDArray<Double>.zeros([2, 3]), rtol: nil) == .zeros([3, 2]))
  }

  @Test("averages of more floats than their type can count")
  func averages() {
    let n = 20_000_000
    let ones = NDArray<Float>.ones([n])
    let one = NDArray<Float>(1)
    #expect(ones.average(weights: ones) == 1)
    #expect(ones.average(weights: one.broadcast(to: [n])) == 1)
    #expect(one.broadcast(to: [n]).average(weights: ones) == 1)
    #expect(one.broadcast(to: [n]).sum() == 2e7)
    #expect(ones.reshaped([1, n]).average(axis: 1, weights: ones).scalar == 1)
    #expect(ones.reshaped([n, 1]).average(axis: 0, weights: ones).scalar == 1)
    #expect(stacked([ones, ones], axis: 1)[.all, 0].sum() == 2e7)
    #expect(ones.average(axes: [0], weights: one.broadcast(to: [n])).scalar == 1)
  }

  @Test("NaN has no sign where it is a number")
  func plainNaN() {
    let zero = NDArray<Double>.zeros([1])
    let quotient = zero / zero
    let element: Double = quotient[0]
    let texts = [quotient.scalar, quotient.sum(), quotient.mean(), element].map { "\($0)" }
    #expect(texts == ["nan", "nan", "nan", "nan"])
    #expect("\(-NDArray(Double.nan))" == "nan" && quotient.text() == "nan\n")
    #expect("\((-NDArray([Float.nan])).max())" == "nan")
  }

  @Test("frexp of every kind of number")
  func frexp() {
    let least = Double.leastNonzeroMagnitude
    let a = NDArray([
      0, -0.0, 1, -3, 0.5, least, 2.2250738585072014e-308, Double.greatestFiniteMagnitude,
    ])
    let (significand, exponent) = NDArray(a.elements + [.infinity, -.infinity, .nan])
      .significandAndExponent()
    #expect(exponent.elements == [0, 0, 1, 2, 0, -1073, -1021, 1024, 0, 0, 0])
    #expect(
      significand.elements.prefix(8) == [0, -0.0, 0.5, -0.75, 0.5, 0.5, 0.5, 0.9999999999999999])
    #expect(significand.elements[1].sign == .minus)
    #expect(significand.elements[8] == .infinity && significand.elements[10].isNaN)
    let floats = NDArray([Float.leastNonzeroMagnitude, -6, .greatestFiniteMagnitude])
    #expect(floats.significandAndExponent().exponent.elements == [-148, 3, 128])
    #expect(floats.T.significandAndExponent().significand.elements == [0.5, -0.75, 0.99999994])
    let strided = NDArray<Double>.arange(10)[.stride(by: -3)].significandAndExponent()
    #expect(strided.significand.elements == [0.5625, 0.75, 0.75, 0])
    #expect(strided.exponent.elements == [4, 3, 2, 0])
  }

  @Test("long arrays that are one element in memory print their ends")
  func longBroadcasts() {
    let long = NDArray<Double>(0.5).broadcast(to: [1 << 40])
    #expect(long.description == "[0.5 0.5 0.5 ... 0.5 0.5 0.5]")
    let table = NDArray<Int>(7).broadcast(to: [3, 1 << 40])
    #expect(
      table.description == "[[7 7 7 ... 7 7 7]\n [7 7 7 ... 7 7 7]\n [7 7 7 ... 7 7 7]]")
    #expect(
      table.T.debugDescription
        == "array([[7, 7, 7],\n       [7, 7, 7],\n       [7, 7, 7],\n       ...,\n       [7, 7, 7],\n"
        + "       [7, 7, 7],\n       [7, 7, 7]], shape=(1099511627776, 3))")
  }
}
