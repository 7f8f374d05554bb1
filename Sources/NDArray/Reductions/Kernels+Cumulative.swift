import CKernels

/// The axis along which a kernel accumulates: its extent, and its stride in the operand and the result.
public struct _Axis: Sendable {
  var count: Int
  var operand: Int
  var result: Int
}

extension _Loop {
  /// Writes the running sums or products along `axis` by the kernels of CKernels; false, and nothing is
  /// done, where neither the axis nor the row is contiguous.
  fileprivate func runs(
    _ op: _Accumulation, of element: KernelElement, _ axis: _Axis, _ a: UnsafeRawPointer,
    _ out: UnsafeMutableRawPointer
  ) -> Bool {
    let (sa, so) = (rowStride(0), rowStride(1))
    let alongRows = axis.operand == 1 && axis.result == 1
    guard alongRows || sa == 1 && so == 1 && row.count >= 8 else { return false }
    let fold = op == .sum ? CK_SUM : CK_PRODUCT
    forEachRowInParts(of: element, depth: axis.count) { offsets, count in
      let work = count &* axis.count &* element.size &* Cost.light.rawValue
      Parts.forEach(of: count, unit: alongRows ? 8 : 64, work: work) { part in
        let a = a + (offsets[0] &+ part.lowerBound &* sa) &* element.size
        let out = out + (offsets[1] &+ part.lowerBound &* so) &* element.size
        if alongRows {
          ck_running_rows(element.type, fold, a, sa, part.count, axis.count, out, so)
        } else {
          ck_running_columns(
            element.type, fold, a, axis.operand, axis.count, part.count, out, axis.result)
        }
      }
    }
    return true
  }

  /// Writes for every element of the loop the running results along `axis`.
  ///
  /// Where the elements of the loop lie side by side they go forward together, which vectorises; the
  /// order of the operations along the axis is the same either way.
  @inline(__always)
  fileprivate func accumulate<T, R>(
    _ axis: _Axis, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<R>,
    first: (T) -> R, step: (R, T) -> R
  ) {
    if axis.count == 0 { return }
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, count in
      let (a, out) = (a + offsets[0], out + offsets[1])
      if sa == 1 && so == 1 && count >= 8 {
        for i in 0..<count { out[i] = first(a[i]) }
        for k in 1..<Swift.max(axis.count, 1) {
          let operand = a + k &* axis.operand
          let result = out + k &* axis.result
          let previous = result - axis.result
          for i in 0..<count { result[i] = step(previous[i], operand[i]) }
        }
      } else {
        for i in 0..<count {
          let (operand, result) = (a + i &* sa, out + i &* so)
          var value = first(operand[0])
          result[0] = value
          for k in 1..<Swift.max(axis.count, 1) {
            value = step(value, operand[k &* axis.operand])
            result[k &* axis.result] = value
          }
        }
      }
    }
  }
}

extension NDInteger {
  public static func _accumulate(
    _ op: _Accumulation, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Sum>
  ) {
    if Self.self == Sum.self,
      loop.runs(op, of: kernelElement, axis, a, out)
    {
      return
    }
    let first = { (x: Self) in Sum(truncatingIfNeeded: x) }
    switch op {
    case .sum:
      loop.accumulate(axis, a, out, first: first) { $0 &+ Sum(truncatingIfNeeded: $1) }
    case .product:
      loop.accumulate(axis, a, out, first: first) { $0 &* Sum(truncatingIfNeeded: $1) }
    }
  }
}

extension NDFloat {
  public static func _accumulate(
    _ op: _Accumulation, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    if loop.runs(op, of: kernelElement, axis, a, out) { return }
    switch op {
    case .sum: loop.accumulate(axis, a, out, first: { $0 }, step: { $0 + $1 })
    case .product: loop.accumulate(axis, a, out, first: { $0 }, step: { $0 * $1 })
    }
  }
}

extension NDScalar where Self: Comparable {
  public static func _accumulate(
    _ op: _Extremum, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Self>,
    _ out: UnsafeMutablePointer<Self>
  ) {
    switch op {
    case .maximum: loop.accumulate(axis, a, out, first: { $0 }, step: { larger($0, $1) })
    case .minimum: loop.accumulate(axis, a, out, first: { $0 }, step: { smaller($0, $1) })
    }
  }
}

extension Bool {
  public static func _accumulate(
    _ op: _Accumulation, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Int>
  ) {
    switch op {
    case .sum: loop.accumulate(axis, a, out, first: { $0 ? 1 : 0 }, step: { $0 &+ ($1 ? 1 : 0) })
    case .product:
      loop.accumulate(axis, a, out, first: { $0 ? 1 : 0 }, step: { $0 &* ($1 ? 1 : 0) })
    }
  }

  public static func _accumulate(
    _ op: _Extremum, _ loop: _Loop, _ axis: _Axis, _ a: UnsafePointer<Bool>,
    _ out: UnsafeMutablePointer<Bool>
  ) {
    switch op {
    case .maximum: loop.accumulate(axis, a, out, first: { $0 }, step: { $0 || $1 })
    case .minimum: loop.accumulate(axis, a, out, first: { $0 }, step: { $0 && $1 })
    }
  }
}
