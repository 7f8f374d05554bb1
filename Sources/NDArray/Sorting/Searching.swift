import CKernels

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

extension NDFloat {
  public static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Self>, length: Int, _ values: UnsafePointer<Self>,
    count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    if Self.self == Double.self {
      ck_f64_search(side == .right, f64(sorted), length, f64(values), count, bound(out))
    } else {
      ck_f32_search(side == .right, f32(sorted), length, f32(values), count, bound(out))
    }
  }
}

extension NDInteger {
  public static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Self>, length: Int, _ values: UnsafePointer<Self>,
    count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    func search<Word>(
      _ kernel: (
        Bool, UnsafePointer<Word>?, Int, UnsafePointer<Word>?, Int, UnsafeMutablePointer<Int64>?
      ) -> Void
    ) {
      kernel(side == .right, bound(sorted), length, bound(values), count, bound(out))
    }
    switch (bitWidth, isSigned) {
    case (8, true): search(ck_i8_search)
    case (16, true): search(ck_i16_search)
    case (32, true): search(ck_i32_search)
    case (_, true): search(ck_i64_search)
    case (8, false): search(ck_u8_search)
    case (16, false): search(ck_u16_search)
    case (32, false): search(ck_u32_search)
    case (_, false): search(ck_u64_search)
    }
  }
}

extension Bool {
  public static func _search(
    _ side: SearchSide, _ sorted: UnsafePointer<Bool>, length: Int, _ values: UnsafePointer<Bool>,
    count: Int, _ out: UnsafeMutablePointer<Int>
  ) {
    ck_u8_search(side == .right, bound(sorted), length, bound(values), count, bound(out))
  }
}
