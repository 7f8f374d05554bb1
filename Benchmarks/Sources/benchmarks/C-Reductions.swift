import NDArray

/// Section C: reductions along each axis, order statistics, sorting.
let reductions = [
  Group(name: "C/f64") { alongAxes(Double.self) + ordered(Double.self) + booleans() },
  Group(name: "C/f32") { alongAxes(Float.self) + ordered(Float.self) },
  Group(name: "C/i64") { integers() },
]

/// The million numbers of a group's rows.
private func million<E: NDFloat>(_ type: E.Type) -> NDArray<E> {
  var generator = Generator(seed: Group.seed)
  return generator.normal(1_000_000, as: E.self)
}

private func alongAxes<E: NDFloat & Sampled>(_ type: E.Type) -> [Row] {
  let flat = million(E.self)
  let nearOne = 1 + flat * 1e-6
  var rows = [
    Row("C:sum/flat1e6/\(E.tag)") { flat.sum() },
    Row("C:mean/flat1e6/\(E.tag)") { flat.mean() },
    Row("C:var/flat1e6/\(E.tag)") { flat.variance() },
    Row("C:std/flat1e6/\(E.tag)") { flat.std() },
    Row("C:max/flat1e6/\(E.tag)") { flat.max() },
    Row("C:argmax/flat1e6/\(E.tag)") { flat.argMax() },
    Row("C:prod/flat1e6/\(E.tag)") { nearOne.prod() },
    Row("C:cumsum/flat1e6/\(E.tag)") { flat.cumsum() },
  ]
  for (view, shape, axis) in [
    ("ax0", [1000, 1000], 0), ("ax1", [1000, 1000], 1), ("mid", [100, 100, 100], 1),
    ("short", [100_000, 10], 1),
  ] {
    let (x, factors) = (flat.reshaped(shape), nearOne.reshaped(shape))
    rows += [
      Row("C:sum/\(view)/\(E.tag)") { x.sum(axis: axis) },
      Row("C:mean/\(view)/\(E.tag)") { x.mean(axis: axis) },
      Row("C:var/\(view)/\(E.tag)") { x.variance(axis: axis) },
      Row("C:std/\(view)/\(E.tag)") { x.std(axis: axis) },
      Row("C:max/\(view)/\(E.tag)") { x.max(axis: axis) },
      Row("C:argmax/\(view)/\(E.tag)") { x.argMax(axis: axis) },
      Row("C:prod/\(view)/\(E.tag)") { factors.prod(axis: axis) },
      Row("C:cumsum/\(view)/\(E.tag)") { x.cumsum(axis: axis) },
    ]
  }
  return rows
}

private func ordered<E: NDFloat & Sampled>(_ type: E.Type) -> [Row] {
  let flat = million(E.self)
  let matrix = flat.reshaped([1000, 1000])
  let sorted = flat.sorted()
  let queries = flat[0..<100_000].copied()
  var generator = Generator(seed: Group.seed + 1)
  var withNaN = flat
  withNaN[generator.integers(0..<1_000_000, [1000])] = .nan

  @inline(__always)
  func row<Result: Sampled>(_ name: String, _ body: @escaping () -> Result) -> Row {
    Row("C:\(name)/\(E.tag)", body)
  }
  return [
    row("median/flat1e6") { flat.median() },
    row("median/ax1") { matrix.median(axis: 1) },
    row("percentile90/flat1e6") { flat.percentile(90) },
    row("percentile3/flat1e6") { flat.percentile([25, 50, 75]) },
    Row("C:partition/flat1e6/\(E.tag)") {
      flat.partitioned(500_000)
    } check: {
      $0[500_000] as NDArray
    },
    row("unique/flat1e6") { flat.unique() },
    Row("C:histogram50/flat1e6/\(E.tag)") {
      histogram(flat, bins: 50)
    } check: {
      $0.counts
    },
    row("sort/flat1e6") { flat.sorted() },
    row("sort/ax0") { matrix.sorted(axis: 0) },
    row("sort/ax1") { matrix.sorted(axis: 1) },
    row("sort_stable/flat1e6") { flat.sorted() },
    // Equal elements may come in any order, so the elements themselves are compared.
    Row("C:argsort/flat1e6/\(E.tag)") {
      flat.argSorted()
    } check: {
      flat[$0]
    },
    row("argsort_stable/flat1e6") { flat.argSorted() },
    row("diff/flat1e6") { flat.diff() },
    row("linalg.norm/flat1e6") { Linalg.norm(flat) },
    row("allclose/flat1e6") { allClose(flat, flat) },
    row("array_equal/flat1e6") { flat == flat },
    row("logsumexp_rows/ax1") { matrix.logSumExp(axis: 1) },
    row("softmax_rows/ax1") { matrix.softmax(axis: 1) },
    row("searchsorted1e5in1e6") { sorted.searchSorted(queries) },
    row("nansum/flat1e6") { [withNaN] in withNaN.nanSum() },
    row("nanmean/flat1e6") { [withNaN] in withNaN.nanMean() },
  ]
}

private func booleans() -> [Row] {
  let flat = million(Double.self)
  let allFalse = flat .> 5.5
  let allTrue = flat .> -50
  let hundred = flat[0..<100].copied()
  return [
    Row("C:any/flat1e6/bool") { allFalse.any() },
    Row("C:all/flat1e6/bool") { allTrue.all() },
    Row("C:sum/flat1e6/bool") { allFalse.sum() },
    Row("C:count_nonzero/flat1e6/bool") { allTrue.countNonzero() },
    Row("C:sum/1e2/f64") { flat[0..<100].sum() },
    Row("C:sum_method/1e2/f64") { hundred.sum() },
  ]
}

private func integers() -> [Row] {
  var generator = Generator(seed: Group.seed)
  let numbers = generator.integers(0..<1000, [1_000_000])
  return [
    Row("C:sum/flat1e6/i64") { numbers.sum() },
    Row("C:sort/flat1e6/i64") { numbers.sorted() },
    Row("C:bincount/flat1e6/i64") { bincount(numbers) },
    Row("C:unique/flat1e6/i64") { numbers.unique() },
    Row("C:argmax/flat1e6/i64") { numbers.argMax() },
  ]
}
