// Quantiles of more elements than may be copied: where the kept axes are long, some of their positions at a time; of one
// long row, by counting in several passes.

extension NDArray {
  /// Of more elements than this no copy is made.
  static var largestSample: Int { 2 << 20 }

  /// The results along `axes` of some positions of the other axes after others.
  ///
  /// - Parameters:
  ///   - leading: The extent of the first axis of a result, before those that are kept.
  ///   - body: The results of a part, with the reduced axes or without.
  func inParts<Result>(
    axes: [Int], keepDims: Bool, _ operation: StaticString, leading: Int,
    _ body: (_ part: NDArray, _ keepDims: Bool) -> NDArray<Result>
  ) -> NDArray<Result> {
    let axes = layout.axes(axes, of: operation)
    let kept = allAxes.filter { !axes.contains($0) && layout.shape[$0] > 1 }
    guard count > NDArray.largestSample, !kept.isEmpty else { return body(self, keepDims) }
    var shape = [leading] + shape
    for axis in axes { shape[axis + 1] = 1 }
    var result = NDArray<Result>.zeros(shape)
    // The longest axis, cut so that a part is about as large as a block.
    let axis = kept.max { layout.shape[$0] < layout.shape[$1] }!
    let extent = layout.shape[axis]
    let together = Swift.max(extent / (count / NDArray.largestBlock), 1)
    for first in Swift.stride(from: 0, to: extent, by: together) {
      let range = first..<Swift.min(first + together, extent)
      let found = sliced(axis: axis, range).inParts(
        axes: axes, keepDims: true, operation, leading: leading, body)
      let whole = [any NDIndex](repeating: AxisIndex.all, count: axis + 1)
      result[indices: whole + [range]] = found
    }
    return keepDims ? result : result.dropping(axes: axes.map { $0 + 1 })
  }

  /// What `_SortKey._quantiles` finds for all elements as one row.
  func quantilesInPasses(
    _ rule: _QuantileRule, skippingNaN: Bool, _ previous: UnsafeMutablePointer<Element._Key>,
    _ next: UnsafeMutablePointer<Element._Key>, _ weight: UnsafeMutablePointer<Double>
  ) {
    let nan = Element._nanKey
    var counted = 0
    if let nan {
      forEachKeys { keys, count in
        counted += Element._Key._occurrences(of: nan, keys, count: count)
      }
    }
    let valid = count - counted
    let isNaN = valid == 0 || valid < count && !skippingNaN
    let places = isNaN ? [] : rule.places(in: valid)
    let found = isNaN ? [:] : keys(at: Set(places.flatMap { [$0.previous, $0.next] }).sorted())
    for q in rule.fractions.indices {
      previous[q] = isNaN ? nan ?? 0 : found[places[q].previous]!
      next[q] = isNaN ? nan ?? 0 : found[places[q].next]!
      weight[q] = isNaN ? 0 : places[q].weight
    }
  }

  /// Calls `body` with the keys of some elements after others.
  private func forEachKeys(_ body: (UnsafePointer<Element._Key>, _ count: Int) -> Void) {
    forEachPiece { piece in
      withUnsafeTemporaryAllocation(of: Element._Key.self, capacity: piece.count) { keys in
        let keys = keys.baseAddress!
        Element._encode(piece.baseAddress!, count: piece.count, keys, signedZeros: true)
        body(UnsafePointer(keys), piece.count)
      }
    }
  }

  /// The keys that sorting would put at `positions`, ascending: their range is cut into equal parts, the keys in each
  /// counted, and those parts searched that hold a position.
  private func keys(at positions: [Int]) -> [Int: Element._Key] {
    var range: ClosedRange<Element._Key>?
    forEachKeys { keys, count in
      let found = Element._Key._range(keys, count: count)
      range =
        range.map {
          Swift.min($0.lowerBound, found.lowerBound)...Swift.max($0.upperBound, found.upperBound)
        } ?? found
    }
    var result: [Int: Element._Key] = [:]
    search(
      for: positions, among: 0..<count, from: range!.lowerBound, to: range!.upperBound, &result)
    return result
  }

  /// - Parameter ranks: Where the keys from `least` to `greatest` would stand.
  private func search(
    for positions: [Int], among ranks: Range<Int>, from least: Element._Key,
    to greatest: Element._Key, _ result: inout [Int: Element._Key]
  ) {
    if least == greatest {
      for position in positions { result[position] = least }
      return
    }
    if ranks.count <= NDArray.largestBlock {
      let storage = Storage.make(of: Element._Key.self, count: ranks.count)
      let inside = storage.pointer(to: Element._Key.self)
      var found = 0
      forEachKeys { keys, count in
        Element._Key._gather(keys, count: count, from: least, to: greatest, found: &found, inside)
      }
      Element._Key._sort(inside, count: found)
      for position in positions { result[position] = inside[position - ranks.lowerBound] }
      return withExtendedLifetime(storage) {}
    }
    let partBits = 14
    let spread = UInt64(bitPattern: Int64(greatest) &- Int64(least))
    let shift = UInt64(Swift.max(64 - spread.leadingZeroBitCount - partBits, 0))
    var counts = [Int](repeating: 0, count: 1 << partBits)
    counts.withUnsafeMutableBufferPointer { counts in
      forEachKeys { keys, count in
        Element._Key._tally(
          keys, count: count, from: least, to: greatest, shift: shift, counts.baseAddress!)
      }
    }
    var (start, rest) = (ranks.lowerBound, positions[...])
    for (part, count) in counts.enumerated() where count > 0 && !rest.isEmpty {
      let inside = rest.prefix { $0 < start + count }
      if !inside.isEmpty {
        let first = Int64(least) &+ Int64(bitPattern: UInt64(part) &<< shift)
        let last = UInt64(part) &<< shift | ((1 &<< shift) &- 1)
        search(
          for: Array(inside), among: start..<start + count, from: Element._Key(first),
          to: Element._Key(Int64(least) &+ Int64(bitPattern: Swift.min(last, spread))), &result)
        rest = rest.dropFirst(inside.count)
      }
      start += count
    }
  }
}
