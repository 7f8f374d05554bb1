import NDArray
import Testing

/// The vector kernels against lists, at lengths around those of their blocks, in orders that favour and that
/// hinder them.
@Suite("Ordering of long rows")
struct OrderingKernelTests {
  static let lengths = [
    1, 12, 13, 63, 65, 127, 129, 255, 256, 257, 320, 511, 513, 700, 1023,
  ]

  /// Bits in several orders.
  private static func orders(_ count: Int) -> [[UInt64]] {
    var state: UInt64 = 42
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 31)) &* 0x9E37_79B9_7F4A_7C15
    }
    let random = (0..<count).map { _ in next() }
    return [
      random, random.map { $0 % 3 }, random.map { $0 % 2 == 0 ? .max : $0 },
      random.map { $0 % 4 == 0 ? 1 << 63 : 1 << 63 - 1 }, random.map { $0 >> 40 },
      random.map { $0 % 100 == 0 ? $0 : $0 % 1000 }, (0..<count).map { UInt64($0) },
      (0..<count).map { UInt64(count - $0) }, (0..<count).map { UInt64(min($0, count - $0)) },
      (0..<count).map { UInt64($0 % 8) }, [UInt64](repeating: 7, count: count),
    ]
  }

  /// Sorts, positions, selections, distinct elements and searches in one list. `precedes` is the order.
  private func check<E: NDScalar>(_ values: [E], by precedes: @escaping (E, E) -> Bool) {
    let (array, count) = (NDArray(values), values.count)
    let order = values.indices.sorted {
      precedes(values[$0], values[$1]) || !precedes(values[$1], values[$0]) && $0 < $1
    }
    let sorted = order.map { values[$0] }
    let isSame = { (a: E, b: E) in !precedes(a, b) && !precedes(b, a) }
    func expect(_ found: [E], _ what: Comment) {
      #expect(found.count == sorted.count && zip(found, sorted).allSatisfy(isSame), what)
    }
    expect(array.sorted().elements, "sorted \(E.self) \(count)")
    #expect(array.argSorted().elements == order, "positions \(E.self) \(count)")

    let places = [count / 2, count / 3, count - 1, count / 2]
    let parts = array.partitioned(places).elements
    for place in places {
      #expect(isSame(parts[place], sorted[place]))
      #expect(!parts[..<place].contains { precedes(sorted[place], $0) })
      #expect(!parts[place...].contains { precedes($0, sorted[place]) })
    }
    expect(parts.sorted(by: precedes), "partitioned \(E.self) \(count)")

    let starts = sorted.indices.filter { $0 == 0 || precedes(sorted[$0 - 1], sorted[$0]) }
    let distinct = array.unique().elements
    #expect(distinct.count == starts.count)
    #expect(zip(distinct, starts).allSatisfy { isSame($0, sorted[$1]) })

    let values = NDArray(sorted)
    let some = array[..<Swift.min(count, 37)]
    for (value, (left, right)) in zip(
      some.elements,
      zip(
        values.searchSorted(some).elements,
        values.searchSorted(some, side: .right).elements))
    {
      #expect(left == 0 || precedes(sorted[left - 1], value))
      #expect(isSame(sorted[left], value))
      #expect(isSame(sorted[right - 1], value))
      #expect(right == count || precedes(value, sorted[right]))
    }
  }

  private func check<E: NDInteger>(integers type: E.Type, _ count: Int) {
    for bits in Self.orders(count) { check(bits.map { E(truncatingIfNeeded: $0) }, by: <) }
  }

  @Test("integers of each width, signed and not", arguments: lengths) func integers(_ count: Int) {
    check(integers: Int8.self, count)
    check(integers: Int32.self, count)
    check(integers: Int.self, count)
    check(integers: UInt16.self, count)
    check(integers: UInt32.self, count)
    check(integers: UInt64.self, count)
    for bits in Self.orders(count) { check(bits.map { $0 & 1 == 1 }) { !$0 && $1 } }
  }

  @Test(
    "floats, with NaN, infinities and numbers that differ in few bits", arguments: lengths)
  func floats(_ count: Int) {
    for bits in Self.orders(count) {
      check(bits.map { Double(bitPattern: $0) }) { $0 < $1 || $1.isNaN && !$0.isNaN }
      check(bits.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }) {
        $0 < $1 || $1.isNaN && !$0.isNaN
      }
      check(bits.map { Double($0 % 1000) - 500 }, by: <)
    }
  }

  @Test("numbers of which a sample is sorted first", arguments: [4097, 20001])
  func long(_ count: Int) {
    for bits in Self.orders(count).prefix(4) {
      check(bits.map { Int(bitPattern: UInt($0)) }, by: <)
      check(bits.map { UInt32(truncatingIfNeeded: $0) }, by: <)
    }
  }

  @Test("rows of every length and both axes", arguments: [1, 7, 60, 300, 1000, 2500])
  func rows(_ count: Int) {
    var rng = Generator(seed: 5)
    let a = rng.standardNormal([9, count], as: Float.self)
    let expected = NDArray((0..<9).map { a[$0].elements.sorted() })
    #expect(a.sorted() == expected)
    #expect(a.T.sorted(axis: 0) == expected.T)
    #expect(a.median(axis: 1).elements == a.sorted().median(axis: 1).elements)
    #expect(a.asType(Int8.self).sorted() == expected.asType(Int8.self))
  }

  @Test("an element belongs to the bin between whose edges it lies", arguments: [1, 50, 600])
  func bins(_ count: Int) {
    var rng = Generator(seed: 3)
    let x = concatenated([
      rng.standardNormal([2000]), NDArray.linspace(-1, 1, count: count + 1),
      NDArray<Double>([.nan, .infinity, -.infinity]),
    ])
    let found = histogram(x, bins: count, range: -1...1)
    let edges = found.edges.elements
    var expected = [Int](repeating: 0, count: count)
    for value in x.elements where value >= -1 && value <= 1 {
      expected[min(edges.lastIndex { $0 <= value } ?? 0, count - 1)] += 1
    }
    #expect(found.counts.elements == expected)
    let single = x.asType(Float.self)
    let between = histogram(single, edges: histogram(single, bins: count, range: -1...1).edges)
    #expect(histogram(single, bins: count, range: -1...1).counts == between.counts)
  }

  @Test("few and many counts", arguments: [3, 4096, 4097, 9000]) func counts(_ length: Int) {
    var rng = Generator(seed: 4)
    let x = rng.integers(0..<length, [8001])
    var expected = [Int](repeating: 0, count: length)
    for bin in x.elements { expected[bin] += 1 }
    #expect(bincount(x, minLength: length).elements == expected)
  }
}
