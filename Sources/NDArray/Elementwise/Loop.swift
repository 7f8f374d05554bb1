/// The order in which an elementwise kernel visits its operands.
///
/// Axes are sorted by stride and merged wherever every operand allows it, so that contiguous,
/// transposed and reversed operands of any rank mostly become one long row.
public struct _Loop {
  /// The extents of the merged axes, outermost first; the last is the row.
  private(set) var shape: Dims
  /// One list of strides per operand, the result last; places without an operand hold zeros.
  private(set) var strides: InlineArray<4, Dims>

  /// One row of `count` elements, contiguous in every operand but those in `scalars`, which are one
  /// element each.
  init(row count: Int, scalars: Range<Int> = 0..<0) {
    shape = Dims(repeating: count, count: 1)
    strides = InlineArray(repeating: Dims(repeating: 1, count: 1))
    for i in scalars { strides[i][0] = 0 }
  }

  /// Visits the axes in `order`; two become one where every operand steps evenly over both.
  init(shape full: Dims, order: Dims, _ operands: Operands) {
    shape = Dims()
    strides = InlineArray(repeating: Dims())
    if full.contains(0) {
      shape = [0]
      strides = InlineArray(repeating: [1])
      return
    }
    for axis in order where full[axis] != 1 {
      let last = shape.count - 1
      var merges = last >= 0
      for i in 0..<operands.count where merges {
        merges = strides[i][last] == operands[i][axis] * full[axis]
      }
      if merges {
        shape[last] *= full[axis]
        for i in 0..<operands.count { strides[i][last] = operands[i][axis] }
      } else {
        shape.append(full[axis])
        for i in 0..<4 { strides[i].append(i < operands.count ? operands[i][axis] : 0) }
      }
    }
    if shape.count == 0 {
      shape = [1]
      strides = InlineArray(repeating: [1])
    }
  }

  /// Calls `body` once per row with the offset of each operand.
  @inline(__always)
  func forEachRow(_ body: (_ offsets: InlineArray<4, Int>, _ count: Int) -> Void) {
    let count = shape[shape.count - 1]
    if count == 0 { return }
    var cursor = Cursor(rank: shape.count - 1)
    repeat { body(cursor.offsets, count) } while advance(&cursor)
  }

  /// A row of the loop: its position along the outer axes, and where it begins in each operand.
  private struct Cursor {
    var position: Dims
    var offsets = InlineArray<4, Int>(repeating: 0)

    init(rank: Int) { position = Dims(repeating: 0, count: rank) }
  }

  /// Moves to the next row; false after the last. Kept out of the kernels, which are many.
  @inline(never)
  private func advance(_ cursor: inout Cursor) -> Bool {
    for axis in stride(from: shape.count - 2, through: 0, by: -1) {
      cursor.position[axis] += 1
      for i in 0..<4 { cursor.offsets[i] += strides[i][axis] }
      if cursor.position[axis] < shape[axis] { return true }
      for i in 0..<4 { cursor.offsets[i] -= strides[i][axis] * shape[axis] }
      cursor.position[axis] = 0
    }
    return false
  }

  /// The stride of operand `i` along a row.
  @inline(__always)
  func rowStride(_ i: Int) -> Int { strides[i][shape.count - 1] }

  /// Whether operand `i` is one element, repeated.
  func operandIsScalar(_ i: Int) -> Bool { strides[i].allSatisfy { $0 == 0 } }
}

// MARK: - Rows of one, two and three operands

extension _Loop {
  /// `out[i] = f(a[i])` over the whole loop.
  @inline(__always)
  func map<A, R>(
    _ a: UnsafePointer<A>, _ out: UnsafeMutablePointer<R>, _ f: (A) -> R
  ) {
    let (sa, so) = (rowStride(0), rowStride(1))
    forEachRow { offsets, count in
      let a = a + offsets[0]
      let out = out + offsets[1]
      if sa == 1 && so == 1 {
        for i in 0..<count { out[i] = f(a[i]) }
      } else {
        for i in 0..<count { out[i &* so] = f(a[i &* sa]) }
      }
    }
  }

  /// `out[i] = f(a[i], b[i])` over the whole loop, where `out` may be `a`.
  ///
  /// An update in place goes through one pointer: of two that are equal the compiler must assume that
  /// they overlap, and it would take one element at a time.
  @inline(__always)
  func map<T>(
    _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, _ out: UnsafeMutablePointer<T>, _ f: (T, T) -> T
  ) {
    let sb = rowStride(1)
    guard a == UnsafePointer(out), rowStride(2) == 1, sb == 0 || sb == 1 else {
      return mapApart(a, b, out, f)
    }
    forEachRow { offsets, count in
      let out = out + offsets[2]
      let b = b + offsets[1]
      if sb == 1 {
        for i in 0..<count { out[i] = f(out[i], b[i]) }
      } else {
        let y = b[0]
        for i in 0..<count { out[i] = f(out[i], y) }
      }
    }
  }

  /// `out[i] = f(a[i], b[i])` over the whole loop.
  @inline(__always)
  func map<A, B, R>(
    _ a: UnsafePointer<A>, _ b: UnsafePointer<B>, _ out: UnsafeMutablePointer<R>,
    _ f: (A, B) -> R
  ) {
    mapApart(a, b, out, f)
  }

  @inline(__always)
  private func mapApart<A, B, R>(
    _ a: UnsafePointer<A>, _ b: UnsafePointer<B>, _ out: UnsafeMutablePointer<R>,
    _ f: (A, B) -> R
  ) {
    let (sa, sb, so) = (rowStride(0), rowStride(1), rowStride(2))
    forEachRow { offsets, count in
      let a = a + offsets[0]
      let b = b + offsets[1]
      let out = out + offsets[2]
      if so == 1 && sa == 1 && sb == 1 {
        for i in 0..<count { out[i] = f(a[i], b[i]) }
      } else if so == 1 && sa == 1 && sb == 0 {
        let y = b[0]
        for i in 0..<count { out[i] = f(a[i], y) }
      } else if so == 1 && sa == 0 && sb == 1 {
        let x = a[0]
        for i in 0..<count { out[i] = f(x, b[i]) }
      } else {
        for i in 0..<count { out[i &* so] = f(a[i &* sa], b[i &* sb]) }
      }
    }
  }
}
