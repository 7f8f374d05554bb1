import Testing

@testable import NDArray

/// Arrays of more than four axes, whose layouts do not fit into a value without references. Every element of the one
/// under test is its own position in C order.
@Suite("More axes than a layout holds inside")
struct ManyAxesTests {
  private static let shape = [2, 3, 1, 2, 2]
  private let a = NDArray<Int>.arange(24).reshaped(shape)

  /// The position in C order of an element of an array of `shape`.
  private func position(_ index: [Int], in shape: [Int] = shape) -> Int {
    zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
  }

  /// An array of a shape whose elements are told by their index.
  private func array(_ shape: [Int], _ element: ([Int]) -> Int) -> NDArray<Int> {
    let indices = shape.reduce([[]]) { indices, extent in
      indices.flatMap { index in (0..<extent).map { index + [$0] } }
    }
    return NDArray(indices.map(element), shape: shape)
  }

  @Test func layoutIsTold() {
    #expect(a.shape == [2, 3, 1, 2, 2] && a.rank == 5 && a.count == 24)
    #expect(a.strides == [12, 4, 4, 2, 1] && a.isContiguous)
    #expect(a.T.strides == [1, 2, 4, 4, 12] && !a.T.isContiguous)
    #expect(a[1].rank == 4 && a[1].strides == [4, 4, 2, 1] && a[1].isContiguous)
    #expect(NDArray<Int>.zeros([2, 0, 1, 3, 2, 2]).count == 0)
    #expect(a[1, 2, 0, 1, 0] == 22)
  }

  @Test func axesInAnotherOrder() {
    let shape = Self.shape
    #expect(a.T == array([2, 2, 1, 3, 2]) { position($0.reversed()) })
    #expect(
      a.transposed([3, 0, 4, 2, 1])
        == array([2, 2, 2, 1, 3]) { position([$0[1], $0[4], $0[3], $0[0], $0[2]]) })
    #expect(
      a.swappedAxes(1, -1) == array([2, 2, 1, 2, 3]) { position([$0[0], $0[4], 0, $0[3], $0[1]]) })
    #expect(
      a.flipped(axes: [1, 4])
        == array(shape) { position([$0[0], 2 - $0[1], 0, $0[3], 1 - $0[4]]) })
    #expect(a.T.T == a && a.T.T.isContiguous)
  }

  @Test func indicesLeaveManyAxesAndFew() {
    #expect(a[1] == array([3, 1, 2, 2]) { position([1] + $0) })
    #expect(a[.ellipsis, -1] == array([2, 3, 1, 2]) { position($0 + [1]) })
    #expect(a[0, 2, 0] == array([2, 2]) { position([0, 2, 0] + $0) })
    #expect(
      a[.all, .stride(by: -2)]
        == array([2, 2, 1, 2, 2]) { position([$0[0], 2 - 2 * $0[1]] + $0[2...]) })
    #expect(
      a[1..., 1..<3, .all, 0] == array([1, 2, 1, 2]) { position([1, $0[1] + 1, 0, 0, $0[3]]) })
    #expect(
      a[1, .newAxis, .ellipsis, .newAxis]
        == array([1, 3, 1, 2, 2, 1]) { position([1] + $0[1..<5]) })
    #expect(
      a[[1, 0], [2, 1]] == array([2, 1, 2, 2]) { position([1 - $0[0], 2 - $0[0]] + $0[1...]) })
    #expect(a[a .> 20] == [21, 22, 23])
    #expect(
      a.diagonal(axes: (0, 4))
        == array([3, 1, 2, 2]) { position([$0[3], $0[0], 0, $0[2], $0[3]]) })
  }

  @Test func shapesOfManyAxesAndFew() {
    let flat = NDArray<Int>.arange(24)
    #expect(a.flattened() == flat && a.reshaped([4, 6]) == flat.reshaped([4, 6]))
    #expect(a.squeezed().shape == [2, 3, 2, 2] && a.squeezed().flattened() == flat)
    #expect(a.T.reshaped([4, 3, 2]).shape == [4, 3, 2])
    #expect(
      a.T.reshaped([4, 3, 2]) == array([4, 3, 2]) { $0[2] * 12 + $0[1] * 4 + [0, 2, 1, 3][$0[0]] })
    #expect(a.expandedDimensions(axes: [0, 3]).shape == [1, 2, 3, 1, 1, 2, 2])
    #expect(a.expandedDimensions(axes: [0, 3]).flattened() == flat)
    let square = NDArray<Int>.arange(4).reshaped([2, 2])
    #expect(square.broadcast(to: [3, 1, 2, 2, 2]) == array([3, 1, 2, 2, 2]) { $0[3] * 2 + $0[4] })
    #expect(square.reshaped([1, 2, 1, 2, 1]).squeezed() == square)
    #expect(
      NDArray<Int>.arange(6).reshaped([2, 3]).slidingWindows(of: [1, 2]).slidingWindows(of: 1)
        == array([2, 2, 1, 2, 1]) { $0[0] * 3 + $0[1] + $0[3] })
  }

  @Test func operandsOfManyAxes() {
    let shape = Self.shape
    #expect(a + a.T.T == a * 2)
    #expect((a + 1) * 2 - a == array(shape) { position($0) + 2 })
    #expect(a[1] - a[0] == NDArray.full([3, 1, 2, 2], 12))
    // A part that lies in order, but not from the start.
    #expect(
      a.reshaped([2, 1, 3, 1, 2, 2])[1] * 1 == array([1, 3, 1, 2, 2]) { position([1] + $0[1...]) })
    #expect(
      a * NDArray([1, 10]) == array(shape) { position($0) * ($0[4] == 0 ? 1 : 10) })
    #expect(
      NDArray<Int>.arange(3).reshaped([3, 1, 1, 1]) + a == array(shape) { position($0) + $0[1] })
    #expect(
      a.transposed([4, 1, 2, 3, 0]) - a
        == array(shape) { position([$0[4], $0[1], 0, $0[3], $0[0]]) - position($0) })
    #expect((a .== a.T.T).all() && (a .< 12).sum() == 12)
    #expect(which(a .< 12, a, -a) == array(shape) { position($0) * ($0[0] == 0 ? 1 : -1) })
    #expect(sqrt(a.asType(Double.self)).max() == 23.0.squareRoot())
  }

  @Test func reductionsOfManyAxes() {
    #expect(a.sum() == 276)
    #expect(a.sum(axes: [0, 3]) == array([3, 1, 2]) { 4 * ($0[0] * 4 + $0[2]) + 28 })
    #expect(a.sum(axes: [1], keepDims: true).shape == [2, 1, 1, 2, 2])
    #expect(a.max(axis: 1) == array([2, 1, 2, 2]) { position([$0[0], 2] + $0[1...]) })
    #expect(a.argMax(axis: 0, keepDims: true) == NDArray.ones([1, 3, 1, 2, 2]))
    #expect(a.cumsum(axis: 3)[.all, .all, .all, 1] == a.sum(axis: 3))
    #expect(a.flipped().sorted(axis: 1) == a.flipped(axes: [0, 3, 4]))
  }

  @Test func writesKeepToTheirVariable() {
    var b = a
    let views = [
      a.T, a[1], a.flattened(), a.flipped(), a[.all, 1...], b.broadcast(to: [2] + b.shape),
    ]
    let before = views.map { $0.copied() }
    b += 1
    b[0] = 0
    #expect(views == before)
    #expect(b[1] == a[1] + 1 && b[0].sum() == 0)
    for view in views {
      var mine = view
      mine *= -1
      mine[.ellipsis, 0] -= 1
      #expect(mine[.ellipsis, 0] == -view[.ellipsis, 0] - 1)
    }
    #expect(views == before && a == array(Self.shape) { position($0) })
  }

  @Test func slicesAreWrittenInPlace() {
    func replace(_ slice: inout NDArray<Int>, by other: NDArray<Int>) { slice = other }
    var b = a.copied()
    let place = b.storage.base
    b[0, .all, 0] += 100
    #expect(b.storage.base == place)
    b.T[1] *= 2
    b.T[0][1, 0][2] -= 7
    b[1][.all, 0, 1][1...] = -1
    b[1, 0, 0, 0, 0] = 50
    #expect(b.storage.base == place)
    let expected = array(Self.shape) { index in
      if index == [1, 0, 0, 0, 0] { return 50 }
      if index[0] == 1 && index[3] == 1 && index[1] > 0 { return -1 }
      let moved = position(index) + (index[0] == 0 ? 100 : 0)
      let scaled = index[4] == 1 ? moved * 2 : moved
      return index[1] == 2 && index[3] == 1 && index[4] == 0 ? scaled - 7 : scaled
    }
    #expect(b == expected)
    replace(&b[0], by: NDArray([1, 2]))
    #expect(b[0] == NDArray([1, 2]).broadcast(to: [3, 1, 2, 2]) && b[1] == expected[1])
  }
}
