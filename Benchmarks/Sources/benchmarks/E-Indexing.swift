import NDArray

/// Section E: masks, index arrays, single elements, views.
let indexing = [Group(name: "E/f64") { selections() + assignments() + elements() + views() }]

/// The operands of the section.
private struct Operands {
  let flat: NDArray<Double>
  let positions: NDArray<Int>
  let rows: NDArray<Int>
  var mask: NDArray<Bool> { flat .> 0 }
  var matrix: NDArray<Double> { flat.reshaped([1000, 1000]) }

  init() {
    var generator = Generator(seed: Group.seed)
    flat = generator.standardNormal([1_000_000])
    positions = generator.integers(0..<1_000_000, [1_000_000])
    rows = generator.integers(0..<1000, [500])
  }
}

private func selections() -> [Row] {
  let operands = Operands()
  let (f, i, mask) = (operands.flat, operands.positions, operands.mask)
  let (m, rows) = (operands.matrix, operands.rows)
  let (rare, flags, order) = (f .> 1.645, mask.elements, m.argSorted(axis: 1))
  let (r, c) = (i[0..<100_000] % 1000, i[900_000...] % 1000)
  return [
    Row("E:mask_select1e6/f64") { f[mask] as NDArray },
    Row("E:mask_select_5pct/f64") { f[rare] as NDArray },
    Row("E:compress/f64") { f.compressed(flags, axis: 0) },
    Row("E:fancy_take1e6/f64") { f[i] as NDArray },
    Row("E:np.take1e6/f64") { f.taking(i) },
    Row("E:fancy_rows500of1000x1000/f64") { m[rows] as NDArray },
    Row("E:fancy2d_pairs1e5/f64") { m[r, c] as NDArray },
    Row("E:take_along_axis/f64") { m.takingAlong(order, axis: 1) },
    Row("E:nonzero1e6/f64") { mask.nonzero() },
    Row("E:np.where_idx1e6/f64") { mask.nonzero() },
  ]
}

private func assignments() -> [Row] {
  let operands = Operands()
  let (f, i, mask) = (operands.flat, operands.positions, operands.mask)
  let bins = i % 1000
  var (masked, put, assigned) = (f.copied(), f.copied(), f.copied())
  var sums = NDArray<Double>.zeros([1000])
  return [
    Row("E:mask_assign_scalar1e6/f64") {
      masked[mask] = 0
    } check: {
      masked
    },
    Row("E:putmask/f64") {
      put[mask] = 0
    } check: {
      put
    },
    Row("E:fancy_assign1e6/f64") {
      assigned[i] = f
    } check: {
      assigned
    },
    Row("E:add.at1e6/f64") {
      sums.add(NDArray(1.0), at: bins)
    } check: {
      sums
    },
    Row("E:bincount_weights/f64") { bincount(bins, weights: f) },
  ]
}

private func elements() -> [Row] {
  let operands = Operands()
  let (f, m) = (operands.flat, operands.matrix)
  var g = f.copied()
  return [
    Row("E:scalar_read_loop_per1000/f64") {
      var sum = 0.0
      for k in 0..<1000 { sum += f[k] as Double }
      return sum
    },
    Row("E:scalar_read2d_loop_per1000/f64") {
      var sum = 0.0
      for k in 0..<1000 { sum += m[k, 3] as Double }
      return sum
    },
    Row("E:scalar_write_loop_per1000/f64") {
      for k in 0..<1000 { g[k] = 1.0 }
    } check: {
      g
    },
  ]
}

private func views() -> [Row] {
  let operands = Operands()
  let (f, m) = (operands.flat, operands.matrix)
  return [
    Row("E:view_slice/f64") { f[10..<1000] as NDArray },
    Row("E:view_2d/f64") { m[5..<500, .stride(by: 2)] as NDArray },
    Row("E:view_T/f64") { m.T },
    Row("E:view_reshape/f64") { f.reshaped([100, 10000]) },
    Row("E:view_row/f64") { m[7] as NDArray },
  ]
}
