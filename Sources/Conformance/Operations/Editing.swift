import NDArray

extension Operations {
  /// Joining, splitting, and moving, adding or removing places.
  static func editing<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["hstack"] = { call in .array(hstack(try call.arrays(0, type))) }
    table["vstack"] = { call in .array(vstack(try call.arrays(0, type))) }
    table["dstack"] = { call in .array(dstack(try call.arrays(0, type))) }
    table["column_stack"] = { call in .array(columnStack(try call.arrays(0, type))) }
    table["r_"] = { call in .array(concatenated(try parts(call, type))) }
    table["c_"] = { call in
      .array(
        concatenated(
          try parts(call, type).map { $0.rank < 2 ? $0.reshaped([-1, 1]) : $0 }, axis: -1))
    }
    table["block2x2"] = { call in
      let parts: [NDArray<E>] = try (0..<4).map { try call.array($0) }
      return .array(block([[parts[0], parts[1]], [parts[2], parts[3]]]))
    }
    table["atleast_1d"] = unary { (a: NDArray<E>) in a.atLeast1D }
    table["atleast_2d"] = unary { (a: NDArray<E>) in a.atLeast2D }
    table["atleast_3d"] = unary { (a: NDArray<E>) in a.atLeast3D }
    table["split"] = { call in
      let array: NDArray<E> = try call.array(0)
      return try pieces(array, call, axis: call.int("axis", default: 0))
    }
    table["hsplit"] = { call in
      let array: NDArray<E> = try call.array(0)
      return try pieces(array, call, axis: array.rank > 1 ? 1 : 0)
    }
    table["array_split"] = { call in
      let array: NDArray<E> = try call.array(0)
      let axis = call.int("axis", default: 0)
      guard let parts = try call.argument(1).int else { return try pieces(array, call, axis: axis) }
      return .arrays(array.arraySplit(parts: parts, axis: axis).map { Record($0) })
    }
    table["append"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .array(call.axis.map { a.appending(b, axis: $0) } ?? a.appending(b))
    }
    table["delete"] = { call in
      let array: NDArray<E> = try call.array(0)
      let (target, axis) = call.axis.map { (array, $0) } ?? (array.flattened(), 0)
      let extent = target.shape[axis < 0 ? axis + target.rank : axis]
      if let indices = try? call.indices(1) {
        let positions = NDArray.arange(extent)[indices: indices]
        return .array(target.deleting(positions.elements, axis: axis))
      }
      if try call.dtype(1) == .bool {
        let mask: NDArray<Bool> = try call.array(1)
        return .array(target.compressed((.!mask).elements, axis: axis))
      }
      return .array(target.deleting(try call.positions(1), axis: axis))
    }
    table["insert"] = { call in
      let array: NDArray<E> = try call.array(0)
      let values = try call.cast(2, to: type)
      let (target, axis) = call.axis.map { (array, $0) } ?? (array.flattened(), 0)
      if let position = try call.argument(1).int {
        return .array(target.inserting(values, at: position, axis: axis))
      }
      return .array(target.inserting(values, at: try call.positions(1), axis: axis))
    }
    table["trim_zeros"] = { call in
      let ends = call.count > 1 ? try call.text(1) : "fb"
      return .array(
        (try call.array(0, type)).trimmedZeros(
          atStart: ends.contains("f"), atEnd: ends.contains("b")))
    }
    table["repeat"] = { call in
      let array: NDArray<E> = try call.array(0)
      let (target, axis) = call.axis.map { (array.atLeast1D, $0) } ?? (array.flattened(), 0)
      if let count = try call.argument(1).int { return .array(target.repeated(count, axis: axis)) }
      return .array(target.repeated(try call.positions(1), axis: axis))
    }
    table["tile"] = { call in .array((try call.array(0, type)).tiled(try call.ints(1))) }
    table["resize"] = { call in .array((try call.array(0, type)).resized(try call.ints(1))) }
    table["roll"] = { call in
      let array: NDArray<E> = try call.array(0)
      let shift = try call.keyword("shift") ?? call.argument(1)
      guard let shift = shift.int else {
        return .array(array.rolled(by: shift.ints ?? [], axes: call.axes ?? []))
      }
      return .array(call.axis.map { array.rolled(by: shift, axis: $0) } ?? array.rolled(by: shift))
    }
    table["rot90"] = { call in
      .array((try call.array(0, type)).rotated90(turns: call.int("k", default: 1)))
    }
    table["fliplr"] = unary { (a: NDArray<E>) in a.flipped(axes: [1]) }
    table["moveaxis"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .array(array.movedAxes(try call.ints(1), to: try call.ints(2)))
    }
    table["ravel_order"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .array((try call.text(1) == "F" ? array.T : array).flattened())
    }
    // The first axis varies fastest: C order of the axes reversed.
    table["reshape_order"] = { call in
      let (array, shape): (NDArray<E>, [Int]) = (try call.array(0), try call.ints(1))
      if try call.text(2) == "C" { return .array(array.reshaped(shape)) }
      return .array(array.T.reshaped(shape.reversed()).T)
    }
    table["lib.stride_tricks.sliding_window_view"] = { call in
      .array((try call.array(0, type)).slidingWindows(of: try call.ints(1)))
    }
    table["pad"] = { call in
      let array: NDArray<E> = try call.array(0)
      let widths = try pairs(try call.argument(1), rank: array.rank)
      let width = try widths.map { pair in
        guard let (before, after) = (pair.0.int, pair.1.int) as? (Int, Int) else {
          throw Malformed("widths of pad")
        }
        return (before, after)
      }
      let mode = try paddingMode(call, type)
      guard let value = call.keyword("constant_values"), value.items != nil else {
        return .array(array.padded(width, mode: mode))
      }
      return .array(
        try padded(array, width, constants: try pairs(value, rank: array.rank), call))
    }
    return table
  }

  private static func pieces<E>(
    _ array: NDArray<E>, _ call: Call, axis: Int
  ) throws -> Output {
    if let parts = try call.argument(1).int {
      return .arrays(array.split(parts: parts, axis: axis).map { Record($0) })
    }
    return .arrays(array.split(at: try call.ints(1), axis: axis).map { Record($0) })
  }

  /// Padded by a value of its own at each end of each axis.
  private static func padded<E: NDScalar>(
    _ array: NDArray<E>, _ widths: [(Int, Int)], constants: [(JSON, JSON)], _ call: Call
  ) throws -> NDArray<E> {
    var result = array
    for (axis, width) in widths.enumerated() {
      let ends = [((width.0, 0), constants[axis].0), ((0, width.1), constants[axis].1)]
      for (width, value) in ends {
        var widths = [(Int, Int)](repeating: (0, 0), count: array.rank)
        widths[axis] = width
        result = result.padded(widths, mode: .constant(try call.number(value, E.self)))
      }
    }
    return result
  }

  /// A pair for each axis from a number, one pair, or pairs, as NumPy broadcasts them.
  private static func pairs(_ json: JSON, rank: Int) throws -> [(JSON, JSON)] {
    let items = json.items ?? [json]
    func pair(_ json: JSON) -> (JSON, JSON) {
      let ends = json.items ?? [json]
      return (ends[0], ends[ends.count - 1])
    }
    if items.first?.items == nil { return Array(repeating: pair(json), count: rank) }
    return items.count == 1
      ? Array(repeating: pair(items[0]), count: rank) : items.map(pair)
  }

  /// The arrays of a call, one after another.
  private static func parts<E: NDScalar>(_ call: Call, _ type: E.Type) throws -> [NDArray<E>] {
    try (0..<call.count).map { try call.array($0, type).atLeast1D }
  }

  private static func paddingMode<E: NDScalar>(
    _ call: Call, _ type: E.Type
  ) throws -> PaddingMode<E> {
    switch call.keyword("mode")?.text ?? "constant" {
    case "constant":
      guard let value = call.keyword("constant_values"), value.items == nil else {
        return .constant(NDArray<E>.zeros([]).scalar)
      }
      guard let number = Call.number(value, type) else { throw Unsupported("mixed dtypes") }
      return .constant(number)
    case "edge": return .edge
    case "reflect": return .reflect
    case "symmetric": return .symmetric
    case "wrap": return .wrap
    case "linear_ramp": return .linearRamp(to: NDArray<E>.zeros([]).scalar)
    case "maximum": return .maximum
    case "minimum": return .minimum
    case "mean": return .mean
    case "median": return .median
    case let mode: throw Unsupported("not implemented: pad \(mode)")
    }
  }
}

extension Call {
  /// One or several positions, as a number, a list or an array.
  func positions(_ i: Int) throws -> [Int] {
    if let array = try argument(i)["array"] { return try Call.positions(array).elements }
    return try ints(i)
  }
}
