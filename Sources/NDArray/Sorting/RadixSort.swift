/// An unsigned integer that stands for an element in sorting.
public protocol _SortKey: FixedWidthInteger, UnsignedInteger {
  /// Sorts each row.
  static func _sort(_ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int)
  /// For each row, the positions of its keys in ascending order, equal keys in their order of
  /// appearance. The keys are lost.
  static func _argSort(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ out: UnsafeMutablePointer<Int>)
  /// Rearranges each row so that what sorting would put at `positions`, ascending, is there.
  static func _select(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ positions: [Int])
  /// For each row, positions in an order that puts at `ranks`, ascending, what sorting would.
  static func _argSelect(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ ranks: [Int],
    _ out: UnsafeMutablePointer<Int>)
  /// For each row and fraction of `rule`, the keys on both sides of the quantile and where between them
  /// it lies; `nan` for a row that holds one, unless they are to be skipped.
  static func _quantiles(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ rule: _QuantileRule, nan: Self?,
    skippingNaN: Bool, _ previous: UnsafeMutablePointer<Self>, _ next: UnsafeMutablePointer<Self>,
    _ weight: UnsafeMutablePointer<Double>)
  /// Where each run of equal keys begins in a sorted row; each `distinct` key is a run of its own.
  static func _runs(_ keys: UnsafePointer<Self>, count: Int, distinct: Self?) -> [Int]
  /// Whether each of `count` keys is among the sorted ones, `absent` never.
  static func _contains(
    _ sorted: UnsafePointer<Self>, length: Int, _ keys: UnsafePointer<Self>, count: Int,
    absent: Self?, _ out: UnsafeMutablePointer<Bool>)
  /// The rows in ascending order, compared key by key, equal ones in their order of appearance.
  static func _orderOfRows(_ keys: UnsafePointer<Self>, rows: Int, count: Int) -> [Int]
}

extension UInt8: _SortKey {}
extension UInt16: _SortKey {}
extension UInt32: _SortKey {}
extension UInt64: _SortKey {}

/// Up to this many keys insertion beats counting digits.
private let fewKeys = 64

extension _SortKey {
  public static func _sort(_ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int) {
    if count <= fewKeys {
      for row in 0..<rows { insertionSort(keys + row &* count, count) }
      return
    }
    let scratch = Storage.make(of: Self.self, count: count)
    withDigitCounts { counts in
      for row in 0..<rows {
        radixSort(keys + row &* count, count, scratch.pointer(to: Self.self), counts)
      }
    }
    withExtendedLifetime(scratch) {}
  }

  public static func _argSort(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    for row in 0..<rows {
      let positions = out + row &* count
      for i in 0..<count { positions[i] = i }
    }
    if count <= fewKeys {
      for row in 0..<rows { insertionSort(keys + row &* count, out + row &* count, count) }
      return
    }
    let scratch = Storage.make(of: Self.self, count: count)
    let places = Storage.make(of: Int.self, count: count)
    withDigitCounts { counts in
      for row in 0..<rows {
        radixSort(
          keys + row &* count, out + row &* count, count, scratch.pointer(to: Self.self),
          places.pointer(to: Int.self), counts)
      }
    }
    withExtendedLifetime((scratch, places)) {}
  }
}

// MARK: - Insertion

extension _SortKey {
  @inline(__always)
  static func insertionSort(_ keys: UnsafeMutablePointer<Self>, _ count: Int) {
    _ = insert(keys, count, moves: .max)
  }

  @inline(__always)
  private static func insertionSort(
    _ keys: UnsafeMutablePointer<Self>, _ positions: UnsafeMutablePointer<Int>, _ count: Int
  ) {
    _ = insert(keys, positions, count, moves: .max)
  }

  /// Sorts keys that are nearly sorted; false when it has given up.
  @inline(never)
  private static func finish(_ keys: UnsafeMutablePointer<Self>, _ count: Int) -> Bool {
    insert(keys, count, moves: 4 &* count)
  }

  @inline(never)
  private static func finish(
    _ keys: UnsafeMutablePointer<Self>, _ positions: UnsafeMutablePointer<Int>, _ count: Int
  ) -> Bool {
    insert(keys, positions, count, moves: 4 &* count)
  }

  /// Sorts by insertion; false when that has taken more than so many moves.
  @inline(__always)
  private static func insert(
    _ keys: UnsafeMutablePointer<Self>, _ count: Int, moves: Int
  ) -> Bool {
    var left = moves
    for i in 1..<Swift.max(count, 1) {
      let key = keys[i]
      if keys[i &- 1] <= key { continue }
      var j = i
      while j > 0 && keys[j &- 1] > key {
        keys[j] = keys[j &- 1]
        j &-= 1
      }
      keys[j] = key
      left &-= i &- j
      if left < 0 { return false }
    }
    return true
  }

  @inline(__always)
  private static func insert(
    _ keys: UnsafeMutablePointer<Self>, _ positions: UnsafeMutablePointer<Int>, _ count: Int,
    moves: Int
  ) -> Bool {
    var left = moves
    for i in 1..<Swift.max(count, 1) {
      let (key, position) = (keys[i], positions[i])
      if keys[i &- 1] <= key { continue }
      var j = i
      while j > 0 && keys[j &- 1] > key {
        keys[j] = keys[j &- 1]
        positions[j] = positions[j &- 1]
        j &-= 1
      }
      keys[j] = key
      positions[j] = position
      left &-= i &- j
      if left < 0 { return false }
    }
    return true
  }
}

// MARK: - Radix

/// Which bits of the keys are counted: of the distance to the least key, `count` bytes above the lowest
/// `shift` bits.
private struct Digits<Key: _SortKey> {
  var least: Key
  var shift: Int
  var count: Int

  @inline(__always)
  func value(of key: Key, shift: Key) -> Int {
    Int(truncatingIfNeeded: ((key &- least) &>> shift) & 255)
  }
}

extension _SortKey {
  /// Calls `body` with a counter for each value of each byte of a key.
  static func withDigitCounts(_ body: (UnsafeMutablePointer<Int>) -> Void) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 32 * bitWidth) { counts in
      if let base = counts.baseAddress { body(base) }
    }
  }

  /// The bytes to sort by: all in which the keys differ, but where those are many the highest four at
  /// first, because few keys agree in so many bits and insertion puts those right.
  private static func leadingDigits(_ keys: UnsafePointer<Self>, _ count: Int) -> Digits<Self> {
    var (least, greatest) = (keys[0], keys[0])
    for i in 0..<count {
      least = Swift.min(least, keys[i])
      greatest = Swift.max(greatest, keys[i])
    }
    let bits = bitWidth - (greatest - least).leadingZeroBitCount
    return bits <= 40
      ? Digits(least: least, shift: 0, count: (bits + 7) / 8)
      : Digits(least: least, shift: bits - 32, count: 4)
  }

  /// Sorts by one byte after another, the lowest first.
  ///
  /// D. E. Knuth, *The Art of Computer Programming*, volume 3, 5.2.5, algorithm R, and 5.2.2 on how few
  /// inversions the lower bits leave.
  static func radixSort(
    _ keys: UnsafeMutablePointer<Self>, _ count: Int, _ scratch: UnsafeMutablePointer<Self>,
    _ counts: UnsafeMutablePointer<Int>
  ) {
    if isSorted(keys, count) { return }
    let leading = leadingDigits(keys, count)
    distribute(keys, count, scratch, counts, leading)
    if leading.shift > 0 && !finish(keys, count) {
      let all = Digits(least: leading.least, shift: 0, count: bitWidth / 8)
      distribute(keys, count, scratch, counts, all)
    }
  }

  private static func radixSort(
    _ keys: UnsafeMutablePointer<Self>, _ positions: UnsafeMutablePointer<Int>, _ count: Int,
    _ scratch: UnsafeMutablePointer<Self>, _ places: UnsafeMutablePointer<Int>,
    _ counts: UnsafeMutablePointer<Int>
  ) {
    if isSorted(keys, count) { return }
    let leading = leadingDigits(keys, count)
    distribute(keys, positions, count, scratch, places, counts, leading)
    if leading.shift > 0 && !finish(keys, positions, count) {
      let all = Digits(least: leading.least, shift: 0, count: bitWidth / 8)
      distribute(keys, positions, count, scratch, places, counts, all)
    }
  }

  private static func distribute(
    _ keys: UnsafeMutablePointer<Self>, _ count: Int, _ scratch: UnsafeMutablePointer<Self>,
    _ counts: UnsafeMutablePointer<Int>, _ digits: Digits<Self>
  ) {
    countDigits(keys, count, counts, digits)
    var (source, target) = (keys, scratch)
    for digit in 0..<digits.count {
      let shift = Self(truncatingIfNeeded: digits.shift &+ digit &* 8)
      let next = counts + digit &* 256
      if !turnIntoStarts(next, count) { continue }
      for i in 0..<count {
        let key = source[i]
        let value = digits.value(of: key, shift: shift)
        target[next[value]] = key
        next[value] &+= 1
      }
      swap(&source, &target)
    }
    if source != keys { keys.update(from: source, count: count) }
  }

  private static func distribute(
    _ keys: UnsafeMutablePointer<Self>, _ positions: UnsafeMutablePointer<Int>, _ count: Int,
    _ scratch: UnsafeMutablePointer<Self>, _ places: UnsafeMutablePointer<Int>,
    _ counts: UnsafeMutablePointer<Int>, _ digits: Digits<Self>
  ) {
    countDigits(keys, count, counts, digits)
    var (source, target) = (keys, scratch)
    var (from, to) = (positions, places)
    for digit in 0..<digits.count {
      let shift = Self(truncatingIfNeeded: digits.shift &+ digit &* 8)
      let next = counts + digit &* 256
      if !turnIntoStarts(next, count) { continue }
      for i in 0..<count {
        let key = source[i]
        let value = digits.value(of: key, shift: shift)
        let place = next[value]
        target[place] = key
        to[place] = from[i]
        next[value] = place &+ 1
      }
      swap(&source, &target)
      swap(&from, &to)
    }
    if source != keys {
      keys.update(from: source, count: count)
      positions.update(from: from, count: count)
    }
  }

  private static func isSorted(_ keys: UnsafePointer<Self>, _ count: Int) -> Bool {
    var i = 1
    while i < count && keys[i &- 1] <= keys[i] { i &+= 1 }
    return i >= count
  }

  private static func countDigits(
    _ keys: UnsafePointer<Self>, _ count: Int, _ counts: UnsafeMutablePointer<Int>,
    _ digits: Digits<Self>
  ) {
    counts.update(repeating: 0, count: 256 &* digits.count)
    let shift = Self(truncatingIfNeeded: digits.shift)
    for i in 0..<count {
      var key = (keys[i] &- digits.least) &>> shift
      for digit in 0..<digits.count {
        counts[digit &* 256 &+ Int(truncatingIfNeeded: key & 255)] &+= 1
        key >>= 8
      }
    }
  }

  /// Turns the counts of one byte's values into where the keys with each value begin; false when all
  /// keys share one value.
  private static func turnIntoStarts(_ counts: UnsafeMutablePointer<Int>, _ total: Int) -> Bool {
    var start = 0
    for value in 0..<256 {
      let count = counts[value]
      if count == total { return false }
      counts[value] = start
      start &+= count
    }
    return true
  }
}

// MARK: - Runs and rows

extension _SortKey {
  public static func _runs(_ keys: UnsafePointer<Self>, count: Int, distinct: Self?) -> [Int] {
    var starts: [Int] = []
    for i in 0..<count where i == 0 || keys[i] != keys[i &- 1] || keys[i] == distinct {
      starts.append(i)
    }
    return starts
  }

  public static func _orderOfRows(
    _ keys: UnsafePointer<Self>, rows: Int, count: Int
  ) -> [Int] {
    (0..<rows).sorted { a, b in
      let (x, y) = (keys + a &* count, keys + b &* count)
      for i in 0..<count where x[i] != y[i] { return x[i] < y[i] }
      return a < b
    }
  }
}
