// Plans of loops.

/// The strides of up to four operands, in the order of a kernel's parameters.
struct Operands {
  /// One vector of strides per axis.
  private var strides: [SIMD4<Int>]
  private var count = 0

  init(_ a: Dims) {
    strides = [SIMD4<Int>](repeating: SIMD4(), count: a.count)
    append(a)
  }

  init(_ a: Dims, _ b: Dims) {
    self.init(a)
    append(b)
  }

  init(_ a: Dims, _ b: Dims, _ c: Dims) {
    self.init(a, b)
    append(c)
  }

  mutating func append(_ operand: Dims) {
    for axis in strides.indices { strides[axis][count] = operand[axis] }
    count += 1
  }

  func steps(along axis: Int) -> SIMD4<Int> { strides[axis] }

  /// The axes sorted by descending stride. The first operand that tells two axes apart decides, or the
  /// last if `resultFirst`; axes that none tells apart keep their order.
  func axisOrder(rank: Int, resultFirst: Bool = false) -> Dims {
    func precedes(_ i: Int, _ j: Int) -> Bool {
      for k in 0..<count {
        let operand = resultFirst ? count - 1 - k : k
        let a = abs(strides[i][operand])
        let b = abs(strides[j][operand])
        if a == 0 || b == 0 || a == b { continue }
        return a > b
      }
      return i < j
    }
    var order = Dims(repeating: 0, count: rank)
    for i in 0..<rank {
      order[i] = i
      var j = i
      while j > 0, precedes(order[j], order[j - 1]) {
        order.swapAt(j, j - 1)
        j -= 1
      }
    }
    return order
  }
}

// MARK: - Loops into a fresh result, laid out for them

extension _Loop {
  typealias Plan = (loop: _Loop, result: Layout)

  /// One operand.
  static func planning(shape: Dims, _ a: Layout) -> Plan {
    general(shape, Operands(a.strides))
  }

  /// Two operands that have `shape`.
  static func planning(shape: Dims, _ a: Layout, _ b: Layout) -> Plan {
    general(shape, Operands(a.strides, b.strides))
  }

  /// An array and one number, the `scalar`-th operand.
  static func planning(_ a: Layout, scalar: Int) -> Plan {
    let none = Dims(repeating: 0, count: a.rank)
    return general(a.shape, scalar == 0 ? Operands(none, a.strides) : Operands(a.strides, none))
  }

  /// Three operands that have `shape`.
  static func planning(shape: Dims, _ a: Layout, _ b: Layout, _ c: Layout) -> Plan {
    general(shape, Operands(a.strides, b.strides, c.strides))
  }

  /// The result is dense in the order in which the operands are visited.
  private static func general(_ shape: Dims, _ operands: Operands) -> Plan {
    let order = operands.axisOrder(rank: shape.count)
    var result = Layout(contiguous: shape)
    var step = 1
    for i in stride(from: order.count - 1, through: 0, by: -1) {
      result.strides[order[i]] = step
      step *= Swift.max(shape[order[i]], 1)
    }
    var all = operands
    all.append(result.strides)
    return (_Loop(shape: shape, order: order, all), result)
  }
}

// MARK: - Loops over memory that exists

extension _Loop {
  /// From one array into another, both of `shape`.
  static func over(shape: Dims, _ a: Layout, _ result: Layout) -> _Loop {
    if a.isContiguous && result.isContiguous { return _Loop(row: shape.product) }
    return over(shape, Operands(a.strides, result.strides))
  }

  /// From two arrays into a third, all of `shape`.
  static func over(shape: Dims, _ a: Layout, _ b: Layout, _ result: Layout) -> _Loop {
    if a.isContiguous && b.isContiguous && result.isContiguous { return _Loop(row: shape.product) }
    return over(shape, Operands(a.strides, b.strides, result.strides))
  }

  /// From an array and one number back into the array.
  static func updating(_ a: Layout) -> _Loop {
    if a.isContiguous { return _Loop(row: a.count, scalar: 1) }
    return over(a.shape, Operands(a.strides, Dims(repeating: 0, count: a.rank), a.strides))
  }

  // The result decides on the order: writes in order cost less than reads out of order.
  private static func over(_ shape: Dims, _ operands: Operands) -> _Loop {
    _Loop(
      shape: shape, order: operands.axisOrder(rank: shape.count, resultFirst: true), operands)
  }

  /// From an array into a result with strides of zero on the axes that are reduced.
  static func reducing(_ operand: Layout, into result: Dims) -> _Loop {
    let operands = Operands(operand.strides, result)
    return _Loop(
      shape: operand.shape, order: operands.axisOrder(rank: operand.rank), operands)
  }

  /// From a whole array into one element.
  static func reducing(_ operand: Layout) -> _Loop {
    if operand.isContiguous { return _Loop(row: operand.count, scalar: 1) }
    return reducing(operand, into: Dims(repeating: 0, count: operand.rank))
  }
}
