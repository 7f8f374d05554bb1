import NDArray

extension IntegerCall {
  static let statistics: [IntegerCall] = [
    IntegerCall("bincount", 3) { _ = bincount(NDArray([$0[0], $0[1]]), minLength: $0[2]) },
    IntegerCall("bincount of unsigned words", 1) {
      _ = bincount(NDArray([UInt(bitPattern: $0[0])]))
    },
    IntegerCall("bincount of weights", 2) {
      _ = bincount(NDArray([$0[0]]), weights: NDArray([1]), minLength: $0[1])
    },
    IntegerCall("histogram", 1) {
      _ = (histogram(Operands.table, bins: $0[0]), histogram(Operands.integers, bins: $0[0]))
    },
    IntegerCall("histogram of integers", 3) { _ = histogram(NDArray($0), bins: 3) },
    IntegerCall("histogram by a rule", 4) {
      for rule in BinEstimator.allCases { _ = histogram(NDArray($0 + [1, 2, 3]), bins: rule) }
    },
    IntegerCall("histogram of doubles by a rule", 4) {
      let values = $0.map(Double.init) + [1, 2, 3, 4]
      for rule in BinEstimator.allCases { _ = histogram(NDArray(values), bins: rule) }
    },
    IntegerCall("histogram with weights", 1) {
      _ = histogram(Operands.table, bins: $0[0], weights: Operands.table)
    },
    IntegerCall("histogram with edges", 3) {
      _ = histogram(Operands.integers, edges: NDArray($0.sorted()))
    },
    IntegerCall("histogram2d", 2) {
      _ = histogram2d(Operands.row, Operands.row, bins: ($0[0], $0[1]))
    },
    IntegerCall("digitized", 3) { _ = NDArray($0).digitized(NDArray([$0[0], 2, 3].sorted())) },
    IntegerCall("cov(ddof:)", 1) { _ = cov(Operands.table, ddof: $0[0]) },
    IntegerCall("cov(frequencies:)", 3) { _ = cov(Operands.table, frequencies: NDArray($0)) },
    IntegerCall("gradient", 2) { _ = gradient(Operands.table, axis: $0[0], edgeOrder: $0[1]) },
    IntegerCall("gradient of all axes", 1) {
      _ = gradient(Operands.cube, edgeOrder: $0[0]) as [NDArray]
    },
    IntegerCall("trapezoid", 1) { _ = trapezoid(Operands.table, axis: $0[0]) },
    IntegerCall("unwrap", 1) { _ = unwrap(Operands.table, axis: $0[0]) },
    IntegerCall("polyfit", 1) { _ = try? polyfit(Operands.row, Operands.row, degree: $0[0]) },
    IntegerCall("polyfitFull", 1) {
      _ = try? polyfitFull(Operands.row, Operands.row, degree: $0[0])
    },
    IntegerCall("weighted quantile", 1) {
      _ = Operands.row.quantile([0.5], axis: $0[0], weights: abs(Operands.row))
    },
    IntegerCall("interp", 1) {
      _ = interp(NDArray([Double($0[0])]), Operands.row.sorted(), Operands.row)
    },
    IntegerCall("convolve", 1) { _ = convolve(NDArray([$0[0], 1]), NDArray([$0[0], 2])) },
  ]

  static let products: [IntegerCall] = [
    IntegerCall("matrixPower", 1) { _ = Linalg.matrixPower(NDArray<Int>.eye(2), $0[0]) },
    IntegerCall("tensordot", 1) { _ = Operands.cube.tensordot(Operands.cube, axes: $0[0]) },
    IntegerCall("tensordot of axes", 2) {
      _ = Operands.cube.tensordot(Operands.cube, axes: [$0[0]], [$0[1]])
    },
    IntegerCall("vecdot", 1) { _ = Operands.table.vecdot(Operands.table, axis: $0[0]) },
    IntegerCall("cross", 1) { _ = Operands.table.cross(Operands.table, axis: $0[0]) },
    IntegerCall("products of no element", 2) {
      let a = NDArray<Double>.zeros([Swift.max($0[0], 0), 0])
      let b = NDArray<Double>.zeros([0, Swift.max($0[1], 0)])
      _ = (a.T.matmul(a), b.matmul(b.T), a.T.dot(a))
      _ = a.matmul(b).shape
    },
    IntegerCall("LAPACK of no element", 1) {
      let a = NDArray<Double>.zeros([Swift.max($0[0], 0), 0])
      _ = (Linalg.qr(a), try? Linalg.svd(a, fullMatrices: false), try? Linalg.pinv(a))
      _ = (try? Linalg.lstsq(a, a), Linalg.norm(a, 1))
    },
    IntegerCall("einsum of long rows", 1) {
      let a = NDArray<Double>.zeros([Swift.max($0[0], 0), 0])
      _ = einsum("ij,ij->j", a, a)
    },
    IntegerCall("outer of long rows", 1) {
      let a = Operands.endless[..<Swift.max($0[0], 0)]
      _ = a.outer(a)
    },
  ]
}
