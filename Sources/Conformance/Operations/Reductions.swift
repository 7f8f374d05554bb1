import NDArray

extension Operations {
  static func reductions<E: NDScalar>(_ type: E.Type) -> Table {
    /// A reduction in the forms that the keywords ask for. Over everything, both forms must agree.
    @Sendable func reduction<R: NDScalar>(
      _ all: @escaping @Sendable (NDArray<E>) -> R,
      _ some: @escaping @Sendable (NDArray<E>, [Int], _ keepDims: Bool) -> NDArray<R>
    ) -> Operation {
      { call in
        let array: NDArray<E> = try call.array(0)
        let keepDims = call.flag("keepdims")
        if let axes = call.axes { return .array(some(array, axes, keepDims)) }
        let result = some(array, Array(0..<array.rank), keepDims)
        try agree(result.reshaped([]), NDArray(all(array)), "over everything")
        return .array(result)
      }
    }
    func moment(
      _ all: @escaping @Sendable (NDArray<E>, _ ddof: Int) -> E.Quotient,
      _ some:
        @escaping @Sendable (NDArray<E>, [Int], _ ddof: Int, _ keepDims: Bool) -> NDArray<
          E.Quotient
        >
    ) -> Operation {
      { call in
        let ddof = call.int("ddof", default: 0)
        return try reduction({ all($0, ddof) }, { some($0, $1, ddof, $2) })(call)
      }
    }
    func position(
      _ all: @escaping @Sendable (NDArray<E>) -> Int,
      _ some: @escaping @Sendable (NDArray<E>, Int, _ keepDims: Bool) -> NDArray<Int>
    ) -> Operation {
      { call in
        let array: NDArray<E> = try call.array(0)
        let keepDims = call.flag("keepdims")
        if let axis = call.axis { return .array(some(array, axis, keepDims)) }
        return .array(NDArray(all(array)).reshaped(keepDims ? array.shape.map { _ in 1 } : []))
      }
    }
    var table: Table = [:]
    table["sum"] = reduction({ $0.sum() }, { $0.sum(axes: $1, keepDims: $2) })
    table["prod"] = reduction({ $0.prod() }, { $0.prod(axes: $1, keepDims: $2) })
    table["max"] = reduction({ $0.max() }, { $0.max(axes: $1, keepDims: $2) })
    table["min"] = reduction({ $0.min() }, { $0.min(axes: $1, keepDims: $2) })
    table["all"] = reduction({ $0.all() }, { $0.all(axes: $1, keepDims: $2) })
    table["any"] = reduction({ $0.any() }, { $0.any(axes: $1, keepDims: $2) })
    table["mean"] = reduction({ $0.mean() }, { $0.mean(axes: $1, keepDims: $2) })
    table["var"] = moment(
      { $0.variance(ddof: $1) }, { $0.variance(axes: $1, ddof: $2, keepDims: $3) })
    table["std"] = moment({ $0.std(ddof: $1) }, { $0.std(axes: $1, ddof: $2, keepDims: $3) })
    table["count_nonzero"] = reduction(
      { $0.asType(Bool.self).sum() }, { $0.asType(Bool.self).sum(axes: $1, keepDims: $2) })
    table["argmax"] = position({ $0.argMax() }, { $0.argMax(axis: $1, keepDims: $2) })
    table["argmin"] = position({ $0.argMin() }, { $0.argMin(axis: $1, keepDims: $2) })
    return table
  }
}
