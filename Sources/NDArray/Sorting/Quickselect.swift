extension _SortKey {
  public static func _select(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ positions: [Int]
  ) {
    for row in 0..<rows { select(keys + row &* count, 0, count, positions[...]) }
  }

  public static func _argSelect(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ ranks: [Int],
    _ out: UnsafeMutablePointer<Int>
  ) {
    let scratch = Storage.make(of: Self.self, count: count)
    let copy = scratch.pointer(to: Self.self)
    for row in 0..<rows {
      let keys = keys + row &* count
      copy.update(from: keys, count: count)
      select(copy, 0, count, ranks[...])
      group(keys, count, around: ranks.map { copy[$0] }, out + row &* count)
    }
    withExtendedLifetime(scratch) {}
  }

  /// The positions of the keys below the first pivot, those equal to it, those up to the second, and so
  /// on; within a group in their order of appearance.
  private static func group(
    _ keys: UnsafePointer<Self>, _ count: Int, around pivots: [Self],
    _ out: UnsafeMutablePointer<Int>
  ) {
    var bounds: [Self] = []
    for pivot in pivots where pivot != bounds.last { bounds.append(pivot) }
    func group(of key: Self) -> Int {
      var i = 0
      while i < bounds.count && bounds[i] < key { i &+= 1 }
      return i < bounds.count && bounds[i] == key ? 2 &* i &+ 1 : 2 &* i
    }
    var starts = [Int](repeating: 0, count: 2 * bounds.count + 2)
    for i in 0..<count { starts[group(of: keys[i]) &+ 1] &+= 1 }
    for i in 1..<starts.count { starts[i] &+= starts[i &- 1] }
    for i in 0..<count {
      let g = group(of: keys[i])
      out[starts[g]] = i
      starts[g] &+= 1
    }
  }
}

// MARK: - Quickselect

extension _SortKey {
  /// Rearranges `keys[lower..<upper]` so that each of the ascending `positions` holds what sorting would
  /// put there, with no larger key before and no smaller key behind it.
  ///
  /// The pivot is taken from a sorted sample just beyond the position looked for, so that the part left
  /// to search soon is small: R. W. Floyd and R. L. Rivest, *Expected time bounds for selection*, 1975.
  /// A part that resists is sorted instead. Complexity: O(n) for each position.
  static func select(
    _ keys: UnsafeMutablePointer<Self>, _ lower: Int, _ upper: Int, _ positions: ArraySlice<Int>
  ) {
    var (lower, upper, positions) = (lower, upper, positions)
    var patience = 8 * (upper - lower)
    while let last = positions.last {
      let count = upper - lower
      if count <= 32 { return insertionSort(keys + lower, count) }
      patience -= count
      if patience < 0 { return _sort(keys + lower, rows: 1, count: count) }
      let target =
        positions.count == 1 ? last : positions[positions.startIndex + positions.count / 2]
      let pivot = self.pivot(keys + lower, count, near: target - lower)
      var split = lower + partition(keys + lower, count) { $0 < pivot }
      if split == lower {
        // No key is below the pivot; what equals it is in place once it is in front.
        split = lower + partition(keys + lower, count) { $0 <= pivot }
        positions = positions.drop { $0 < split }
        lower = split
        continue
      }
      let left = positions.prefix { $0 < split }
      let right = positions.dropFirst(left.count)
      if right.isEmpty {
        upper = split
      } else {
        if !left.isEmpty { select(keys, lower, split, left) }
        lower = split
        positions = right
      }
    }
  }

  /// A key that splits the keys a little beyond the `rank`-th.
  private static func pivot(
    _ keys: UnsafePointer<Self>, _ count: Int, near rank: Int
  ) -> Self {
    let size = count < 4096 ? 15 : 127
    return withUnsafeTemporaryAllocation(of: Self.self, capacity: 127) { sample in
      for i in 0..<size { sample[i] = keys[(2 &* i &+ 1) &* count / (2 &* size)] }
      guard let base = sample.baseAddress else { return keys[0] }
      insertionSort(base, size)
      let share = Double(rank) / Double(count)
      let margin = (share * (1 - share) * Double(size)).squareRoot() * 1.5 + 1
      let place = share * Double(size) + (share < 0.5 ? margin : -margin)
      return base[Swift.max(0, Swift.min(size &- 1, Int(place)))]
    }
  }

  /// Moves the keys that belong in front there, without branches; returns how many they are.
  @inline(__always)
  private static func partition(
    _ keys: UnsafeMutablePointer<Self>, _ count: Int, belongsInFront: (Self) -> Bool
  ) -> Int {
    var front = 0
    for i in 0..<count {
      let key = keys[i]
      keys[i] = keys[front]
      keys[front] = key
      front &+= belongsInFront(key) ? 1 : 0
    }
    return front
  }
}
