// Sorting and selecting of positions.

extension _SortKey {
  public static func _argSort(
    _ keys: UnsafePointer<Self>, rows: Int, count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    if count == 0 { return }
    Parts.forEach(of: rows, unit: 1, work: sortingWork(Self.self, rows * count)) { part in
      for row in part { argSort(keys + row &* count, count: count, out + row &* count) }
    }
  }

  private static func argSort(
    _ keys: UnsafePointer<Self>, count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    for i in 0..<count { out[i] = i }
    let range = _range(keys, count: count)
    let spread = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound))
    order(
      bound(out), count, by: keys, least: Int64(range.lowerBound),
      bits: 64 - spread.leadingZeroBitCount,
      placeBits: Int.bitWidth - (count - 1).leadingZeroBitCount)
  }

  /// Sorts positions by the lowest `bits` of the keys' distances from the least, in words that hold the
  /// highest of these and the position. Where not all find room, runs of equal ones are sorted by the rest.
  private static func order(
    _ words: UnsafeMutablePointer<Int64>, _ count: Int, by keys: UnsafePointer<Self>, least: Int64,
    bits: Int, placeBits: Int
  ) {
    let rest = UInt64(Swift.max(0, bits + placeBits - 64))
    let (width, bits) = (UInt64(placeBits), UInt64(bits))
    let (place, key): (UInt64, UInt64) = ((1 << width) &- 1, (1 << bits) &- 1)
    for i in 0..<count {
      let distance = UInt64(bitPattern: Int64(keys[Int(words[i])]) &- least) & key
      words[i] = Int64(bitPattern: (distance &>> rest) &<< width | UInt64(words[i])) ^ .min
    }
    Int64._sortInParts(words, count: count)
    var start = 0
    while start < count {
      var end = start + 1
      while rest > 0 && end < count && UInt64(bitPattern: words[end] ^ words[start]) &>> width == 0
      {
        end &+= 1
      }
      for i in start..<end { words[i] &= Int64(place) }
      if end - start > 1 {
        order(
          words + start, end - start, by: keys, least: least, bits: Int(rest), placeBits: placeBits)
      }
      start = end
    }
  }

  public static func _argSelect(
    _ keys: UnsafePointer<Self>, rows: Int, count: Int, _ ranks: [Int],
    _ out: UnsafeMutablePointer<Int>
  ) {
    Parts.forEach(of: rows, unit: 1, work: sortingWork(Self.self, rows * count)) { part in
      let scratch = Storage.make(of: Self.self, count: count)
      let copy = scratch.pointer(to: Self.self)
      for row in part {
        let keys = keys + row &* count
        copy.update(from: keys, count: count)
        _select(copy, count: count, ranks)
        group(keys, count, around: ranks.map { copy[$0] }, out + row &* count)
      }
      withExtendedLifetime(scratch) {}
    }
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
