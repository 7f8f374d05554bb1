import NDArray

extension Operations {
  static let creation: Table = {
    var table: Table = [:]
    table["zeros"] = { call in
      .array(NDArray.zeros(try call.ints(0)))
    }
    table["ones"] = { call in
      let shape = try call.ints(0)
      let dtype = try call.dtype("dtype") ?? .float64
      return ones(dtype.elementType, shape)
    }
    table["full"] = { call in
      let shape = try call.ints(0)
      if let value = try call.argument(1).int { return .array(NDArray.full(shape, value)) }
      return .array(NDArray.full(shape, try call.double(1)))
    }
    table["identity"] = { call in .array(NDArray.eye(try call.int(0))) }
    table["eye"] = { call in
      .array(
        NDArray.eye(
          try call.int(0), call.count > 1 ? try call.int(1) : nil, k: call.int("k", default: 0)))
    }
    table["arange"] = { call in
      guard call.keyword("dtype") == nil else {
        throw Unsupported("not implemented: keyword dtype")
      }
      let arguments = try (0..<call.count).map { try call.argument($0) }
      let integers = arguments.compactMap(\.int)
      if integers.count == arguments.count {
        switch integers.count {
        case 1: return .array(NDArray.arange(integers[0]))
        case 2: return .array(NDArray.arange(integers[0], integers[1]))
        default: return .array(NDArray.arange(integers[0], integers[1], integers[2]))
        }
      }
      let numbers = try arguments.indices.map { try call.double($0) }
      switch numbers.count {
      case 1: return .array(NDArray.arange(numbers[0]))
      case 2: return .array(NDArray.arange(numbers[0], numbers[1]))
      default: return .array(NDArray.arange(numbers[0], numbers[1], numbers[2]))
      }
    }
    table["linspace"] = { call in
      let (start, stop) = (try call.double(0), try call.double(1))
      let count = call.count > 2 ? try call.int(2) : 50
      let endpoint = call.keyword("endpoint") != .bool(false)
      return .array(NDArray.linspace(start, stop, count: count, endpoint: endpoint))
    }
    return table
  }()

  private static func ones<E: NDScalar>(_ type: E.Type, _ shape: [Int]) -> Output {
    .array(NDArray<E>.ones(shape))
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
