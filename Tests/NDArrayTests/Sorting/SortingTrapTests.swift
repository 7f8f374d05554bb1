import NDArray
import Testing

@Suite("Sorting: mistakes stop the program")
struct SortingTrapTests {
  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case sortAxis = "sort: axis 2 is out of bounds for array of dimension 2"
    case argSortAxis = "argsort: axis -3 is out of bounds for array of dimension 2"
    case kth = "partition: kth(=3) out of bounds (3), array of shape (2,3)"
    case searchedMatrix =
      "searchsorted: object of too small depth for desired array, got shape (2,3)"
    case sorter = "searchsorted: sorter.size must equal a.size, got shapes (2,) and (3,)"
    case bins = "digitize: bins must be monotonically increasing or decreasing"
    case noKeys = "lexsort: need sequence of keys with len > 0"
    case keys = "lexsort: all keys need to be the same shape, got (3,) and (2,)"
    case uniqueAxis = "unique: axis 2 is out of bounds for array of dimension 2"

    func make() {
      let a: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
      let row = a[0]
      switch self {
      case .sortAxis: _ = a.sorted(axis: 2)
      case .argSortAxis: _ = a.argSorted(axis: -3)
      case .kth: _ = a.partitioned(3)
      case .searchedMatrix: _ = a.searchSorted(row)
      case .sorter: _ = row.searchSorted(1, sorter: [0, 1])
      case .bins: _ = a.digitized([1, 3, 2])
      case .noKeys: _ = lexSorted([NDArray<Double>]())
      case .keys: _ = lexSorted([row, row[0..<2]])
      case .uniqueAxis: _ = a.unique(axis: 2)
      }
    }
  }

  @Test("the message names the operation and the values", arguments: Mistake.allCases)
  func message(_ mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      mistake.make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(mistake.rawValue), "\(output)")
  }
}
