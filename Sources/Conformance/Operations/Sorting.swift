import NDArray

extension Operations {
  static func sorting<E: NDScalar>(_ type: E.Type) -> Table {
    /// An operation along an axis, the last unless given, or of the flattened array for a null one.
    @Sendable func along<R>(
      _ f: @escaping @Sendable (NDArray<E>, Int?) -> NDArray<R>
    ) -> Operation {
      { call in .array(f(try call.array(0), call.has("axis") ? call.axis : -1)) }
    }
    return [
      "sort": { call in
        let array: NDArray<E> = try call.array(0)
        let axis = call.has("axis") ? call.axis : -1
        let result = array.sorted(axis: axis)
        if let axis {
          var alone: NDArray<E> = try call.array(0)
          alone.sort(axis: axis)
          try agree(result, alone, "in place")
        }
        return .array(result)
      },
      "argsort": { call in
        _ = call.keyword("kind")
        return try along { $0.argSorted(axis: $1) }(call)
      },
      "lexsort": { call in .array(lexSorted(try call.arrays(0, E.self))) },
      "partition_kth": { call in
        let array: NDArray<E> = try call.array(0)
        let kths = try call.ints(1)
        return .array(array.partitioned(kths).taking(NDArray(kths), axis: -1))
      },
      "argpartition": { call in
        .array(try call.array(0, E.self).argPartitioned(try call.int(1)))
      },
      "searchsorted": { call in
        let array: NDArray<E> = try call.array(0)
        let side: SearchSide = call.keyword("side")?.text == "right" ? .right : .left
        let sorter = try call.keyword("sorter")?["array"].map(Call.positions)
        return .array(array.searchSorted(try call.array(1), side: side, sorter: sorter))
      },
      "unique": unique(type),
      "intersect1d": binary { (a: NDArray<E>, b) in intersect1d(a, b) },
      "union1d": binary { (a: NDArray<E>, b) in union1d(a, b) },
      "setdiff1d": binary { (a: NDArray<E>, b) in setdiff1d(a, b) },
      "setxor1d": binary { (a: NDArray<E>, b) in setxor1d(a, b) },
      "isin": { call in
        let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
        return .array(a.isIn(b, invert: call.flag("invert")))
      },
    ]
  }

  private static func unique<E: NDScalar>(_ type: E.Type) -> Operation {
    { call in
      let array: NDArray<E> = try call.array(0)
      let equalNaN = call.keyword("equal_nan") != .bool(false)
      let found =
        call.axis.map { array.uniqueAll(axis: $0) } ?? array.uniqueAll(equalNaN: equalNaN)
      let values = call.axis.map { array.unique(axis: $0) } ?? array.unique(equalNaN: equalNaN)
      try agree(values, found.values, "with its positions")
      var outputs = [Record(values)]
      if call.flag("return_index") { outputs.append(Record(found.firstPositions)) }
      if call.flag("return_inverse") { outputs.append(Record(found.inverse)) }
      if call.flag("return_counts") { outputs.append(Record(found.counts)) }
      return .arrays(outputs)
    }
  }
}
