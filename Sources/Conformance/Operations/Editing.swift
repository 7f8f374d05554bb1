import NDArray

extension Operations {
  /// Joining, splitting, and moving, adding or removing places.
  static func editing<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["hstack"] = { call in .array(hstack(try call.arrays(0, type))) }
    table["vstack"] = { call in .array(vstack(try call.arrays(0, type))) }
    table["dstack"] = { call in .array(dstack(try call.arrays(0, type))) }
    table["column_stack"] = { call in .array(columnStack(try call.arrays(0, type))) }
    table["r_"] = binary { (a: NDArray<E>, b: NDArray<E>) in concatenated([a, b]) }
    table["c_"] = binary { (a: NDArray<E>, b: NDArray<E>) in columnStack([a, b]) }
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
      return .arrays(array.arraySplit(parts: try call.int(1), axis: axis).map { Record($0) })
    }
    table["append"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .array(call.axis.map { a.appending(b, axis: $0) } ?? a.appending(b))
    }
    table["delete"] = { call in
      let array: NDArray<E> = try call.array(0)
      let positions = try call.positions(1)
      guard let axis = call.axis else {
        return .array(array.flattened().deleting(positions, axis: 0))
      }
      return .array(array.deleting(positions, axis: axis))
    }
    table["insert"] = { call in
      let array: NDArray<E> = try call.array(0)
      let values: NDArray<E> = try call.array(2)
      let (target, axis) = call.axis.map { (array, $0) } ?? (array.flattened(), 0)
      if let position = try call.argument(1).int {
        return .array(target.inserting(values, at: position, axis: axis))
      }
      return .array(target.inserting(values, at: try call.positions(1), axis: axis))
    }
    table["trim_zeros"] = unary { (a: NDArray<E>) in a.trimmedZeros() }
    table["repeat"] = { call in
      let array: NDArray<E> = try call.array(0)
      let (target, axis) = call.axis.map { (array, $0) } ?? (array.flattened(), 0)
      if let count = try call.argument(1).int { return .array(target.repeated(count, axis: axis)) }
      return .array(target.repeated(try call.positions(1), axis: axis))
    }
    table["tile"] = { call in .array((try call.array(0, type)).tiled(try call.ints(1))) }
    table["resize"] = { call in .array((try call.array(0, type)).resized(try call.ints(1))) }
    table["roll"] = { call in
      let array: NDArray<E> = try call.array(0)
      let shift = try call.keyword("shift")?.int ?? call.int(1)
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
      .array((try call.array(0, type)).slidingWindows(of: try call.int(1)))
    }
    table["pad"] = { call in
      let array: NDArray<E> = try call.array(0)
      let mode = try paddingMode(call, type)
      if let width = try call.argument(1).int { return .array(array.padded(width, mode: mode)) }
      let widths = try (try call.argument(1).items ?? []).map { pair in
        guard let ends = pair.ints, ends.count == 2 else { throw Malformed("widths of pad") }
        return (ends[0], ends[1])
      }
      return .array(array.padded(widths, mode: mode))
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

  private static func paddingMode<E: NDScalar>(
    _ call: Call, _ type: E.Type
  ) throws -> PaddingMode<E> {
    switch call.keyword("mode")?.text ?? "constant" {
    case "constant":
      guard let value = call.keyword("constant_values") else {
        return .constant(NDArray<E>.zeros([]).scalar)
      }
      guard let number = Call.number(value, type) else { throw Unsupported("mixed dtypes") }
      return .constant(number)
    case "edge": return .edge
    case "reflect": return .reflect
    case "symmetric": return .symmetric
    case "wrap": return .wrap
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
