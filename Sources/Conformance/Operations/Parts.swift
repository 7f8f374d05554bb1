import NDArray

extension Operations {
  /// Roundings of floating-point numbers and what stands for those that are none.
  static func parts<F: NDFloat>(_ type: F.Type) -> Table {
    var table: Table = [:]
    table["round"] = { call in
      .array((try call.array(0, type)).rounded(decimals: call.count > 1 ? try call.int(1) : 0))
    }
    table["nan_to_num"] = { call in
      let array: NDArray<F> = try call.array(0)
      func replacement(_ name: String) -> F? {
        call.keyword(name).flatMap { ($0["f"] ?? $0).double }.map { F($0) }
      }
      return .array(
        array.replacingNonFinite(
          nan: replacement("nan") ?? 0,
          positiveInfinity: replacement("posinf") ?? .greatestFiniteMagnitude,
          negativeInfinity: replacement("neginf") ?? -.greatestFiniteMagnitude))
    }
    return table
  }

  static func roundedIntegers<E: NDInteger>(_ type: E.Type) -> Table {
    [
      "round": { call in
        .array((try call.array(0, type)).rounded(decimals: call.count > 1 ? try call.int(1) : 0))
      }
    ]
  }

  /// What types without a NaN keep as it is.
  static func finite<E: NDScalar>(_ type: E.Type) -> Table {
    [
      "nan_to_num": { call in
        for name in ["nan", "posinf", "neginf"] { _ = call.keyword(name) }
        return .array(try call.array(0, type))
      }
    ]
  }

  /// Sequences, windows and the limits of types, which no array argument gives a type.
  static let sequences: Table = {
    var table: Table = [:]
    table["tri"] = { call in
      .array(
        NDArray<Double>.tri(
          try call.int(0), call.count > 1 ? try call.int(1) : nil, k: call.int("k", default: 0)))
    }
    table["logspace"] = { call in
      .array(
        NDArray.logspace(
          try call.double(0), try call.double(1), count: call.count > 2 ? try call.int(2) : 50,
          base: call.keyword("base")?.double ?? 10))
    }
    table["geomspace"] = { call in
      .array(
        NDArray.geomspace(
          try call.double(0), try call.double(1), count: call.count > 2 ? try call.int(2) : 50))
    }
    table["bartlett"] = { call in .array(NDArray.bartlett(try call.int(0))) }
    table["blackman"] = { call in .array(NDArray.blackman(try call.int(0))) }
    table["hamming"] = { call in .array(NDArray.hamming(try call.int(0))) }
    table["hanning"] = { call in .array(NDArray.hanning(try call.int(0))) }
    table["kaiser"] = { call in
      .array(NDArray.kaiser(try call.int(0), beta: try call.double(1)))
    }
    table["finfo"] = { call in
      try call.text(0) == "float32" ? limits(Float.self) : limits(Double.self)
    }
    table["iinfo"] = { call in
      guard let type = DType(rawValue: try call.text(0))?.elementType as? any NDInteger.Type else {
        throw Unsupported("dtype \(try call.text(0))")
      }
      return limits(type)
    }
    return table
  }()

  private static func limits<F: NDFloat>(_ type: F.Type) -> Output {
    let values: [F] = [
      .ulpOfOne, .greatestFiniteMagnitude, .leastNormalMagnitude, -.greatestFiniteMagnitude,
    ]
    return .arrays(values.map { Record(NDArray($0)) })
  }

  private static func limits<E: NDInteger>(_ type: E.Type) -> Output {
    .arrays([Record(NDArray(E.min)), Record(NDArray(E.max))])
  }
}
