// Sorting on several threads.

/// What it takes to sort rows of `count` keys together, as ``Parts`` counts it.
func sortingWork<Key>(_ type: Key.Type, _ count: Int) -> Int {
  count * MemoryLayout<Key>.size * _Loop.Cost.slow.rawValue
}

extension _SortKey {
  /// Sorts the keys. Many are first parted at evenly spaced positions, and what lies between these is sorted on
  /// several threads: equal keys are the same, so there is one result.
  static func _sortInParts(_ keys: UnsafeMutablePointer<Self>, count: Int) {
    let work = sortingWork(Self.self, count)
    let pieces = count < 1 << 16 ? 1 : Parts.threads(for: work)
    if pieces < 2 { return _sort(keys, count: count) }
    let bounds = (0...pieces).map { $0 * count / pieces }
    _select(keys, count: count, Array(bounds[1..<pieces]))
    Parts.forEach(of: pieces, unit: 1, work: work) { part in
      for i in part { _sort(keys + bounds[i], count: bounds[i + 1] - bounds[i]) }
    }
  }
}
