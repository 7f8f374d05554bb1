/// On which side of equal elements a value belongs.
public enum SearchSide: Sendable {
  /// Before them: the first position whose element is not less than the value.
  case left
  /// Behind them: the first position whose element is greater than the value.
  case right
}

extension NDArray {
  /// The positions at which `values` belong in this sorted one-dimensional array, so that inserting each
  /// there keeps the order. NaN belongs at the end, as ``sorted(axis:)`` has it.
  ///
  /// - Parameters:
  ///   - values: of any shape.
  ///   - side: on which side of equal elements.
  ///   - sorter: positions that sort this array if it is not sorted itself, as ``argSorted(axis:)`` gives
  ///     them.
  /// - Returns: the positions in the shape of `values`.
  ///
  /// Traps when this array is not one-dimensional or `sorter` does not fit it. Complexity: O(log n) for each
  /// value, and O(n) for a sorter.
  public func searchSorted(
    _ values: NDArray, side: SearchSide = .left, sorter: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    require(
      rank == 1,
      "searchsorted: object of too small depth for desired array, got shape \(layout.shape.text)"
    )
    if let sorter {
      require(
        sorter.layout.shape == layout.shape,
        "searchsorted: sorter.size must equal a.size, got shapes \(sorter.layout.shape.text) and \(layout.shape.text)"
      )
      return taking(sorter, axis: 0).searchSorted(values, side: side)
    }
    let (sorted, values) = (contiguous(), values.contiguous())
    return NDArray<Int>(shape: values.layout.shape) { out in
      sorted.withPointer { sorted in
        values.withPointer {
          Element._search(side, sorted, length: count, $0, count: values.count, out)
        }
      }
    }
  }

  /// The position at which one value belongs in this sorted one-dimensional array.
  public func searchSorted(
    _ value: Element, side: SearchSide = .left, sorter: NDArray<Int>? = nil
  ) -> Int {
    searchSorted(NDArray(value), side: side, sorter: sorter).scalar
  }
}

extension NDArray where Element: NDNumeric {
  /// For each element the number of the bin it falls into: i with bins[i−1] ≤ x < bins[i], or, with
  /// `right`, bins[i−1] < x ≤ bins[i]; 0 and `bins.count` are outside. Falling bins work the other way
  /// round.
  ///
  /// Same shape as this array. Traps when `bins` is not one-dimensional and monotonic. Complexity: O(log of
  /// the number of bins) for each element.
  public func digitized(_ bins: NDArray, right: Bool = false) -> NDArray<Int> {
    require(
      bins.rank == 1,
      "digitize: object of too small depth for desired array, got bins of shape \(bins.layout.shape.text)"
    )
    let (earlier, later) = (bins[..<(-1)], bins[1...])
    let side: SearchSide = right ? .left : .right
    if bins.count == 0 || (earlier .<= later).all() { return bins.searchSorted(self, side: side) }
    require(
      (earlier .>= later).all(),
      "digitize: bins must be monotonically increasing or decreasing")
    return bins.count - bins.flipped().searchSorted(self, side: side)
  }
}

// MARK: - Kernels

extension NDNumeric {
  public static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Self>, length: Int, _ values: UnsafePointer<Self>,
    count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    switch side {
    case .left:
      search(sorted, length, values, count, out) { precedes($0, $1) }
    case .right:
      search(sorted, length, values, count, out) { !precedes($1, $0) }
    }
  }

  /// Whether `a` comes before `b` when NaN comes last.
  @inline(__always)
  private static func precedes(_ a: Self, _ b: Self) -> Bool { a < b || b != b && a == a }
}

extension Bool {
  public static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Bool>, length: Int, _ values: UnsafePointer<Bool>,
    count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    switch side {
    case .left: search(sorted, length, values, count, out) { !$0 && $1 }
    case .right: search(sorted, length, values, count, out) { !$0 || $1 }
    }
  }
}

/// Binary search for many values in step: the halves are the same for all, so the search of one value
/// need not wait for the memory of another, and nothing branches on the comparisons.
@inline(__always)
private func search<T>(
  _ sorted: UnsafePointer<T>, _ length: Int, _ values: UnsafePointer<T>, _ count: Int,
  _ out: UnsafeMutablePointer<Int>, isBefore: (T, T) -> Bool
) {
  out.initialize(repeating: 0, count: count)
  if length == 0 { return }
  for block in stride(from: 0, to: count, by: 32) {
    let (values, out) = (values + block, out + block)
    let lanes = Swift.min(32, count - block)
    var rest = length
    while rest > 1 {
      let half = rest / 2
      for lane in 0..<lanes {
        let start = out[lane]
        out[lane] = isBefore(sorted[start &+ half &- 1], values[lane]) ? start &+ half : start
      }
      rest -= half
    }
    for lane in 0..<lanes {
      out[lane] &+= isBefore(sorted[out[lane]], values[lane]) ? 1 : 0
    }
  }
}

extension _SortKey {
  public static func _contains(
    _ sorted: UnsafePointer<Self>, length: Int, _ keys: UnsafePointer<Self>, count: Int,
    absent: Self?, _ out: UnsafeMutablePointer<Bool>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 128) { places in
      guard let place = places.baseAddress else { return }
      for block in stride(from: 0, to: count, by: 128) {
        let (keys, out) = (keys + block, out + block)
        let size = Swift.min(128, count - block)
        search(sorted, length, keys, size, place) { $0 < $1 }
        for i in 0..<size {
          out[i] = place[i] < length && sorted[place[i]] == keys[i] && keys[i] != absent
        }
      }
    }
  }
}
