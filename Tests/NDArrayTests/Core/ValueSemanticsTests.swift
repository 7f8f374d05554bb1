import Testing

@testable import NDArray

/// Where an array's elements lie: equal before and after an operation that copies nothing.
private func address<E>(_ array: NDArray<E>) -> UnsafeMutableRawPointer { array.storage.base }

@Suite("Writing changes one variable and no other")
struct ValueSemanticsTests {
  @Test func aCopyKeepsItsElements() {
    var a = NDArray<Int>.arange(6)
    let b = a
    a[0] = 100
    a += 1
    #expect(a == [101, 2, 3, 4, 5, 6])
    #expect(b == [0, 1, 2, 3, 4, 5])
  }

  @Test func viewsKeepTheirElements() {
    var a = NDArray<Int>.arange(6).reshaped([2, 3])
    let views = [a[0], a.T, a.flattened(), a[.all, 1...], a.broadcast(to: [2, 2, 3]), a.flipped()]
    let before = views.map { $0.copied() }
    a[0, 0] = -1
    a[1] *= 10
    a **= 2
    #expect(views == before)
  }

  @Test func writingAViewKeepsItsOrigin() {
    let a = NDArray<Double>.arange(6).reshaped([2, 3])
    var row = a[1]
    row += 10
    var transposed = a.T
    transposed[0] = 7
    #expect(row == [13, 14, 15])
    #expect(transposed == [[7, 7], [1, 4], [2, 5]])
    #expect(a == [[0, 1, 2], [3, 4, 5]])
  }

  @Test func broadcastElementsSeparateWhenWritten() {
    var a = NDArray(3.0).broadcast(to: [4])
    a[1] = 5
    #expect(a == [3, 5, 3, 3])
  }

  @Test func slidingWindowsSeparateWhenWritten() {
    var windows = NDArray<Int>.arange(4).slidingWindows(of: 2)
    windows[0, 1] = 9
    #expect(windows == [[0, 9], [1, 2], [2, 3]])
  }

  @Test func theRightSideIsReadBeforeTheLeftIsWritten() {
    var a = NDArray<Int>.arange(6)
    a[1...] = a[..<(-1)]
    #expect(a == [0, 0, 1, 2, 3, 4])
    a[..<3] += a[3...]
    #expect(a == [2, 3, 5, 2, 3, 4])
    var m = NDArray<Int>.arange(4).reshaped([2, 2])
    m += m.T
    #expect(m == [[0, 3], [3, 6]])
    m[0] = m[.all, 1]
    #expect(m == [[3, 6], [3, 6]])
  }

  @Test func structuresAndClosuresHoldValues() {
    struct Layer { var weights: NDArray<Double> }
    var first = Layer(weights: .ones([2]))
    let second = first
    let captured = { [weights = first.weights] in weights.sum() }
    first.weights[0] = 5
    #expect(second.weights == [1, 1])
    #expect(captured() == 2)
  }
}

@Suite("What is written in place")
struct InPlaceTests {
  @Test func wholeArrays() {
    var a = NDArray<Double>.zeros([100])
    let place = address(a)
    a += 1
    a -= NDArray<Double>.ones([100]) * 0.5
    a *= 2
    a /= 4
    a **= 2
    a[3] = 5
    #expect(address(a) == place)
    #expect(a[0] == 0.0625 && a[3] == 5)
  }

  @Test func slices() {
    var a = NDArray<Double>.zeros([4, 5])
    let place = address(a)
    a[0..<2] += 1
    a[.all, 2] += NDArray([1, 2, 3, 4])
    a[.stride(by: -2), 1...] *= 3
    a[-1][0] = 9
    a[1, .newAxis] -= 1
    a[2] = [1, 2, 3, 4, 5]
    a[a .> 100] = 0
    #expect(address(a) == place)
    // NumPy's result of the same statements.
    #expect(a == [[1, 1, 2, 1, 1], [0, 2, 8, 2, 2], [1, 2, 3, 4, 5], [9, 0, 12, 0, 0]])
  }

  @Test func aSliceOfASharedArrayCopiesOnce() {
    var a = NDArray<Double>.zeros([4])
    let b = a
    a[0..<2] += 1
    let place = address(a)
    a[2...] += 2
    #expect(address(a) == place && address(b) != place)
    #expect(a == [1, 1, 2, 2] && b == [0, 0, 0, 0])
  }

  @Test func aSliceIsTheSameMemoryInsideAFunction() {
    func fill(_ slice: inout NDArray<Double>, expecting place: UnsafeMutableRawPointer) {
      slice += 1
      #expect(address(slice) == place)
    }
    var a = NDArray<Double>.zeros([3, 2])
    let place = address(a)
    fill(&a[1], expecting: place)
    #expect(address(a) == place)
    #expect(a == [[0, 0], [1, 1], [0, 0]])
  }

  @Test func aReplacedSliceIsWrittenBackAndLosesNothing() {
    var a = NDArray<Double>.arange(6).reshaped([3, 2])
    var other: NDArray<Double> = [8, 9]
    swap(&a[1], &other)
    #expect(a == [[0, 1], [8, 9], [4, 5]])
    #expect(other == [2, 3])
    a[0] = a[2]
    #expect(a == [[4, 5], [8, 9], [4, 5]])
  }

  @Test func aReshapedSliceIsWrittenBack() {
    func reverse(_ slice: inout NDArray<Double>) { slice = slice.flipped() }
    func transpose(_ slice: inout NDArray<Double>) { slice = slice.T }
    var a = NDArray<Double>.arange(4)
    reverse(&a[1...])
    #expect(a == [0, 3, 2, 1])
    var m = NDArray<Double>.arange(9).reshaped([3, 3])
    transpose(&m[0..<2, 0..<2])
    #expect(m == [[0, 3, 2], [1, 4, 5], [6, 7, 8]])
  }

  @Test func copiesTakenInsideStayIntact() {
    var kept: [NDArray<Double>] = []
    func keepAndWrite(_ slice: inout NDArray<Double>) {
      kept.append(slice)
      slice += 1
      kept.append(slice)
      slice += 1
    }
    var a = NDArray<Double>.zeros([4])
    keepAndWrite(&a[1..<3])
    #expect(a == [0, 2, 2, 0])
    a += 10
    a[1] = 100
    #expect(kept == [[0, 0], [1, 1]])
    #expect(a == [10, 100, 12, 10])
  }

  @Test func aCopyTakenInsideWithoutWritingStaysIntact() {
    var kept = NDArray<Double>.zeros([0])
    func keep(_ slice: inout NDArray<Double>) { kept = slice }
    var a = NDArray<Double>.arange(4)
    keep(&a[..<2])
    a += 10
    #expect(kept == [0, 1])
    #expect(a == [10, 11, 12, 13])
  }

  @Test func positionsAndMasksWriteBack() {
    var a = NDArray<Int>.arange(5)
    a[[0, 0, 4]] += 10
    #expect(a == [10, 1, 2, 3, 14])
    a[a .> 5] *= -1
    #expect(a == [-10, 1, 2, 3, -14])
  }

  @Test func slicesOfSlices() {
    var a = NDArray<Int>.zeros([2, 3, 2])
    a[1][0..<2][.all, 1] += 5
    #expect(a[1] == [[0, 5], [0, 5], [0, 0]])
    #expect(a[0].sum() == 0)
  }

  /// An operation with a number may write over what an expression has just computed, never over what anything keeps.
  @Test func whatIsKeptIsNotWrittenOver() {
    struct Holder { var array: NDArray<Double> }
    let a = NDArray<Double>.arange(6)
    let alias = a
    let holder = Holder(array: a * 2)
    let list = [a + 1, holder.array]
    let rows = (a * 3).reshaped([2, 3])
    _ = [a + 1, a - 1, 2 * alias, 1 / holder.array, list[0] * 5, rows[1] - 7, rows.T + 1]
    #expect(a == [0, 1, 2, 3, 4, 5])
    #expect(holder.array == [0, 2, 4, 6, 8, 10])
    #expect(list[0] == [1, 2, 3, 4, 5, 6])
    #expect(rows == [[0, 3, 6], [9, 12, 15]])

    var slices: [NDArray<Double>] = []
    func keep(_ slice: inout NDArray<Double>) { slices.append(slice + 1) }
    var b = NDArray<Double>.arange(4)
    keep(&b[..<2])
    #expect(slices == [[1, 2]])
    #expect(b == [0, 1, 2, 3])
    #expect((a * 2)[1..<3] + 1 == [3, 5])
    #expect((NDArray<Int>.arange(3) * 2 - 1) / 2 == [-0.5, 0.5, 1.5])
  }
}
