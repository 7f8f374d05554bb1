import NDArray

extension Operations {
  static func selection<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["where"] = { call in
      if call.count == 1 {
        return .arrays((try call.array(0, type)).nonzero().map { Record($0) })
      }
      let mask: NDArray<Bool> = try call.array(0)
      switch (call.isArray(1), call.isArray(2)) {
      case (true, false): return .array(which(mask, try call.array(1, type), try call.number(2)))
      case (false, true): return .array(which(mask, try call.number(1, type), try call.array(2)))
      default: return .array(which(mask, try call.array(1, type), try call.array(2)))
      }
    }
    table["nonzero"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .arrays(array.nonzero().map { Record($0) })
    }
    table["extract"] = { call in
      let mask: NDArray<Bool> = try call.array(0)
      return .array((try call.array(1, type))[mask])
    }
    table["copyto_where"] = { call in
      var array: NDArray<E> = try call.array(0)
      let mask: NDArray<Bool> = try call.array(2)
      array[.ellipsis] = which(mask.broadcast(to: array.shape), try call.array(1), array)
      return .array(array)
    }
    return table
  }

  static func indexing<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["getitem"] = { call in
      .array((try call.array(0, type))[indices: try call.indices(1)])
    }
    table["setitem"] = { call in
      let indices = try call.indices(1)
      let original: NDArray<E> = try call.array(0)
      var shared = original
      var alone: NDArray<E> = try call.array(0)
      let value = try call.cast(2, to: type)
      shared[indices: indices] = value
      alone[indices: indices] = value
      try agree(shared, alone, "written while another variable holds it")
      try agree(try call.array(0), original, "the other variable")
      return .array(alone)
    }
    table["ix_get"] = { call in
      let rows: NDArray<Int> = try call.array(1)
      let columns: NDArray<Int> = try call.array(2)
      return .array((try call.array(0, type))[rows.expandedDimensions(axis: 1), columns])
    }
    return table
  }
}
