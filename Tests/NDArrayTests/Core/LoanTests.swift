import Testing

@testable import NDArray

/// Slices that a function takes `inout` are the array's own memory, on loan until the function returns.
@Suite("Slices on loan")
struct LoanTests {
  private func keep(_ slice: inout NDArray<Int>, in kept: inout NDArray<Int>) { kept = slice }

  @Test func aSliceThatIsKeptIsWrittenApart() {
    var a = NDArray<Int>.arange(4)
    var kept = NDArray<Int>.zeros([0])
    keep(&a[..<2], in: &kept)
    kept += 100
    #expect(a == [0, 1, 2, 3])
    a -= 10
    #expect(kept == [100, 101])
    #expect(a == [-10, -9, -8, -7])
  }

  /// Each slice refers to the one before; releasing one another, so many would overflow the stack.
  @Test func sliceAfterSliceIsKept() {
    var a = NDArray<Int>.arange(4)
    var kept = NDArray<Int>.zeros([0])
    for _ in 0..<200_000 {
      keep(&a[0...], in: &kept)
      swap(&a, &kept)
    }
    a[0] = 7
    #expect(a == [7, 1, 2, 3])
    #expect(kept == [0, 1, 2, 3])
  }

  @Test func aViewOfASliceThatIsKeptIsWrittenApart() {
    func keepPart(_ slice: inout NDArray<Int>, in kept: inout NDArray<Int>) { kept = slice.T[0] }
    var a = NDArray<Int>.arange(6).reshaped([3, 2])
    var kept = NDArray<Int>.zeros([0])
    keepPart(&a[1...], in: &kept)
    kept += 100
    #expect(kept == [102, 104])
    #expect(a == [[0, 1], [2, 3], [4, 5]])
  }

  @Test func aSliceOfASliceThatIsKeptIsWrittenApart() {
    var a = NDArray<Int>.arange(12).reshaped([3, 2, 2])
    var kept = NDArray<Int>.zeros([0])
    keep(&a[1...][0, .all, 1], in: &kept)
    kept[0] = 100
    a[1] *= -1
    #expect(kept == [100, 7])
    #expect(a == [[[0, 1], [2, 3]], [[-4, -5], [-6, -7]], [[8, 9], [10, 11]]])
  }

  @Test func aTransposeThatIsKeptIsWrittenApart() {
    var a = NDArray<Int>.arange(4).reshaped([2, 2])
    var kept = NDArray<Int>.zeros([0])
    keep(&a.T, in: &kept)
    kept[0] = 100
    #expect(a == [[0, 1], [2, 3]])
    a[0] = -1
    #expect(a == [[-1, -1], [2, 3]])
    #expect(kept == [[100, 100], [1, 3]])
  }

  @Test func aSliceOfAViewThatIsKeptIsWrittenApart() {
    let origin = NDArray<Int>.arange(6).reshaped([2, 3])
    var view = origin.T
    var kept = NDArray<Int>.zeros([0])
    keep(&view[1...], in: &kept)
    kept += 100
    view += 10
    #expect(kept == [[101, 104], [102, 105]])
    #expect(view == [[10, 13], [11, 14], [12, 15]])
    #expect(origin == [[0, 1, 2], [3, 4, 5]])
  }

  @Test func aSliceThatIsKeptOutlivesItsArray() {
    func slice() -> NDArray<Int> {
      var a = NDArray<Int>.arange(2000)
      var kept = NDArray<Int>.zeros([0])
      keep(&a[1000..<1003], in: &kept)
      return kept
    }
    var kept = slice()
    let other = NDArray<Int>.full([2000], 7)
    kept += 1
    #expect(kept == [1001, 1002, 1003])
    #expect(other == NDArray.full([2000], 7))
  }

  @Test func exchangedSlicesBelongToTheirNewArrays() {
    var (a, b) = (NDArray<Int>.arange(4).reshaped([2, 2]), NDArray<Int>.full([2, 2], 9))
    var row: NDArray<Int> = [7, 8]
    swap(&a[0], &row)
    row += 100
    swap(&a[1], &b.T[0])
    a[0] -= 1
    b[0] += 10
    #expect(row == [100, 101])
    #expect(a == [[6, 7], [9, 9]])
    #expect(b == [[12, 19], [3, 9]])
  }

  @Test func aSliceReplacedByTheSamePartIsWrittenInPlace() {
    func replace(_ slice: inout NDArray<Int>) {
      slice = slice[.ellipsis]
      slice += 1
    }
    var a = NDArray<Int>.arange(6).reshaped([3, 2])
    let place = a.storage.base
    replace(&a[1])
    #expect(a == [[0, 1], [3, 4], [4, 5]])
    #expect(a.storage.base == place)
  }

  @Test func aFunctionThatThrowsLeavesWhatItWrote() {
    struct Stop: Error {}
    func write(_ slice: inout NDArray<Int>, replacing: Bool) throws {
      slice += 1
      if replacing { slice = [8, 9] }
      throw Stop()
    }
    var a = NDArray<Int>.arange(6).reshaped([3, 2])
    #expect(throws: Stop.self) { try write(&a[0], replacing: false) }
    #expect(throws: Stop.self) { try write(&a[2], replacing: true) }
    #expect(a == [[1, 2], [2, 3], [8, 9]])
  }
}
