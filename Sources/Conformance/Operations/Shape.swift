import NDArray

extension Operations {
  static func shape<E: NDScalar>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["reshape"] = { call in .array((try call.array(0, type)).reshaped(try call.ints(1))) }
    table["ravel"] = unary { (a: NDArray<E>) in a.flattened() }
    table["copy"] = unary { (a: NDArray<E>) in a.copied() }
    table["T"] = unary { (a: NDArray<E>) in a.T }
    table["transpose"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .array(call.count > 1 ? array.transposed(try call.ints(1)) : array.T)
    }
    table["swapaxes"] = { call in
      .array((try call.array(0, type)).swappedAxes(try call.int(1), try call.int(2)))
    }
    table["expand_dims"] = { call in
      let array: NDArray<E> = try call.array(0)
      let axes = try call.axes ?? call.ints(1)
      return .array(
        axes.count == 1
          ? array.expandedDimensions(axis: axes[0]) : array.expandedDimensions(axes: axes))
    }
    table["squeeze"] = { call in
      let array: NDArray<E> = try call.array(0)
      return .array(call.axes.map { array.squeezed(axes: $0) } ?? array.squeezed())
    }
    table["broadcast_to"] = { call in
      .array((try call.array(0, type)).broadcast(to: try call.ints(1)))
    }
    table["flip"] = { call in .array((try call.array(0, type)).flipped(axes: call.axes)) }
    table["concatenate"] = { call in
      let arrays = try call.arrays(0, type)
      if call.isNull("axis") { return .array(concatenated(arrays.map { $0.flattened() })) }
      return .array(concatenated(arrays, axis: call.int("axis", default: 0)))
    }
    table["stack"] = { call in
      .array(stacked(try call.arrays(0, type), axis: call.int("axis", default: 0)))
    }
    table["attrs"] = { call in
      let array: NDArray<E> = try call.array(0)
      let size = array.dtype.itemSize
      return .arrays([
        Record(NDArray(array.shape)),
        Record(NDArray([array.rank, array.count, size, array.count * size])),
      ])
    }
    return table
  }
}
