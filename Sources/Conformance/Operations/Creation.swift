import NDArray

extension Operations {
  static let creation: Table = {
    var table: Table = [:]
    for (name, value) in [("zeros", 0), ("ones", 1)] {
      table[name] = { call in
        try typed(NDArray.full(try call.ints(0), value), call.dtype("dtype") ?? .float64)
      }
    }
    table["full"] = { call in
      let shape = try call.ints(0)
      let dtype = call.count > 2 ? DType(rawValue: try call.text(2)) : try call.dtype("dtype")
      let value = try call.argument(1)
      if case .bool(let value) = value {
        return try typed(NDArray.full(shape, value), dtype ?? .bool)
      }
      if let value = value.int { return try typed(NDArray.full(shape, value), dtype ?? .int64) }
      return try typed(NDArray.full(shape, try call.double(1)), dtype ?? .float64)
    }
    table["identity"] = { call in .array(NDArray.eye(try call.int(0))) }
    table["eye"] = { call in
      .array(
        NDArray.eye(
          try call.int(0), call.count > 1 ? try call.int(1) : nil, k: call.int("k", default: 0)))
    }
    table["arange"] = { call in
      let arguments = try (0..<call.count).map { try call.argument($0) }
      let dtype = try call.dtype("dtype")
      let words = arguments.compactMap { Call.number($0, UInt64.self) }
      if dtype == .uint64 && words.count == arguments.count { return .array(arange(words)) }
      let integers = arguments.compactMap(\.int)
      if integers.count == arguments.count {
        return try typed(arange(integers), dtype ?? .int64)
      }
      let numbers = try arguments.indices.map { try call.double($0) }
      if dtype == .float32 { return .array(arange(numbers.map { Float($0) })) }
      return try typed(arange(numbers), dtype ?? .float64)
    }
    table["linspace"] = { call in
      let count = call.count > 2 ? try call.int(2) : 50
      let endpoint = call.keyword("endpoint") != .bool(false)
      let areArrays = try (0..<2).map { try call.argument($0)["array"] != nil }
      if areArrays.contains(true) {
        let ends: [NDArray<Double>] = try (0..<2).map {
          areArrays[$0] ? try call.array($0) : NDArray(try call.double($0))
        }
        return .array(
          .linspace(
            ends[0], ends[1], count: count, endpoint: endpoint,
            axis: call.int("axis", default: 0)))
      }
      let (start, stop) = (try call.double(0), try call.double(1))
      let line = NDArray.linspace(start, stop, count: count, endpoint: endpoint)
      let dtype = try call.dtype("dtype") ?? .float64
      // NumPy rounds down where integers are asked for.
      return try typed(dtype.elementType is any NDInteger.Type ? floor(line) : line, dtype)
    }
    return table
  }()

  /// The array converted to a dtype.
  private static func typed<E>(_ array: NDArray<E>, _ dtype: DType) throws -> Output {
    func converted<T: NDScalar>(_ type: T.Type) -> Output { .array(array.asType(type)) }
    return converted(dtype.elementType)
  }

  /// The range that one to three numbers mean.
  private static func arange<E: NDInteger>(_ n: [E]) -> NDArray<E> {
    n.count == 1 ? .arange(n[0]) : .arange(n[0], n[1], n.count > 2 ? n[2] : 1)
  }

  private static func arange<E: NDFloat>(_ n: [E]) -> NDArray<E> {
    n.count == 1 ? .arange(n[0]) : .arange(n[0], n[1], n.count > 2 ? n[2] : 1)
  }

  static func likeAnother<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["zeros_like"] = unary { (a: NDArray<E>) in .zeros(like: a) }
    table["ones_like"] = unary { (a: NDArray<E>) in .ones(like: a) }
    table["full_like"] = { call in
      let array: NDArray<E> = try call.array(0)
      if let value: E = try? call.number(1) { return .array(NDArray.full(array.shape, value)) }
      return .array(NDArray.full(array.shape, try call.double(1)).asType(type))
    }
    return table
  }

}
