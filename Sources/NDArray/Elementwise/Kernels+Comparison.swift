import CKernels

extension NDScalar where Self: Comparable {
  public static func _compare(
    _ op: _Comparison, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .equal: loop.map(a, b, out) { $0 == $1 }
    case .notEqual: loop.map(a, b, out) { $0 != $1 }
    case .less: loop.map(a, b, out) { $0 < $1 }
    case .lessEqual: loop.map(a, b, out) { $0 <= $1 }
    case .greater: loop.map(a, b, out) { $0 > $1 }
    case .greaterEqual: loop.map(a, b, out) { $0 >= $1 }
    }
  }

  public static func _extremum(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .maximum: loop.map(a, b, out) { larger($0, $1) }
    case .minimum: loop.map(a, b, out) { smaller($0, $1) }
    }
  }

  public static func _clip(
    _ low: Self, _ high: Self, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    loop.map(a, out) { smaller(larger($0, low), high) }
  }

  /// The larger of two; NaN, which alone differs from itself, wins.
  @inline(__always)
  static func larger(_ a: Self, _ b: Self) -> Self { a >= b || a != a ? a : b }

  /// The smaller of two; NaN wins.
  @inline(__always)
  static func smaller(_ a: Self, _ b: Self) -> Self { a <= b || a != a ? a : b }
}

extension NDFloat {
  public static func _compare(
    _ op: _Comparison, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .equal: loop.vectorMap(CK_EQUAL, a, b, out) { $0 == $1 }
    case .notEqual: loop.vectorMap(CK_NOT_EQUAL, a, b, out) { $0 != $1 }
    case .less: loop.vectorMap(CK_LESS, a, b, out) { $0 < $1 }
    case .lessEqual: loop.vectorMap(CK_LESS_EQUAL, a, b, out) { $0 <= $1 }
    case .greater: loop.vectorMap(CK_LESS, swapped: true, a, b, out) { $0 > $1 }
    case .greaterEqual: loop.vectorMap(CK_LESS_EQUAL, swapped: true, a, b, out) { $0 >= $1 }
    }
  }

  public static func _extremum(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .maximum: loop.vectorMap(CK_MAXIMUM, a, b, out) { larger($0, $1) }
    case .minimum: loop.vectorMap(CK_MINIMUM, a, b, out) { smaller($0, $1) }
    }
  }
}

extension NDFloat {
  public static func _clip(
    _ low: Self, _ high: Self, _ loop: _Loop, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    loop.vectorClip(a, low, high, out) { smaller(larger($0, low), high) }
  }
}

/// False comes before true.
extension Bool {
  public static func _compare(
    _ op: _Comparison, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ b: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .equal: loop.map(a, b, out) { $0 == $1 }
    case .notEqual: loop.map(a, b, out) { $0 != $1 }
    case .less: loop.map(a, b, out) { !$0 && $1 }
    case .lessEqual: loop.map(a, b, out) { !$0 || $1 }
    case .greater: loop.map(a, b, out) { $0 && !$1 }
    case .greaterEqual: loop.map(a, b, out) { $0 || !$1 }
    }
  }

  public static func _extremum(
    _ op: _Extremum, _ loop: _Loop, _ a: UnsafePointer<Bool>, _ b: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .maximum: loop.map(a, b, out) { $0 || $1 }
    case .minimum: loop.map(a, b, out) { $0 && $1 }
    }
  }
}
