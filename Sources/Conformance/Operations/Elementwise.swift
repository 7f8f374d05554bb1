import NDArray

extension Operations {
  static func arithmetic<E: NDNumeric>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["add"] = operators(type, +, +, +, inPlace: +=)
    table["subtract"] = operators(type, -, -, -, inPlace: -=)
    table["multiply"] = operators(type, *, *, *, inPlace: *=)
    table["divide"] = operators(type, { $0 / $1 }, { (a: NDArray<E>, b: E) in a / b }, { $0 / $1 })
    table["remainder"] = operators(type, %, %, %, inPlace: %=)
    table["mod"] = operators(type, %, %, %, inPlace: %=)
    table["power"] = operators(type, **, **, **, inPlace: **=)
    table["floor_divide"] = { call in
      let a: NDArray<E> = try call.array(0)
      if !call.isArray(1) { return .array(floorDivide(a, try call.number(1))) }
      return .array(floorDivide(a, try call.array(1)))
    }
    table["divmod"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      let result = divmod(a, b)
      return .arrays([Record(result.quotient), Record(result.remainder)])
    }
    table["float_power"] = binary { (a: NDArray<E>, b: NDArray<E>) in floatPower(a, b) }
    table["fmod"] = binary { (a: NDArray<E>, b: NDArray<E>) in fmod(a, b) }
    table["reciprocal"] = unary { (a: NDArray<E>) in reciprocal(a) }
    table["iadd_index"] = { call in
      var array: NDArray<E> = try call.array(0)
      if let indices = try? call.indices(1) {
        array[indices: indices] = array[indices: indices] + (try call.array(2))
        return .array(array)
      }
      let positions: NDArray<Int> = try call.array(1)
      array[positions] += try call.array(2)
      return .array(array)
    }
    table["add.outer"] = binary { (a: NDArray<E>, b: NDArray<E>) in
      a.reshaped(a.shape + b.shape.map { _ in 1 }) + b
    }
    table["negative"] = unary { (a: NDArray<E>) in -a }
    table["positive"] = unary { (a: NDArray<E>) in a }
    table["abs"] = unary { (a: NDArray<E>) in abs(a) }
    table["sign"] = unary { (a: NDArray<E>) in sign(a) }
    table["square"] = unary { (a: NDArray<E>) in square(a) }
    table["clip"] = { call in
      let a: NDArray<E> = try call.array(0)
      return .array(a.clipped(min: try call.optionalArray(1), max: try call.optionalArray(2)))
    }
    return table
  }

  static func integers<E: NDInteger>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["gcd"] = binary { (a: NDArray<E>, b: NDArray<E>) in gcd(a, b) }
    table["lcm"] = binary { (a: NDArray<E>, b: NDArray<E>) in lcm(a, b) }
    table["bitwise_left_shift"] = binary { (a: NDArray<E>, b: NDArray<E>) in leftShift(a, b) }
    table["bitwise_right_shift"] = binary { (a: NDArray<E>, b: NDArray<E>) in rightShift(a, b) }
    // Integers are whole already.
    for name in ["floor", "ceil", "trunc", "fix"] { table[name] = unary { (a: NDArray<E>) in a } }
    // Integers have no NaN for these to pass over.
    table["fmax"] = binary { (a: NDArray<E>, b: NDArray<E>) in maximum(a, b) }
    table["fmin"] = binary { (a: NDArray<E>, b: NDArray<E>) in minimum(a, b) }
    return table
  }

  static func floats<F: NDFloat>(_ type: F.Type) -> Table {
    var table: Table = [:]
    table["fmax"] = binary { (a: NDArray<F>, b: NDArray<F>) in fmax(a, b) }
    table["fmin"] = binary { (a: NDArray<F>, b: NDArray<F>) in fmin(a, b) }
    table["floor"] = unary { (a: NDArray<F>) in floor(a) }
    table["ceil"] = unary { (a: NDArray<F>) in ceil(a) }
    table["trunc"] = unary { (a: NDArray<F>) in trunc(a) }
    table["fix"] = unary { (a: NDArray<F>) in trunc(a) }
    return table
  }

  /// Functions whose value is a floating-point number of type `F` whatever the argument.
  static func mathematics<E: NDScalar, F: NDFloat>(of: E.Type, in: F.Type) -> Table {
    func one(_ f: @escaping @Sendable (NDArray<F>) -> NDArray<F>) -> Operation {
      unary { (a: NDArray<E>) in f(a.asType(F.self)) }
    }
    func two(_ f: @escaping @Sendable (NDArray<F>, NDArray<F>) -> NDArray<F>) -> Operation {
      binary { (a: NDArray<E>, b: NDArray<E>) in f(a.asType(F.self), b.asType(F.self)) }
    }
    var table: Table = [:]
    table["exp"] = one { exp($0) }
    table["exp2"] = one { exp2($0) }
    table["expm1"] = one { expm1($0) }
    table["log"] = one { log($0) }
    table["log2"] = one { log2($0) }
    table["log10"] = one { log10($0) }
    table["log1p"] = one { log1p($0) }
    table["sqrt"] = one { sqrt($0) }
    table["cbrt"] = one { cbrt($0) }
    table["sin"] = one { sin($0) }
    table["cos"] = one { cos($0) }
    table["tan"] = one { tan($0) }
    table["arcsin"] = one { asin($0) }
    table["arccos"] = one { acos($0) }
    table["arctan"] = one { atan($0) }
    table["sinh"] = one { sinh($0) }
    table["cosh"] = one { cosh($0) }
    table["tanh"] = one { tanh($0) }
    table["arcsinh"] = one { asinh($0) }
    table["arccosh"] = one { acosh($0) }
    table["arctanh"] = one { atanh($0) }
    table["modf"] = { call in
      let parts = (try call.array(0, E.self)).asType(F.self).fractionAndWhole()
      return .arrays([Record(parts.fraction), Record(parts.whole)])
    }
    table["frexp"] = { call in
      let parts = (try call.array(0, E.self)).asType(F.self).significandAndExponent()
      return .arrays([Record(parts.significand), Record(parts.exponent)])
    }
    table["ldexp"] = { call in
      let exponents =
        try call.argument(1)["array"].map(Call.positions) ?? NDArray(try call.int(1))
      let array = try call.array(0, E.self).asType(F.self)
      return .array(array.scaled(byPowersOfTwo: exponents.asType(Int32.self)))
    }
    table["rint"] = one { rint($0) }
    table["fabs"] = one { abs($0) }
    table["arctan2"] = two { atan2($0, $1) }
    table["hypot"] = two { hypot($0, $1) }
    table["copysign"] = two { copysign($0, $1) }
    table["nextafter"] = two { nextafter($0, $1) }
    table["logaddexp"] = two { logaddexp($0, $1) }
    table["logaddexp2"] = two { logaddexp2($0, $1) }
    table["heaviside"] = two { heaviside($0, $1) }
    table["spacing"] = one { spacing($0) }
    table["sinc"] = one { sinc($0) }
    table["i0"] = one { i0($0) }
    table["deg2rad"] = one { radians($0) }
    table["rad2deg"] = one { degrees($0) }
    return table
  }

  /// Questions that every number answers.
  static func questions<E: NDScalar, F: NDFloat>(of: E.Type, in: F.Type) -> Table {
    func test(_ f: @escaping @Sendable (NDArray<F>) -> NDArray<Bool>) -> Operation {
      unary { (a: NDArray<E>) in f(a.asType(F.self)) }
    }
    var table: Table = [:]
    table["isnan"] = test { isNaN($0) }
    table["isinf"] = test { isInfinite($0) }
    table["isfinite"] = test { isFinite($0) }
    table["signbit"] = test { signBit($0) }
    @Sendable func close(_ call: Call) throws -> NDArray<Bool> {
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      func keyword(_ name: String) -> F? { call.keyword(name)?.double.map { F($0) } }
      return isClose(
        a.asType(F.self), b.asType(F.self), rtol: keyword("rtol") ?? 1e-5,
        atol: keyword("atol") ?? 1e-8, equalNaN: call.flag("equal_nan"))
    }
    table["isclose"] = { call in .array(try close(call)) }
    table["allclose"] = { call in .scalar(try close(call).all()) }
    table["array_equal"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      if !call.flag("equal_nan") { return .scalar(a == b) }
      return .scalar(arrayEqual(a.asType(F.self), b.asType(F.self), equalNaN: true))
    }
    return table
  }

  /// For the types whose functions NumPy computes in half precision, which the library does not have.
  static let mathematicsInHalves: Table =
    mathematics(of: Double.self, in: Double.self).mapValues { _ in
      { _ in throw Unsupported("dtype float16") }
    }
}
