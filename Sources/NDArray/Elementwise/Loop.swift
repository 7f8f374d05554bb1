/// The order in which an elementwise kernel visits its operands: a row, and the axes around it.
///
/// Axes are sorted by stride and merged wherever every operand allows it, so that contiguous,
/// transposed and reversed operands of any rank mostly become one long row.
public struct _Loop {
  /// The innermost axis.
  var row: Axis
  /// The others, outermost first.
  var outer: [Axis]

  /// An axis of the loop: its extent, and how far a step along it leads in each operand. The result is
  /// the last operand; places without one hold zeros.
  struct Axis {
    var count: Int
    var steps: SIMD4<Int>
  }

  /// One row of `count` elements, contiguous in every operand but the `scalar`-th, which is one element.
  init(row count: Int, scalar: Int? = nil) {
    row = Axis(count: count, steps: SIMD4(repeating: 1))
    if let scalar { row.steps[scalar] = 0 }
    outer = []
  }

  /// Visits the axes in `order`; two become one where every operand steps evenly over both.
  init(shape: Dims, order: Dims, _ operands: Operands) {
    var axes: [Axis] = []
    axes.reserveCapacity(shape.count)
    for axis in order where shape[axis] != 1 {
      let next = Axis(count: shape[axis], steps: operands.steps(along: axis))
      if let last = axes.last, last.steps == next.steps &* next.count {
        axes[axes.count - 1] = Axis(count: last.count * next.count, steps: next.steps)
      } else {
        axes.append(next)
      }
    }
    let row = axes.popLast() ?? Axis(count: 1, steps: SIMD4(repeating: 1))
    self.row = shape.contains(0) ? Axis(count: 0, steps: row.steps) : row
    outer = axes
  }

  /// Calls `body` once per row with the offset of each operand.
  @inline(__always)
  func forEachRow(_ body: (_ offsets: SIMD4<Int>, _ count: Int) -> Void) {
    if row.count == 0 { return }
    var cursor = Cursor(rank: outer.count)
    repeat { body(cursor.offsets, row.count) } while !outer.isEmpty && advance(&cursor)
  }

  /// A row of the loop: its position along the outer axes, and where it begins in each operand.
  private struct Cursor {
    var position: [Int]
    var offsets = SIMD4<Int>()

    init(rank: Int) { position = rank == 0 ? [] : [Int](repeating: 0, count: rank) }
  }

  /// Moves to the next row; false after the last. Kept out of the kernels, which are many.
  @inline(never)
  private func advance(_ cursor: inout Cursor) -> Bool {
    for (i, axis) in outer.enumerated().reversed() {
      cursor.position[i] += 1
      cursor.offsets &+= axis.steps
      if cursor.position[i] < axis.count { return true }
      cursor.offsets &-= axis.steps &* axis.count
      cursor.position[i] = 0
    }
    return false
  }

  /// The stride of operand `i` along a row.
  @inline(__always)
  func rowStride(_ i: Int) -> Int { row.steps[i] }

  /// Whether operand `i` is one element, repeated.
  func operandIsScalar(_ i: Int) -> Bool {
    row.steps[i] == 0 && outer.allSatisfy { $0.steps[i] == 0 }
  }
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
