import NDArray

extension Operations {
  static func comparison<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["equal"] = operators(type, .==, .==, .==)
    table["not_equal"] = operators(type, .!=, .!=, .!=)
    table["less"] = operators(type, .<, .<, .<)
    table["less_equal"] = operators(type, .<=, .<=, .<=)
    table["greater"] = operators(type, .>, .>, .>)
    table["greater_equal"] = operators(type, .>=, .>=, .>=)
    table["maximum"] = binary { (a: NDArray<E>, b: NDArray<E>) in maximum(a, b) }
    table["minimum"] = binary { (a: NDArray<E>, b: NDArray<E>) in minimum(a, b) }
    table["logical_and"] = binary { (a: NDArray<E>, b: NDArray<E>) in logicalAnd(a, b) }
    table["logical_or"] = binary { (a: NDArray<E>, b: NDArray<E>) in logicalOr(a, b) }
    table["logical_xor"] = binary { (a: NDArray<E>, b: NDArray<E>) in logicalXor(a, b) }
    table["logical_not"] = unary { (a: NDArray<E>) in logicalNot(a) }
    table["astype"] = { call in
      let array: NDArray<E> = try call.array(0)
      guard let dtype = DType(rawValue: try call.text(1)) else {
        throw Unsupported("dtype \(try call.text(1))")
      }
      return converted(array, to: dtype.elementType)
    }
    return table
  }

  private static func converted<E, Other: NDScalar>(
    _ array: NDArray<E>, to type: Other.Type
  ) -> Output {
    .array(array.asType(type))
  }

  static func integerBits<E: NDInteger & NDBitwise>(_ type: E.Type) -> Table {
    ["invert": unary { (a: NDArray<E>) in .!a }]
  }

  static func bits<E: NDBitwise>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["bitwise_and"] = binary { (a: NDArray<E>, b: NDArray<E>) in a .& b }
    table["bitwise_or"] = binary { (a: NDArray<E>, b: NDArray<E>) in a .| b }
    table["bitwise_xor"] = binary { (a: NDArray<E>, b: NDArray<E>) in a .^ b }
    return table
  }

  /// Truth values have logic where numbers have arithmetic.
  static let truth: Table = {
    var table: Table = [:]
    table["add"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in a .| b }
    table["add.outer"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in
      a.reshaped(a.shape + b.shape.map { _ in 1 }) .| b
    }
    table["multiply"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in a .& b }
    table["divide"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in
      a.asType(Double.self) / b.asType(Double.self)
    }
    table["invert"] = unary { (a: NDArray<Bool>) in .!a }
    for name in ["abs", "floor", "ceil", "trunc", "fix"] {
      table[name] = unary { (a: NDArray<Bool>) in a }
    }
    table["fmax"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in maximum(a, b) }
    table["fmin"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in minimum(a, b) }
    // What has no counterpart in logic, NumPy does in the narrowest integers.
    table["square"] = unary { (a: NDArray<Bool>) in square(a.asType(Int8.self)) }
    table["reciprocal"] = unary { (a: NDArray<Bool>) in reciprocal(a.asType(Int8.self)) }
    table["power"] = narrow { $0 ** $1 }
    table["remainder"] = narrow { $0 % $1 }
    table["mod"] = narrow { $0 % $1 }
    table["floor_divide"] = narrow { floorDivide($0, $1) }
    table["fmod"] = narrow { fmod($0, $1) }
    table["divmod"] = { call in
      let (a, b): (NDArray<Bool>, NDArray<Bool>) = (try call.array(0), try call.array(1))
      let result = divmod(a.asType(Int8.self), b.asType(Int8.self))
      return .arrays([Record(result.quotient), Record(result.remainder)])
    }
    table["float_power"] = binary { (a: NDArray<Bool>, b: NDArray<Bool>) in
      floatPower(a.asType(Double.self), b.asType(Double.self))
    }
    table["bitwise_left_shift"] = narrow { leftShift($0, $1) }
    table["bitwise_right_shift"] = narrow { rightShift($0, $1) }
    return table
  }()

  private static func narrow(
    _ f: @escaping @Sendable (NDArray<Int8>, NDArray<Int8>) -> NDArray<Int8>
  ) -> Operation {
    binary { (a: NDArray<Bool>, b: NDArray<Bool>) in f(a.asType(Int8.self), b.asType(Int8.self)) }
  }
}
