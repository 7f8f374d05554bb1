import Testing

@testable import NDArray

/// Views whose array is gone: the elements live in its object up to 4096 bytes, and beyond in a block.
@Suite("Views that outlive their array")
struct OutlivingViewTests {
  private static let counts = [12, 12_000]

  private func address<E>(_ array: NDArray<E>) -> UnsafeMutableRawPointer { array.storage.base }

  /// 0, 1, 2, … in three rows.
  private func table(_ count: Int) -> NDArray<Int> {
    NDArray<Int>.arange(count).reshaped([3, count / 3])
  }

  /// Takes memory of the sizes that were just given back, and writes it.
  private func churn(_ count: Int) {
    for _ in 0..<4 { _ = NDArray<Int>.full([count], -1).copied() }
  }

  @Test(arguments: counts) func theyKeepTheElements(_ count: Int) {
    let n = count / 3
    let views: [NDArray<Int>] = [
      table(count)[1], table(count).T[.all, 1], table(count).flipped()[1, .stride(by: -1)],
      table(count)[0...][1...][0], table(count).flattened()[n..<(2 * n)],
      table(count).reshaped([3, 1, 1, 1, n])[1, 0, 0, 0],
      table(count)[1].broadcast(to: [2, n])[1],
    ]
    churn(count)
    for (i, view) in views.enumerated() {
      #expect(view.elements == Array(n..<(2 * n)), "view \(i)")
    }
  }

  @Test(arguments: counts) func theLastViewIsWrittenInPlace(_ count: Int) {
    var view = table(count).T[1...].flipped()
    let place = address(view)
    let before = view.copied()
    view += 1
    view[0][1] = 7
    view.T[0] *= 2
    #expect(address(view) == place)
    var expected = before + 1
    expected[0, 1] = 7
    expected[.all, 0] *= 2
    #expect(view == expected)
  }

  @Test(arguments: counts) func ofTwoViewsTheFirstWrittenTakesACopy(_ count: Int) {
    func rows() -> (NDArray<Int>, NDArray<Int>) {
      let whole = table(count)
      return (whole[0], whole[..<2])
    }
    var (first, second) = rows()
    let (one, two) = (first.copied(), second.copied())
    let place = address(second)
    #expect(address(first) == place)
    first += 1
    #expect(address(first) != place)
    second[0] -= 1
    #expect(address(second) == place)
    #expect(first == one + 1)
    #expect(second[0] == two[0] - 1 && second[1] == two[1])
  }

  @Test(arguments: counts) func anArrayIsWrittenInPlaceOnceItsViewsAreGone(_ count: Int) {
    var a = table(count)
    a[0, 0] = 5
    let place = address(a)
    do {
      let view = a.T[1]
      #expect(view[0] == 1)
    }
    a += 1
    #expect(address(a) == place)
    #expect(a[0, 0] == 6 && a[2, 0] == 2 * count / 3 + 1)
  }

  @Test(arguments: counts) func viewsThatOverlapThemselvesSeparateWhenWritten(_ count: Int) {
    var rows = table(count)[1].broadcast(to: [2, count / 3])
    rows[0] += 1
    #expect(rows[0] == rows[1] + 1 && rows[1, 0] == count / 3)
    var windows = table(count)[2].slidingWindows(of: 2)
    windows[.all, 1] = 0
    #expect(windows[.all, 0] == NDArray.arange(2 * count / 3, count - 1))
  }

  @Test(arguments: counts) func aResultMayTakeTheMemoryOfAViewButNotOfWhatIsKept(_ count: Int) {
    let n = count / 3
    let a = table(count)
    let doubled = a * 2
    let row = doubled[1...] + 1
    let last = (a * 3)[2...] - 1
    let first = 10 - (a * 3)[..<1]
    let most = (a * 2)[..<2] + 1
    churn(count)
    #expect(doubled.elements == (0..<count).map { 2 * $0 })
    #expect(row.elements == (n..<count).map { 2 * $0 + 1 })
    #expect(last.elements == (2 * n..<count).map { 3 * $0 - 1 })
    #expect(first.elements == (0..<n).map { 10 - 3 * $0 })
    #expect(most.elements == (0..<(2 * n)).map { 2 * $0 + 1 })
    #expect(a.elements == Array(0..<count))
  }
}
