import CKernels

// MARK: - Extrema

extension NDScalar where Self: Comparable {
  public static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Self>
  ) {
    if loop.fold(op == .maximum ? CK_LARGEST : CK_SMALLEST, a, out) { return }
    switch op {
    case .maximum: loop.fold(a, out, larger)
    case .minimum: loop.fold(a, out, smaller)
    }
  }

  /// The first position of the extremum, or of the first NaN, among `count` elements `stride` apart,
  /// for every element of the loop.
  public static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    if loop.place(op, count: count, stride: stride, a, out) { return }
    switch op {
    case .maximum: loop.position(a, out, count: count, stride: stride) { $0 > $1 }
    case .minimum: loop.position(a, out, count: count, stride: stride) { $0 < $1 }
    }
  }
}

extension Bool {
  public static func _reduce(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<Bool>
  ) {
    if loop.fold(op == .maximum ? CK_LARGEST : CK_SMALLEST, a, out) { return }
    switch op {
    case .maximum: loop.fold(a, out) { $0 || $1 }
    case .minimum: loop.fold(a, out) { $0 && $1 }
    }
  }

  public static func _position(
    _ op: _Extremum, _ loop: _Loop, count: Int, stride: Int, _ a: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    if loop.place(op, count: count, stride: stride, a, out) { return }
    switch op {
    case .maximum: loop.position(a, out, count: count, stride: stride) { $0 && !$1 }
    case .minimum: loop.position(a, out, count: count, stride: stride) { !$0 && $1 }
    }
  }
}

extension _Loop {
  @inline(__always)
  fileprivate func position<T: Equatable>(
    _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<Int>, count: Int, stride: Int,
    beats: (T, T) -> Bool
  ) {
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, rows in
      for row in 0..<rows {
        let a = a + offsets[0] + row &* sa
        var best = a.pointee
        var position = 0
        var i = 1
        while i < count && best == best {
          let x = a[i &* stride]
          if beats(x, best) || x != x {
            best = x
            position = i
          }
          i &+= 1
        }
        out[offsets[1] + row &* so] = position
      }
    }
  }
}

// MARK: - Truth

extension NDNumeric {
  public static func _reduce(
    _ op: _Truth, _ loop: _Loop, _ a: UnsafePointer<Self>, _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .all:
      loop.fold(
        a, out, row: { $0 && !someBlock($1, $2, $3) { $0 < $1 } }, step: { $0 && $1 != 0 })
    case .any:
      loop.fold(
        a, out, row: { $0 || someBlock($1, $2, $3) { nonzero, _ in nonzero > 0 } },
        step: { $0 || $1 != 0 })
    }
  }

  /// Whether a block of a row has as many elements that differ from zero, of its number, as `decides`.
  @inline(__always)
  private static func someBlock(
    _ a: UnsafePointer<Self>, _ count: Int, _ stride: Int,
    decides: (_ nonzero: Int, _ count: Int) -> Bool
  ) -> Bool {
    let width = 1024
    var start = 0
    while start < count {
      let length = Swift.min(width, count - start)
      var nonzero = 0
      if stride == 1 {
        ck_fold_rows(kernelType, CK_NONZERO, a + start, 0, 1, length, nil, &nonzero, 0)
      } else {
        for i in start..<(start + length) where a[i &* stride] != 0 { nonzero += 1 }
      }
      if decides(nonzero, length) { return true }
      start += length
    }
    return false
  }
}

extension Bool {
  public static func _reduce(
    _ op: _Truth, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ out: UnsafeMutablePointer<Bool>
  ) {
    // A long row ends at the first element that decides.
    let endsEarly = loop.rowStride(1) == 0 && loop.row.count >= 256
    if !endsEarly && loop.fold(op == .all ? CK_SMALLEST : CK_LARGEST, a, out) { return }
    switch op {
    case .all:
      loop.fold(
        a, out, row: { $0 && rowAll($1, count: $2, stride: $3) }, step: { $0 && $1 })
    case .any:
      loop.fold(
        a, out, row: { $0 || rowAny($1, count: $2, stride: $3) }, step: { $0 || $1 })
    }
  }

  private static func rowAll(_ a: UnsafePointer<Bool>, count: Int, stride: Int) -> Bool {
    stride == 1 ? ck_all(a, count) : (0..<count).allSatisfy { a[$0 &* stride] }
  }

  private static func rowAny(_ a: UnsafePointer<Bool>, count: Int, stride: Int) -> Bool {
    stride == 1 ? ck_any(a, count) : (0..<count).contains { a[$0 &* stride] }
  }
}
