import NDArray
import Testing

/// What a user of NumPy types on the first day gives NumPy's values.
@Suite struct FirstDayTests {
  let v: NDArray<Double> = [3, 1, 2]
  let a: NDArray<Double> = [[4, 1], [2, 3]]

  @Test func literalsDoNotDecideTheType() {
    let powers = (NDArray.ones([1]) * 10_000_000_000) ** 2
    let doubled = 2 * NDArray.eye(2)
    let less = NDArray.zeros([2]) - 1
    #expect(powers.elements == [1e20])
    #expect(doubled.dtype == .float64 && less.dtype == .float64)
    #expect((NDArray<Int>.ones([3]) * 2).dtype == .int64)
    let single: NDArray<Float> = NDArray.ones([3]) * 2
    #expect(single.elements == [2, 2, 2])
  }

  @Test func partsAreWrittenAsRows() {
    var m = a
    let t = 0.5
    m[0] += t
    #expect(m == [[4.5, 1.5], [2, 3]])
    m[1] *= 2
    #expect(m == [[4.5, 1.5], [4, 6]])
    m[0, 1] -= t
    m[1] = 7
    #expect(m == [[4.5, 1], [7, 7]])
    m[0..<2, 0] = 1
    m[.all, 1] = 2
    m[0, 1...] = 3
    #expect(m == [[1, 3], [1, 2]])
    var u: NDArray<UInt8> = [[1, 2], [3, 4]]
    u[0] += 1
    #expect(u == [[2, 3], [3, 4]])
    var deep = NDArray<Int>.zeros([1, 1, 1, 2])
    deep[0, 0, 0, 1] = 5
    let last: Int = deep[0, 0, 0, 1]
    deep[0, 0, 0, 0...] += 1
    #expect(last == 5 && deep.elements == [1, 6])
  }

  @Test func numbersHaveFunctions() {
    #expect(sqrt(2.0) == 2.0.squareRoot() && exp(0.0) == 1 && log(Float(1)) == 0)
    #expect(2 ** 10 == 1024)
    #expect(2.0 ** 0.5 == 2.0.squareRoot())
    #expect(atan2(0.0, -1.0) == Double.pi && hypot(3.0, 4.0) == 5)
    let power: Double = exp(v)[0]
    #expect(power == exp(3.0))
    #expect(maximum(0, -v) == [0, 0, 0] && minimum(2, v) == [2, 1, 2])
  }

  @Test func likeAnArrayOfSwift() {
    #expect(v.map { $0 * 2 } == [6, 2, 4] && v.filter { $0 > 1 } == [3, 2])
    #expect(v.first == 3 && v.last == 2 && !v.isEmpty && NDArray<Double>([]).first == nil)
    #expect(+v == v)
    let found = a.enumeratedElements().first { $0.element == 2 }
    #expect(found?.position == [1, 0])
    #expect(NDArray<Double>(0..<3) == [0, 1, 2] && NDArray<Float>(1...2) == [1, 2])
    #expect(NDArray([v, v]).shape == [2, 3])
    let special: NDArray<Double> = [1, -.infinity]
    #expect(special.elements == [1, -Double.infinity])
  }

  @Test func positionsAndCounts() {
    var z = NDArray<Double>.zeros([3])
    z.add(1, at: [0, 0, 2])
    #expect(z == [2, 0, 1])
    z.put([1], 5)
    #expect(z == [2, 5, 1])
    #expect(unravelIndex(99, [10, 10]) == [9, 9])
    #expect(bincount([1, 1, 2]) == [0, 2, 1])
    #expect(v.repeated([1, 0, 2]) == [3, 2, 2])
    #expect(a[.arange(2), [1, 0]] == [1, 2])
    #expect(
      NDArray.arange(16).reshaped([4, 4])[.slice(1, -1), .slice(1, -1)] == [[5, 6], [9, 10]])
  }

  @Test func bitsSegmentsAndOrder() {
    let mask: NDArray<Bool> = [true, false, false, false, false, false, false, true, true]
    #expect(mask.packedBits() == [129, 128])
    #expect(mask.packedBits().unpackedBits()[..<9] == mask)
    #expect(NDArray.arange(8).sums(from: [0, 4, 1, 5]) == [6, 4, 10, 18])
    #expect(v.sorted(descending: true) == [3, 2, 1])
    #expect(v.argSorted(descending: true) == [0, 2, 1])
    let near: NDArray<Int> = [1, 2]
    #expect(allClose(near, near) && !allClose(near, near + 1))
    #expect(leftShift(near, 3) == [8, 16])
    var both = mask
    both .&= .!mask
    #expect(!both.any())
  }
}
