import NDArray
import Testing

/// What the random cases reach seldom: signs of zero, NaN, wrap-around, literals. The values are NumPy's.
@Suite struct SemanticsTests {
  @Test func zerosKeepTheirSigns() {
    let a: NDArray<Double> = [0.0, -0.0]
    #expect((-a).elements.map(\.sign) == [.minus, .plus])
    #expect(sign(a).elements.map(\.sign) == [.plus, .plus])
    #expect((a * -1).elements.map(\.sign) == [.minus, .plus])
    #expect((a + 0).elements.map(\.sign) == [.plus, .plus])
    #expect(sqrt(a).elements.map(\.sign) == [.plus, .minus])
    #expect(abs(a).elements.map(\.sign) == [.plus, .plus])
    #expect((a .== 0).all())
    #expect(1 / a == NDArray([Double.infinity, -Double.infinity]))
  }

  @Test func nanWinsAndDiffersFromEverything() {
    let a = NDArray([1, .nan, 3.0])
    #expect(a != a)
    #expect((a .== a).elements == [true, false, true])
    #expect((a .!= a).elements == [false, true, false])
    #expect((a .< 2).elements == [true, false, false])
    #expect(a.max().isNaN && a.min().isNaN && a.sum().isNaN)
    #expect(a.argMax() == 1 && a.argMin() == 1)
    #expect(maximum(a, 2).elements[1].isNaN)
    #expect(fmax(a, NDArray(2)) == [2, 2, 3])
    #expect(a.clipped(to: 0...2).elements[1].isNaN)
    #expect(a.all() && a.any())
  }

  @Test(arguments: [1, 7, 8, 9, 16, 17, 100])
  func nanIsFoundWhereverItStands(count: Int) {
    for i in 0..<count {
      var a = NDArray<Float>.arange(Float(count))
      a[i] = .nan
      #expect(a.max().isNaN && a.min().isNaN, "\(i) of \(count)")
      #expect(a.argMax() == i)
      a[i] = 1000
      #expect(a.max() == 1000)
      a[i] = -1000
      #expect(a.min() == -1000)
    }
  }

  @Test func integersWrapAround() {
    let top: NDArray<Int8> = [127, -128]
    #expect(top + 1 == [-128, -127])
    #expect(top * 2 == [-2, 0])
    #expect(-top == [-127, -128])
    #expect(abs(top) == [127, -128])
    #expect(floorDivide(top, -1) == [-127, -128])
    #expect(top % -1 == [0, 0])
    #expect(NDArray<UInt8>([0, 255]) - 1 == [255, 254])
    #expect(NDArray([Int.max]) + 1 == NDArray([Int.min]))
    #expect(NDArray<Int8>([100, 100]).sum() == 200)
    #expect(NDArray([Int.max, 1]).sum() == Int.min)
  }

  @Test func divisionFollowsPython() {
    let a = NDArray([7, -7, 7, -7])
    let b = NDArray([3, 3, -3, -3])
    #expect(floorDivide(a, b) == [2, -3, -3, 2])
    #expect(a % b == [1, 2, -2, -1])
    #expect(floorDivide(a, 0) == [0, 0, 0, 0])
    #expect(a % 0 == [0, 0, 0, 0])
    let byZero = (NDArray([1, 0, -1]) / 0).elements
    #expect(byZero[0] == .infinity && byZero[1].isNaN && byZero[2] == -.infinity)
  }

  @Test func literals() {
    let scalarRows: NDArray<Float> = [[1, 2.5], [-3, 4]]
    #expect(scalarRows.shape == [2, 2] && scalarRows.elements == [1, 2.5, -3, 4])
    let empty: NDArray<Double> = []
    #expect(empty.shape == [0])
    let emptyRows: NDArray<Float> = [[], []]
    #expect(emptyRows.shape == [2, 0])
    let truth: NDArray<Bool> = [[true], [false]]
    #expect(truth.shape == [2, 1])
    let cube: NDArray<Int> = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    #expect(cube.shape == [2, 2, 2] && cube[1, 0, 1] == 6)
    #expect(NDArray([[[1, 2]], [[3, 4]]]).shape == [2, 1, 2])
  }

  @Test func indicesAreTyped() {
    let a = NDArray<Double>.arange(6).reshaped([2, 3])
    let row = a[1]
    let x: Double = a[1, 2]
    let block = a[0..<1, ..<(-1)]
    #expect(row.shape == [3] && x == 5 && block == [[0, 1]])
    #expect(a[[1, 0], [2, 0]] == [5, 0])
    #expect(a[a .> 3] == [4, 5])
    #expect(a[.newAxis, .ellipsis, -1] == [[2, 5]])
    #expect(a[NDArray(true)].shape == [1, 2, 3])
    #expect(a[NDArray(false)].shape == [0, 2, 3])
    #expect(a[indices: [0, AxisIndex.stride(by: -1)]] == [2, 1, 0])
  }

  @Test func anEllipsisOfNoAxesSeparatesArrays() {
    let a = NDArray<Int>.arange(24).reshaped([2, 3, 4])
    #expect(a[.all, [0, 1, 2], [0, 1, 2]].shape == [2, 3])
    #expect(a[.all, [0, 1, 2], .ellipsis, [0, 1, 2]].shape == [3, 2])
    #expect(a[[0, 1], .all, [0, 1]].shape == [2, 3])
  }

  @Test func ranksBeyondSixWork() {
    let a = NDArray<Int>.arange(256).reshaped([2, 2, 2, 2, 2, 2, 2, 2])
    #expect(a.T[1, 0, 0, 0, 0, 0, 0, 0] == 1)
    #expect(a.sum(axes: [0, 7]).shape == [2, 2, 2, 2, 2, 2])
    #expect((a + a.T)[0, 0, 0, 0, 0, 0, 0, 1] == 129)
    #expect(a[.ellipsis, 0].elements.last == 254)
  }
}
