import NDArray

extension Operations {
  /// Reading and writing by arrays of positions, and choosing between arrays.
  static func taking<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["take"] = { call in
      let array: NDArray<E> = try call.array(0)
      let positions =
        try call.argument(1)["array"].map(Call.positions)
        ?? (call.argument(1).items == nil ? NDArray(try call.int(1)) : NDArray(try call.ints(1)))
      let outOfRange: OutOfRange =
        switch call.keyword("mode")?.text {
        case "wrap": .wrap
        case "clip": .clip
        default: .trap
        }
      guard let axis = call.axis else {
        return .array(array.taking(positions, outOfRange: outOfRange))
      }
      return .array(array.atLeast1D.taking(positions, axis: axis, outOfRange: outOfRange))
    }
    table["take_along_axis"] = { call in
      let (array, positions): (NDArray<E>, NDArray<Int>) = (try call.array(0), try call.array(1))
      return .array(
        call.axis.map { array.takingAlong(positions, axis: $0) }
          ?? array.flattened().takingAlong(positions, axis: 0))
    }
    table["put"] = { call in
      var array: NDArray<E> = try call.array(0)
      let positions =
        try call.argument(1)["array"].map(Call.positions) ?? NDArray(try call.positions(1))
      array.put(positions, try call.cast(2, to: type))
      return .array(array)
    }
    table["put_along_axis"] = { call in
      var array: NDArray<E> = try call.array(0)
      array.putAlong(try call.array(1), try call.array(2), axis: try call.int(3))
      return .array(array)
    }
    table["fill_diagonal"] = { call in
      var array: NDArray<E> = try call.array(0)
      array.fillDiagonal(try call.cast(1, to: type).scalar)
      return .array(array)
    }
    table["compress"] = { call in
      let (mask, array): (NDArray<Bool>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .array(
        call.axis.map { array.atLeast1D.compressed(mask.elements, axis: $0) }
          ?? array.flattened().compressed(mask.elements, axis: 0))
    }
    table["choose"] = { call in .array(choose(try call.array(0), try call.arrays(1, type))) }
    table["select"] = { call in
      let fallback: E =
        call.count > 2 ? try call.number(2) : NDArray<E>.zeros([]).scalar
      return .array(select(try call.arrays(0), try call.arrays(1), default: fallback))
    }
    table["argwhere"] = unary { (a: NDArray<E>) in a.argWhere() }
    table["flatnonzero"] = unary { (a: NDArray<E>) in a.flatNonzero() }
    table["array_equiv"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .scalar(arrayEquivalent(a, b))
    }
    return table
  }

  static let positions: Table = {
    var table: Table = [:]
    table["unravel_index"] = { call in
      .arrays(unravelIndex(try call.array(0), try call.ints(1)).map { Record($0) })
    }
    table["ravel_multi_index"] = { call in
      .array(ravelMultiIndex(try call.arrays(0), try call.ints(1)))
    }
    table["indices"] = { call in .array(NDArray.indices(try call.ints(0))) }
    table["mgrid"] = { call in
      let axes = try (0..<call.count).map { try call.argument($0).items ?? [] }
      if axes.allSatisfy({ $0.allSatisfy { $0.int != nil } }) {
        let ends = axes.map { $0.compactMap(\.int) }
        return .array(NDArray.mgrid(ends.map { .arange($0[0], $0[1], $0.count > 2 ? $0[2] : 1) }))
      }
      let ends = axes.map { $0.compactMap(\.double) }
      return .array(NDArray.mgrid(ends.map { .arange($0[0], $0[1], $0.count > 2 ? $0[2] : 1) }))
    }
    return table
  }()

  /// Matrices from a diagonal or a triangle, and grids.
  static func matrices<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["diag"] = { call in
      .array((try call.array(0, type)).diag(k: call.int("k", default: 0)))
    }
    table["diagonal"] = { call in
      .array((try call.array(0, type)).diagonal(offset: call.int("offset", default: 0)))
    }
    table["tril"] = { call in
      .array((try call.array(0, type)).tril(k: call.int("k", default: 0)))
    }
    table["triu"] = { call in
      .array((try call.array(0, type)).triu(k: call.int("k", default: 0)))
    }
    table["meshgrid"] = { call in
      let arrays: [NDArray<E>] = try (0..<call.count).map { try call.array($0) }
      let indexing: GridIndexing = call.keyword("indexing")?.text == "ij" ? .ij : .xy
      return .arrays(meshgrid(arrays, indexing: indexing).map { Record($0) })
    }
    return table
  }
}
