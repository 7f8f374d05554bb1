import NDArray

extension IntegerCall {
  /// A reduction along one axis and along two.
  private static func along(
    _ name: String, _ one: @escaping @Sendable (NDArray<Double>, Int) -> Void,
    _ several: @escaping @Sendable (NDArray<Double>, [Int]) -> Void = { _, _ in }
  ) -> [IntegerCall] {
    [
      IntegerCall("\(name)(axis:)", 1) { one(Operands.table, $0[0]) },
      IntegerCall("\(name)(axes:)", 2) { several(Operands.cube, $0) },
    ]
  }

  static let reductions: [IntegerCall] =
    [
      along("sum", { _ = $0.sum(axis: $1) }, { _ = $0.sum(axes: $1) }),
      along("prod", { _ = $0.prod(axis: $1) }, { _ = $0.prod(axes: $1) }),
      along("mean", { _ = $0.mean(axis: $1) }, { _ = $0.mean(axes: $1) }),
      along("max", { _ = $0.max(axis: $1) }, { _ = $0.max(axes: $1) }),
      along("min", { _ = $0.min(axis: $1, keepDims: true) }, { _ = $0.min(axes: $1) }),
      along("argMax", { _ = ($0.argMax(axis: $1), $0.argMin(axis: $1)) }),
      along(
        "all", { _ = ($0.all(axis: $1), $0.any(axis: $1)) },
        { _ = ($0.all(axes: $1), $0.any(axes: $1)) }),
      along("countNonzero", { _ = $0.countNonzero(axis: $1) }, { _ = $0.countNonzero(axes: $1) }),
      along("ptp", { _ = $0.ptp(axis: $1) }, { _ = $0.ptp(axes: $1) }),
      along(
        "median", { _ = ($0.median(axis: $1), $0.nanMedian(axis: $1)) }, { _ = $0.median(axes: $1) }
      ),
      along("quantile", { _ = $0.quantile(0.3, axis: $1) }, { _ = $0.nanQuantile(0.3, axes: $1) }),
      along(
        "percentile", { _ = $0.percentile(30, axis: $1) },
        { _ = $0.percentile(3, axes: $1, method: .lower) }),
      along(
        "nanSum", { _ = ($0.nanSum(axis: $1), $0.nanProd(axis: $1)) }, { _ = $0.nanSum(axes: $1) }),
      along("nanMean", { _ = $0.nanMean(axis: $1) }, { _ = $0.nanMean(axes: $1) }),
      along(
        "nanMax", { _ = ($0.nanMax(axis: $1), $0.nanMin(axis: $1)) }, { _ = $0.nanMax(axes: $1) }),
      along("nanArgMax", { _ = ($0.nanArgMax(axis: $1), $0.nanArgMin(axis: $1)) }),
      along("cumsum", { _ = ($0.cumsum(axis: $1), $0.cumprod(axis: $1), $0.nanCumsum(axis: $1)) }),
      along("cumulativeMax", { _ = ($0.cumulativeMax(axis: $1), $0.cumulativeMin(axis: $1)) }),
      along("cumulativeSum", { _ = $0.cumulativeSum(axis: $1, includeInitial: true) }),
      along("softmax", { _ = ($0.softmax(axis: $1), $0.logSoftmax(axis: $1)) }),
      along("logSumExp", { _ = $0.logSumExp(axis: $1) }, { _ = $0.logSumExp(axes: $1) }),
      along("average", { _ = $0.average(axis: $1, weights: $0) }),
      along(
        "norm", { _ = Linalg.norm($0, axis: $1) }, { _ = Linalg.norm($0, axes: ($1[0], $1[1])) }),
      along(
        "sum(where:)", { _ = $0.sum(axis: $1, where: $0 .> 0) },
        { _ = $0.max(axes: $1, initial: 0) }),
      [
        IntegerCall("variance(ddof:)", 2) {
          _ = (Operands.table.variance(ddof: $0[0]), Operands.integers.std(ddof: $0[0]))
          _ = (Operands.table.nanVariance(ddof: $0[0]), Operands.table.nanStd(ddof: $0[0]))
          _ = Operands.table.variance(axis: $0[1], ddof: $0[0])
        },
        IntegerCall("nanVariance(axis:ddof:)", 2) {
          _ = Operands.table.nanVariance(axis: $0[1], ddof: $0[0])
        },
        IntegerCall("diff", 2) { _ = Operands.table.diff(n: $0[0], axis: $0[1]) },
        IntegerCall("diff of truth values", 1) { _ = (Operands.table .> 0).diff(n: $0[0]) },
        IntegerCall("reductions of a long row", 1) {
          let long = Operands.endless[..<Swift.min($0[0], 1 << 22)]
          _ = (long.count, long.isContiguous, long.T.shape)
        },
        IntegerCall("reductions of no element", 1) {
          _ = Operands.hollow.sum(axis: $0[0]).shape
        },
      ],
    ].flatMap { $0 }

  static let sorting: [IntegerCall] = [
    IntegerCall("sorted", 1) {
      _ = (Operands.table.sorted(axis: $0[0]), Operands.table.argSorted(axis: $0[0]))
    },
    IntegerCall("sort", 1) {
      var a = Operands.table
      a.sort(axis: $0[0])
    },
    IntegerCall("partitioned", 2) { _ = Operands.table.partitioned($0[0], axis: $0[1]) },
    IntegerCall("partitioned at several", 2) { _ = Operands.row.partitioned($0) },
    IntegerCall("argPartitioned", 2) { _ = Operands.table.argPartitioned($0[0], axis: $0[1]) },
    IntegerCall("partitioned of nothing", 1) { _ = Operands.row[0..<0].partitioned($0[0]) },
    IntegerCall("searchSorted by a sorter", 2) {
      _ = Operands.row[0..<2].searchSorted(NDArray([1]), sorter: NDArray($0))
    },
    IntegerCall("unique(axis:)", 1) {
      _ = (Operands.table.unique(axis: $0[0]), Operands.table.uniqueAll(axis: $0[0]))
    },
    IntegerCall("sets", 2) {
      let (a, b) = (NDArray($0), NDArray([$0[1], .max, .min]))
      _ = (a.sorted(), a.unique(), union1d(a, b), intersect1d(a, b), a.isIn(b), a.argSorted())
      _ = (a.median(), a.quantile(0.3), a.searchSorted(b), setdiff1d(a, b))
    },
  ]
}
