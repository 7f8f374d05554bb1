import CKernels

/// A signed integer that stands for an element in sorting.
public protocol _SortKey: FixedWidthInteger, SignedInteger {
  /// Sorts the keys.
  static func _sort(_ keys: UnsafeMutablePointer<Self>, count: Int)
  /// Rearranges the keys so that what sorting would put at `positions`, ascending, is there, with no
  /// larger key before and no smaller key behind it.
  static func _select(_ keys: UnsafeMutablePointer<Self>, count: Int, _ positions: [Int])
  /// The least and the greatest of at least one key.
  static func _range(_ keys: UnsafePointer<Self>, count: Int) -> ClosedRange<Self>
  /// How many of the keys are equal to `key`.
  static func _occurrences(of key: Self, _ keys: UnsafePointer<Self>, count: Int) -> Int
  /// For each of the keys, how many of the sorted ones are less.
  static func _search(
    _ sorted: UnsafePointer<Self>, length: Int, _ keys: UnsafePointer<Self>, count: Int,
    _ out: UnsafeMutablePointer<Int>)

  /// For each row, the positions of its keys in ascending order, equal keys in their order of
  /// appearance.
  static func _argSort(
    _ keys: UnsafePointer<Self>, rows: Int, count: Int, _ out: UnsafeMutablePointer<Int>)
  /// For each row, positions in an order that puts at `ranks`, ascending, what sorting would.
  static func _argSelect(
    _ keys: UnsafePointer<Self>, rows: Int, count: Int, _ ranks: [Int],
    _ out: UnsafeMutablePointer<Int>)
  /// For each row and fraction of `rule`, the keys on both sides of the quantile and where between them
  /// it lies; `nan` for a row that holds one, unless they are to be skipped.
  static func _quantiles(
    _ keys: UnsafeMutablePointer<Self>, rows: Int, count: Int, _ rule: _QuantileRule, nan: Self?,
    skippingNaN: Bool, _ previous: UnsafeMutablePointer<Self>, _ next: UnsafeMutablePointer<Self>,
    _ weight: UnsafeMutablePointer<Double>)
  /// Counts the keys from `least` to `greatest` in parts of 2^`shift` neighbours.
  static func _tally(
    _ keys: UnsafePointer<Self>, count: Int, from least: Self, to greatest: Self, shift: UInt64,
    _ counts: UnsafeMutablePointer<Int>)
  /// Appends the keys from `least` to `greatest` to `found` others.
  static func _gather(
    _ keys: UnsafePointer<Self>, count: Int, from least: Self, to greatest: Self, found: inout Int,
    _ out: UnsafeMutablePointer<Self>)
  /// Moves the first of each run of equal keys in a sorted row to the front; returns how many they are.
  /// Each `distinct` key is a run of its own.
  static func _removeDuplicates(
    _ keys: UnsafeMutablePointer<Self>, count: Int, distinct: Self?
  ) -> Int
  /// Where each such run begins.
  static func _runs(_ keys: UnsafePointer<Self>, count: Int, distinct: Self?) -> [Int]
  /// Whether each of `count` keys is among the sorted ones, `absent` never.
  static func _contains(
    _ sorted: UnsafePointer<Self>, length: Int, _ keys: UnsafePointer<Self>, count: Int,
    absent: Self?, _ out: UnsafeMutablePointer<Bool>)
  /// The rows in ascending order, compared key by key, equal ones in their order of appearance.
  static func _orderOfRows(_ keys: UnsafePointer<Self>, rows: Int, count: Int) -> [Int]
}

extension Int32: _SortKey {
  public static func _sort(_ keys: UnsafeMutablePointer<Int32>, count: Int) {
    ck_k32_sort(keys, count)
  }

  public static func _select(
    _ keys: UnsafeMutablePointer<Int32>, count: Int, _ positions: [Int]
  ) {
    ck_k32_select(keys, count, positions, positions.count)
  }

  public static func _range(_ keys: UnsafePointer<Int32>, count: Int) -> ClosedRange<Int32> {
    var (least, greatest): (Int32, Int32) = (0, 0)
    ck_k32_range(keys, count, &least, &greatest)
    return least...greatest
  }

  public static func _occurrences(
    of key: Int32, _ keys: UnsafePointer<Int32>, count: Int
  ) -> Int {
    ck_k32_count(keys, key, count)
  }

  public static func _search(
    _ sorted: UnsafePointer<Int32>, length: Int, _ keys: UnsafePointer<Int32>, count: Int,
    _ out: UnsafeMutablePointer<Int>
  ) {
    ck_i32_search(false, sorted, length, keys, count, bound(out))
  }
}

extension Int64: _SortKey {
  public static func _sort(_ keys: UnsafeMutablePointer<Int64>, count: Int) {
    ck_k64_sort(keys, count)
  }

  public static func _select(
    _ keys: UnsafeMutablePointer<Int64>, count: Int, _ positions: [Int]
  ) {
    ck_k64_select(keys, count, positions, positions.count)
  }

  public static func _range(_ keys: UnsafePointer<Int64>, count: Int) -> ClosedRange<Int64> {
    var (least, greatest): (Int64, Int64) = (0, 0)
    ck_k64_range(keys, count, &least, &greatest)
    return least...greatest
  }

  public static func _occurrences(
    of key: Int64, _ keys: UnsafePointer<Int64>, count: Int
  ) -> Int {
    ck_k64_count(keys, key, count)
  }

  public static func _search(
    _ sorted: UnsafePointer<Int64>, length: Int, _ keys: UnsafePointer<Int64>, count: Int,
    _ out: UnsafeMutablePointer<Int>
  ) {
    ck_i64_search(false, sorted, length, keys, count, bound(out))
  }
}

// MARK: - Runs and rows

extension _SortKey {
  public static func _tally(
    _ keys: UnsafePointer<Self>, count: Int, from least: Self, to greatest: Self, shift: UInt64,
    _ counts: UnsafeMutablePointer<Int>
  ) {
    for i in 0..<count where keys[i] >= least && keys[i] <= greatest {
      counts[Int(UInt64(bitPattern: Int64(keys[i]) &- Int64(least)) &>> shift)] &+= 1
    }
  }

  public static func _gather(
    _ keys: UnsafePointer<Self>, count: Int, from least: Self, to greatest: Self, found: inout Int,
    _ out: UnsafeMutablePointer<Self>
  ) {
    for i in 0..<count where keys[i] >= least && keys[i] <= greatest {
      out[found] = keys[i]
      found &+= 1
    }
  }

  public static func _removeDuplicates(
    _ keys: UnsafeMutablePointer<Self>, count: Int, distinct: Self?
  ) -> Int {
    if count == 0 { return 0 }
    let (keepsSome, some) = (distinct != nil, distinct ?? 0)
    var (previous, kept) = (keys[0], 1)
    for i in 1..<count {
      let key = keys[i]
      keys[kept] = key
      kept &+= key != previous || keepsSome && key == some ? 1 : 0
      previous = key
    }
    return kept
  }

  public static func _runs(_ keys: UnsafePointer<Self>, count: Int, distinct: Self?) -> [Int] {
    var starts: [Int] = []
    for i in 0..<count where i == 0 || keys[i] != keys[i &- 1] || keys[i] == distinct {
      starts.append(i)
    }
    return starts
  }

  public static func _contains(
    _ sorted: UnsafePointer<Self>, length: Int, _ keys: UnsafePointer<Self>, count: Int,
    absent: Self?, _ out: UnsafeMutablePointer<Bool>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 128) { places in
      guard let place = places.baseAddress else { return }
      for block in stride(from: 0, to: count, by: 128) {
        let (keys, out) = (keys + block, out + block)
        let size = Swift.min(128, count - block)
        _search(sorted, length: length, keys, count: size, place)
        for i in 0..<size {
          out[i] = place[i] < length && sorted[place[i]] == keys[i] && keys[i] != absent
        }
      }
    }
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
