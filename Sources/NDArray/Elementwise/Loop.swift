/// The order in which an elementwise kernel visits its operands.
///
/// Axes are sorted by stride and merged wherever every operand allows it, so that contiguous,
/// transposed and reversed operands of any rank mostly become one long row.
public struct _Loop {
  /// The extents of the merged axes, outermost first; the last is the row.
  private(set) var shape: Dims
  /// One list of strides per operand, the result last; places without an operand hold zeros.
  private(set) var strides: InlineArray<4, Dims>

  /// Plans a loop over operands that all have `shape`, with the result laid out for it.
  ///
  /// - Returns: the loop and the layout of a fresh result, dense in the order of the operands.
  static func planning(
    shape: Dims, _ operands: Layout...
  ) -> (loop: _Loop, result: Layout) {
    if operands.allSatisfy({ $0.isContiguous && $0.shape == shape }) {
      return (_Loop(row: shape.product), Layout(contiguous: shape))
    }
    let order = axisOrder(shape: shape, operands.map(\.strides))
    var result = Layout(contiguous: shape)
    var step = 1
    for axis in order.reversed() {
      result.strides[axis] = step
      step *= Swift.max(shape[axis], 1)
    }
    let loop = _Loop(shape: shape, order: order, operands.map(\.strides) + [result.strides])
    return (loop, result)
  }

  /// Plans a loop whose operands, the result last, all exist already.
  static func over(shape: Dims, _ operands: Layout...) -> _Loop {
    if operands.allSatisfy({ $0.isContiguous && $0.shape == shape }) {
      return _Loop(row: shape.product)
    }
    // The result decides: writes in order cost less than reads out of order.
    let strides = operands.map(\.strides)
    return _Loop(
      shape: shape, order: axisOrder(shape: shape, strides.reversed()), strides)
  }

  /// Plans a reduction of `operand` into a result with strides of zero on the reduced axes.
  static func reducing(_ operand: Layout, into result: Layout) -> _Loop {
    let strides = [operand.strides, result.strides]
    return _Loop(
      shape: operand.shape, order: axisOrder(shape: operand.shape, strides), strides)
  }

  /// One row of `count` elements, contiguous in every operand.
  init(row count: Int) {
    shape = Dims(repeating: count, count: 1)
    strides = InlineArray(repeating: Dims(repeating: 1, count: 1))
  }

  private init(shape full: Dims, order: Dims, _ operands: [Dims]) {
    shape = Dims()
    strides = InlineArray(repeating: Dims())
    if full.contains(0) {
      shape = [0]
      strides = InlineArray(repeating: [1])
      return
    }
    for axis in order where full[axis] != 1 {
      let last = shape.count - 1
      let merges =
        last >= 0
        && operands.indices.allSatisfy {
          strides[$0][last] == operands[$0][axis] * full[axis]
        }
      if merges {
        shape[last] *= full[axis]
        for i in operands.indices { strides[i][last] = operands[i][axis] }
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

  /// The axes sorted by descending stride. The first operand that tells two axes apart decides;
  /// axes that none tells apart keep their order.
  private static func axisOrder(shape: Dims, _ operands: [Dims]) -> Dims {
    func precedes(_ i: Int, _ j: Int) -> Bool {
      for strides in operands {
        let a = abs(strides[i])
        let b = abs(strides[j])
        if a == 0 || b == 0 || a == b { continue }
        return a > b
      }
      return i < j
    }
    var order = Dims(0..<shape.count)
    for i in 1..<Swift.max(order.count, 1) {
      var j = i
      while j > 0, precedes(order[j], order[j - 1]) {
        order.swapAt(j, j - 1)
        j -= 1
      }
    }
    return order
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

  /// `out[i] = f(a[i], b[i])` over the whole loop.
  @inline(__always)
  func map<A, B, R>(
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
