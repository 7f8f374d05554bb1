import NDArray
import Testing

@Suite("Sorting")
struct SortingTests {
  /// Numbers that repeat, from the generator that NumPy shares.
  private static func sample(_ count: Int) -> NDArray<Double> {
    var rng = Generator(seed: 7)
    return rng.integers(-1000..<1000, [count]).asType(Double.self) / 8
  }

  @Test("every size and layout sorts as Swift does", arguments: [0, 1, 2, 63, 64, 65, 300, 5000])
  func sizes(_ count: Int) {
    let values = Self.sample(count)
    for (layout, array) in everyLayout(of: values) {
      #expect(array.sorted().elements == values.elements.sorted(), "\(layout) \(count)")
    }
  }

  @Test("positions keep equal elements in their order", arguments: [5, 64, 65, 3000])
  func stability(_ count: Int) {
    let values = Self.sample(count).elements.map { ($0 / 50).rounded() }
    let stable = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    for (layout, array) in everyLayout(of: NDArray(values)) {
      #expect(array.argSorted().elements == stable, "\(layout) \(count)")
    }
  }

  @Test("one outlier, which leaves all others alike in their leading bits, costs no order")
  func outlier() {
    let small = Self.sample(5000).asType(Int.self).elements
    for outlier in [Int.max, Int.min] {
      let values = small + [outlier] + small.map { -$0 }
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      #expect(NDArray(values).sorted().elements == values.sorted())
      #expect(NDArray(values).argSorted().elements == order)
    }
  }

  @Test("NaN comes last and −0 before 0; the positions of equal elements ascend")
  func special() {
    let values: [Double] = [.nan, 1, -.infinity, 0, -0.0, .nan, .infinity, -1]
    let a = NDArray(values)
    let sorted = a.sorted().elements
    let expected: [Double] = [-.infinity, -1, -0.0, 0, 1, .infinity]
    #expect(Array(sorted.prefix(6)) == expected)
    #expect(sorted[2].sign == .minus)
    #expect(sorted[3].sign == .plus)
    #expect(sorted[6].isNaN)
    #expect(sorted[7].isNaN)
    #expect(a.argSorted().elements == [2, 7, 3, 4, 1, 6, 0, 5])
  }

  @Test("sorting in place changes this variable alone, and a slice only what it shows")
  func inPlace() {
    var a: NDArray<Int> = [[3, 1, 2], [9, 7, 8]]
    let kept = a
    a.sort()
    #expect(a == [[1, 2, 3], [7, 8, 9]])
    #expect(kept == [[3, 1, 2], [9, 7, 8]])
    a = kept
    a[.all, 0..<2].sort(axis: 0)
    a[0].sort()
    #expect(a == [[1, 2, 3], [9, 7, 8]])
  }

  @Test("each half of a partition stays on its side", arguments: [1, 33, 700, 20000])
  func partition(_ count: Int) {
    let values = Self.sample(count)
    let sorted = values.elements.sorted()
    for k in Set([0, count / 3, count / 2, count - 1]) {
      let parts = values.partitioned(k).elements
      #expect(parts[k] == sorted[k], "\(count) \(k)")
      #expect((parts[..<k].max() ?? parts[k]) <= parts[k])
      #expect(parts[k...].min() == parts[k])
      #expect(parts.sorted() == sorted)
      let positions = values.argPartitioned(k).elements
      #expect(positions.sorted() == Array(0..<count))
      #expect(values.elements[positions[k]] == sorted[k])
      let front = values.taking(NDArray(positions[..<k]), axis: 0).elements
      #expect((front.max() ?? sorted[k]) <= sorted[k])
    }
    let several = values.partitioned([0, count - 1, count / 2]).elements
    for k in [0, count / 2, count - 1] { #expect(several[k] == sorted[k]) }
  }

  @Test("selection takes every order: rising, falling, all equal, organ pipes")
  func adversaries() {
    let n = 10000
    let orders: [[Int]] = [
      Array(0..<n), Array((0..<n).reversed()), Array(repeating: 5, count: n),
      (0..<n).map { min($0, n - $0) }, (0..<n).map { $0 % 3 },
    ]
    for order in orders {
      let sorted = order.sorted()
      for k in [0, 1, n / 2, n - 1] {
        #expect(NDArray(order).partitioned(k)[k].scalar == sorted[k])
      }
      let middle = Double(sorted[n / 2 - 1] + sorted[n / 2]) / 2
      #expect(NDArray(order).median() == middle)
    }
  }

  @Test("a search puts many values where one by one they belong")
  func search() {
    let sorted = Self.sample(1000).sorted()
    let values = Self.sample(777) + 0.0625 * 3
    for side in [SearchSide.left, .right] {
      let found = sorted.searchSorted(values, side: side).elements
      let elements = sorted.elements
      for (value, place) in zip(values.elements, found) {
        let before = elements.count { x in x < value || side == .right && x == value }
        #expect(place == before)
      }
    }
  }

  @Test("the distinct elements and their positions give the array back")
  func unique() {
    let a = Self.sample(500).reshaped([20, 25])
    for (layout, array) in everyLayout(of: a) {
      let found = array.uniqueAll()
      #expect(found.values.taking(found.inverse, axis: 0) == a, "\(layout)")
      #expect(found.counts.sum() == 500)
      #expect(a.flattened().taking(found.firstPositions, axis: 0) == found.values)
      #expect(array.unique() == found.values)
    }
  }
}
