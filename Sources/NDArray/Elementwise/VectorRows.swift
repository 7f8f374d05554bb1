import CKernels

// The loops of CKernels, which exist for `Float`, `Double` and some for `Int`, by element type. The types are known where these
// are specialised, so the branches fold away.

enum VectorRows {
  @inline(__always)
  static func binary<T: NDFloat>(
    _ op: ck_binary, _ a: UnsafePointer<T>, _ sa: Int, _ b: UnsafePointer<T>, _ sb: Int,
    _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_binary(op, f64(a), sa, f64(b), sb, f64(out), count)
    } else {
      ck_f32_binary(op, f32(a), sa, f32(b), sb, f32(out), count)
    }
  }

  @inline(__always)
  static func compare<T: NDFloat>(
    _ op: ck_comparison, _ a: UnsafePointer<T>, _ sa: Int, _ b: UnsafePointer<T>, _ sb: Int,
    _ out: UnsafeMutablePointer<Bool>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_compare(op, f64(a), sa, f64(b), sb, out, count)
    } else {
      ck_f32_compare(op, f32(a), sa, f32(b), sb, out, count)
    }
  }

  @inline(__always)
  static func unary<T: NDFloat>(
    _ op: ck_unary, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_unary(op, f64(a), f64(out), count)
    } else {
      ck_f32_unary(op, f32(a), f32(out), count)
    }
  }

  @inline(__always)
  static func clip<T: NDFloat>(
    _ a: UnsafePointer<T>, _ low: T, _ high: T, _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_clip(f64(a), Double(low), Double(high), f64(out), count)
    } else {
      ck_f32_clip(f32(a), Float(low), Float(high), f32(out), count)
    }
  }

  /// `out[i] += scale * a[i]`
  @inline(__always)
  static func addProduct<T: NDFloat>(
    _ scale: T, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_add_product(Double(scale), f64(a), f64(out), count)
    } else {
      ck_f32_add_product(Float(scale), f32(a), f32(out), count)
    }
  }

  @inline(__always)
  static func adam<T: NDFloat>(
    _ step: ck_adam, _ gradient: UnsafePointer<T>, _ mean: UnsafeMutablePointer<T>,
    _ square: UnsafeMutablePointer<T>, _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    withUnsafePointer(to: step) { step in
      if T.self == Double.self {
        ck_f64_adam(step, f64(gradient), f64(mean), f64(square), f64(out), count)
      } else {
        ck_f32_adam(step, f32(gradient), f32(mean), f32(square), f32(out), count)
      }
    }
  }

  /// `out[i] = start + i * step`
  @inline(__always)
  static func ramp<T: NDFloat>(
    from start: T, by step: T, _ out: UnsafeMutablePointer<T>, _ count: Int
  ) {
    if T.self == Double.self {
      ck_f64_ramp(Double(start), Double(step), f64(out), count)
    } else {
      ck_f32_ramp(Float(start), Float(step), f32(out), count)
    }
  }

  /// For words of 4 and 8 bytes.
  @inline(__always)
  static func select<Word>(
    _ mask: UnsafePointer<Bool>, _ a: UnsafePointer<Word>, _ sa: Int, _ b: UnsafePointer<Word>,
    _ sb: Int, _ out: UnsafeMutablePointer<Word>, _ count: Int
  ) {
    let (a, b, out) = (UnsafeRawPointer(a), UnsafeRawPointer(b), UnsafeMutableRawPointer(out))
    if MemoryLayout<Word>.size == 8 {
      ck_w64_select(
        mask, a.assumingMemoryBound(to: UInt64.self), sa, b.assumingMemoryBound(to: UInt64.self),
        sb, out.assumingMemoryBound(to: UInt64.self), count)
    } else {
      ck_w32_select(
        mask, a.assumingMemoryBound(to: UInt32.self), sa, b.assumingMemoryBound(to: UInt32.self),
        sb, out.assumingMemoryBound(to: UInt32.self), count)
    }
  }
}

// MARK: - Pointers by their type

/// A pointer to what is known to be `Double`.
@inline(__always)
func f64<T>(_ a: UnsafePointer<T>) -> UnsafePointer<Double> {
  UnsafeRawPointer(a).assumingMemoryBound(to: Double.self)
}

@inline(__always)
func f64<T>(_ a: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<Double> {
  UnsafeMutableRawPointer(a).assumingMemoryBound(to: Double.self)
}

/// A pointer to what is known to be `Float`.
@inline(__always)
func f32<T>(_ a: UnsafePointer<T>) -> UnsafePointer<Float> {
  UnsafeRawPointer(a).assumingMemoryBound(to: Float.self)
}

@inline(__always)
func f32<T>(_ a: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<Float> {
  UnsafeMutableRawPointer(a).assumingMemoryBound(to: Float.self)
}

/// A pointer to what is known to be words.
@inline(__always)
func i64<T>(_ a: UnsafePointer<T>) -> UnsafePointer<Int64> {
  UnsafeRawPointer(a).assumingMemoryBound(to: Int64.self)
}

@inline(__always)
func i64<T>(_ a: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<Int64> {
  UnsafeMutableRawPointer(a).assumingMemoryBound(to: Int64.self)
}

// MARK: - Loops of vector rows

extension _Loop {
  /// Whether the rows of both operands are contiguous or one element, and those of the result contiguous.
  @inline(__always)
  private var hasVectorRows: Bool {
    row.steps[2] == 1 && UInt(bitPattern: row.steps[0]) <= 1 && UInt(bitPattern: row.steps[1]) <= 1
  }

  /// `out[i] = a[i] op b[i]`, by `scalar` where a row is not contiguous.
  @inline(__always)
  func vectorMap<T: NDFloat>(
    _ op: ck_binary, _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>,
    _ scalar: (T, T) -> T
  ) {
    let isShort = row.count < 64 && !outer.isEmpty
    if isShort && (op == CK_ADD || op == CK_SUBTRACT || op == CK_MULTIPLY) {
      return mapShortRows(op, a, b, out)
    }
    guard hasVectorRows else { return map(a, b, out, scalar) }
    forEachRow { offsets, count in
      VectorRows.binary(
        op, a + offsets[0], rowStride(0), b + offsets[1], rowStride(1), out + offsets[2], count)
    }
  }

  /// A sum, difference or product whose rows are so short that going on to the next would take longer than they do: all axes
  /// at once.
  @inline(never)
  private func mapShortRows<T: NDFloat>(
    _ op: ck_binary, _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>
  ) {
    let rank = outer.count + 1
    withUnsafeTemporaryAllocation(of: ck_axis_of_three.self, capacity: rank) { axes in
      for (i, axis) in outer.enumerated() { axes[i] = axis.ofThree }
      axes[rank - 1] = row.ofThree
      if T.self == Double.self {
        ck_f64_along(op, axes.baseAddress, rank, f64(a), f64(b), f64(out))
      } else {
        ck_f32_along(op, axes.baseAddress, rank, f32(a), f32(b), f32(out))
      }
    }
  }

  /// Whether `a[i] op b[i]`, by `scalar` where a row is not contiguous.
  @inline(__always)
  func vectorMap<T: NDFloat>(
    _ op: ck_comparison, swapped: Bool = false, _ a: UnsafePointer<T>, _ b: UnsafePointer<T>,
    _ out: UnsafeMutablePointer<Bool>, _ scalar: (T, T) -> Bool
  ) {
    guard hasVectorRows else { return map(a, b, out, scalar) }
    let (sa, sb) = (rowStride(0), rowStride(1))
    forEachRow { offsets, count in
      let (a, b, out) = (a + offsets[0], b + offsets[1], out + offsets[2])
      if swapped {
        VectorRows.compare(op, b, sb, a, sa, out, count)
      } else {
        VectorRows.compare(op, a, sa, b, sb, out, count)
      }
    }
  }

  /// An operation on integers, by `kernel` for rows of words.
  @inline(__always)
  func vectorMap<T: NDInteger>(
    _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>,
    by kernel: (
      UnsafePointer<Int64>?, Int, UnsafePointer<Int64>?, Int, UnsafeMutablePointer<Int64>?, Int
    ) -> Void, _ scalar: (T, T) -> T
  ) {
    guard T.self == Int.self || T.self == Int64.self, hasVectorRows else {
      return map(a, b, out, scalar)
    }
    forEachRow { offsets, count in
      kernel(
        i64(a + offsets[0]), rowStride(0), i64(b + offsets[1]), rowStride(1),
        i64(out + offsets[2]), count)
    }
  }

  /// `out[i] = a[i] ** b[i]`, one by one where a row is not contiguous: an element has one result in every
  /// layout.
  @inline(__always)
  func vectorPower<T: NDFloat>(
    _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>
  ) {
    let (sa, sb, so) = (rowStride(0), rowStride(1), rowStride(2))
    forEachRow { offsets, count in
      let (a, b, out) = (a + offsets[0], b + offsets[1], out + offsets[2])
      if hasVectorRows { return VectorRows.binary(CK_POWER, a, sa, b, sb, out, count) }
      for i in 0..<count {
        VectorRows.binary(CK_POWER, a + i &* sa, 1, b + i &* sb, 1, out + i &* so, 1)
      }
    }
  }

  /// `out[i] = a[i]` between two numbers, by `scalar` where a row is not contiguous.
  @inline(__always)
  func vectorClip<T: NDFloat>(
    _ a: UnsafePointer<T>, _ low: T, _ high: T, _ out: UnsafeMutablePointer<T>, _ scalar: (T) -> T
  ) {
    guard rowStride(0) == 1 && rowStride(1) == 1 else { return map(a, out, scalar) }
    forEachRow { offsets, count in
      VectorRows.clip(a + offsets[0], low, high, out + offsets[1], count)
    }
  }

  /// Whether `a[i]` is NaN, which alone differs from itself.
  @inline(__always)
  func vectorIsNaN<T: NDFloat>(_ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<Bool>) {
    guard rowStride(0) == 1 && rowStride(1) == 1 else { return map(a, out) { $0.isNaN } }
    forEachRow { offsets, count in
      let a = a + offsets[0]
      VectorRows.compare(CK_NOT_EQUAL, a, 1, a, 1, out + offsets[1], count)
    }
  }

  /// `out[i] = f(a[i])`, where `out` is the operand `result`.
  @inline(__always)
  func vectorMap<T: NDFloat>(
    _ op: ck_unary, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>, result: Int = 1
  ) {
    guard rowStride(0) == 1 && rowStride(result) == 1 else {
      return vectorMapByBlocks(op, a, out, result)
    }
    forEachRow { offsets, count in
      VectorRows.unary(op, a + offsets[0], out + offsets[result], count)
    }
  }

  /// The same for rows that are not contiguous: they pass through a block that is, so that an element has one
  /// result in every layout.
  @inline(never)
  private func vectorMapByBlocks<T: NDFloat>(
    _ op: ck_unary, _ a: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>, _ result: Int
  ) {
    let (sa, so) = (rowStride(0), rowStride(result))
    let width = 256
    withUnsafeTemporaryAllocation(of: T.self, capacity: width) { buffer in
      let block = buffer.baseAddress!
      forEachRow { offsets, count in
        let (a, out) = (a + offsets[0], out + offsets[result])
        for start in stride(from: 0, to: count, by: width) {
          let length = Swift.min(width, count - start)
          for i in 0..<length { block[i] = a[(start &+ i) &* sa] }
          VectorRows.unary(op, block, block, length)
          for i in 0..<length { out[(start &+ i) &* so] = block[i] }
        }
      }
    }
  }
}

extension _Loop.Axis {
  fileprivate var ofThree: ck_axis_of_three {
    ck_axis_of_three(count: count, a: steps[0], b: steps[1], out: steps[2])
  }
}
