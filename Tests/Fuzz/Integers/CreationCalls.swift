import NDArray

extension IntegerCall {
  static let creation: [IntegerCall] = [
    IntegerCall("zeros", 2) { _ = NDArray<Int8>.zeros($0) },
    IntegerCall("ones", 2) { _ = NDArray<Double>.ones($0) },
    IntegerCall("full", 3) { _ = NDArray<Int16>.full($0, 7) },
    IntegerCall("init(_:shape:)", 2) { _ = NDArray([1.0, 2, 3], shape: $0) },
    IntegerCall("eye", 3) { _ = NDArray<Double>.eye($0[0], $0[1], k: $0[2]) },
    IntegerCall("eye of truth values", 2) { _ = NDArray<Bool>.eye($0[0], k: $0[1]) },
    IntegerCall("eye without rows", 2) { _ = NDArray<Double>.eye($0[0], 0, k: $0[1]) },
    IntegerCall("tri", 3) { _ = NDArray<Int8>.tri($0[0], $0[1], k: $0[2]) },
    IntegerCall("diag", 1) { _ = (Operands.row.diag(k: $0[0]), Operands.table.diag(k: $0[0])) },
    IntegerCall("tril, triu", 1) {
      for array in [Operands.row, Operands.table, Operands.cube] {
        _ = (array.tril(k: $0[0]), array.triu(k: $0[0]))
      }
    },
    IntegerCall("trace", 1) { _ = Operands.table.trace(offset: $0[0]) },
    IntegerCall("vander", 1) { _ = Operands.row.vander(columns: $0[0]) },
    IntegerCall("vander of nothing", 1) { _ = Operands.row[0..<0].vander(columns: $0[0]) },
    IntegerCall("arange(_:)", 1) { _ = NDArray<Int>.arange($0[0]) },
    IntegerCall("arange(_:_:_:)", 3) { _ = NDArray<Int>.arange($0[0], $0[1], $0[2]) },
    IntegerCall("arange of bytes", 3) {
      let values = $0.map { Int8(truncatingIfNeeded: $0) }
      _ = NDArray<Int8>.arange(values[0], values[1], values[2])
    },
    IntegerCall("arange of unsigned words", 3) {
      let values = $0.map { UInt(bitPattern: $0) }
      _ = NDArray<UInt>.arange(values[0], values[1], values[2])
    },
    IntegerCall("arange of doubles", 3) {
      _ = NDArray<Double>.arange(Double($0[0]), Double($0[1]), Double($0[2]))
    },
    IntegerCall("linspace", 1) { _ = NDArray<Double>.linspace(0, 1, count: $0[0]) },
    IntegerCall("linspace without its end", 1) {
      _ = NDArray<Float>.linspace(0, 1, count: $0[0], endpoint: false)
    },
    IntegerCall("linspace between arrays", 2) {
      _ = NDArray.linspace(Operands.table, Operands.table, count: $0[0], axis: $0[1])
    },
    IntegerCall("logspace", 1) { _ = NDArray<Double>.logspace(0, 1, count: $0[0]) },
    IntegerCall("geomspace", 1) { _ = NDArray<Double>.geomspace(1, 2, count: $0[0]) },
    IntegerCall("geomspace between arrays", 2) {
      _ = NDArray.geomspace(Operands.row[0..<2], Operands.row[0..<2], count: $0[0], axis: $0[1])
    },
    IntegerCall("indices", 2) { _ = NDArray<Int>.indices($0) },
    IntegerCall("mgrid", 2) {
      _ = NDArray<Int>.mgrid([Swift.min($0[0], $0[1])..<Swift.max($0[0], $0[1])])
    },
    IntegerCall("bartlett", 1) { _ = NDArray.bartlett($0[0]) },
    IntegerCall("blackman", 1) { _ = NDArray.blackman($0[0]) },
    IntegerCall("hamming", 1) { _ = NDArray.hamming($0[0]) },
    IntegerCall("hanning", 1) { _ = NDArray.hanning($0[0]) },
    IntegerCall("kaiser", 1) { _ = NDArray.kaiser($0[0], beta: 2) },
    IntegerCall("init of a range", 2) {
      _ = NDArray<Int>(Swift.min($0[0], $0[1])..<Swift.max($0[0], $0[1]))
    },
  ]
}
