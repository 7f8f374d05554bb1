import NDArray

extension IntegerCall {
  static let shapes: [IntegerCall] = [
    IntegerCall("reshaped", 2) { _ = Operands.table.reshaped($0) },
    IntegerCall("reshaped to three axes", 3) { _ = Operands.cube.T.reshaped($0) },
    IntegerCall("reshaped of no element", 2) { _ = Operands.hollow.reshaped($0) },
    IntegerCall("broadcast", 3) { _ = NDArray<Int8>(1).broadcast(to: $0) },
    IntegerCall("a long broadcast, described", 2) {
      let long = NDArray<Int8>(1).broadcast(to: $0)
      _ = (long.description, long.debugDescription, long.isContiguous, long.T.shape)
    },
    IntegerCall("expandedDimensions", 2) {
      _ = Operands.table.expandedDimensions(axis: $0[0])
      _ = Operands.table.expandedDimensions(axes: $0)
    },
    IntegerCall("squeezed", 2) {
      _ = Operands.table.squeezed(axis: $0[0])
      _ = Operands.table.squeezed(axes: $0)
    },
    IntegerCall("transposed", 2) { _ = Operands.table.transposed($0) },
    IntegerCall("swappedAxes", 2) { _ = Operands.table.swappedAxes($0[0], $0[1]) },
    IntegerCall("movedAxis", 2) { _ = Operands.table.movedAxis(source: $0[0], destination: $0[1]) },
    IntegerCall("flipped", 2) { _ = Operands.table.flipped(axes: $0) },
    IntegerCall("rotated90", 1) { _ = Operands.table.rotated90(turns: $0[0]) },
    IntegerCall("rotated90 in a plane", 3) {
      _ = Operands.cube.rotated90(turns: $0[0], axes: ($0[1], $0[2]))
    },
    IntegerCall("rolled", 2) {
      _ = (Operands.table.rolled(by: $0[0]), Operands.row.rolled(by: $0[1]))
    },
    IntegerCall("rolled along an axis", 2) { _ = Operands.table.rolled(by: $0[0], axis: $0[1]) },
    IntegerCall("rolled along axes", 4) {
      _ = Operands.table.rolled(by: [$0[0], $0[1]], axes: [$0[2], $0[3]])
    },
    IntegerCall("diagonal", 1) { _ = Operands.table.diagonal(offset: $0[0]).elements },
    IntegerCall("diagonal of axes", 3) {
      _ = Operands.cube.diagonal(offset: $0[0], axes: ($0[1], $0[2])).elements
    },
    IntegerCall("diagonal of no element", 1) { _ = Operands.hollow.diagonal(offset: $0[0]) },
    IntegerCall("slidingWindows", 2) { _ = Operands.table.slidingWindows(of: $0[0], axis: $0[1]) },
    IntegerCall("slidingWindows of a long row", 1) {
      _ = Operands.endless.slidingWindows(of: $0[0])
    },
    IntegerCall("slidingWindows of all axes", 2) { _ = Operands.table.slidingWindows(of: $0) },
    IntegerCall("repeated", 2) { _ = Operands.table.repeated($0[0], axis: $0[1]) },
    IntegerCall("repeated by counts", 2) { _ = Operands.table.repeated($0, axis: 0) },
    IntegerCall("repeated, flat", 1) { _ = Operands.table.repeated($0[0]) },
    IntegerCall("tiled", 2) { _ = Operands.table.tiled($0) },
    IntegerCall("tiled of no element", 2) { _ = Operands.row[0..<0].tiled($0) },
    IntegerCall("resized", 2) { _ = Operands.table.resized($0) },
    IntegerCall("split(at:)", 3) { _ = Operands.row.split(at: Array($0[..<2]), axis: 0) },
    IntegerCall("split(parts:)", 2) { _ = Operands.table.split(parts: $0[0], axis: $0[1]) },
    IntegerCall("split of no element", 1) { _ = Operands.row[0..<0].split(parts: $0[0]) },
    IntegerCall("arraySplit", 2) { _ = Operands.table.arraySplit(parts: $0[0], axis: $0[1]) },
    IntegerCall("concatenated", 1) {
      _ = concatenated([Operands.table, Operands.table], axis: $0[0])
    },
    IntegerCall("concatenated of no element", 1) {
      _ = concatenated([Operands.hollow, Operands.hollow], axis: $0[0])
    },
    IntegerCall("stacked", 1) { _ = stacked([Operands.table, Operands.table], axis: $0[0]) },
    IntegerCall("stacked of no element", 1) {
      _ = stacked([Operands.hollow, Operands.hollow], axis: $0[0])
    },
    IntegerCall("padded", 4) {
      for mode: PaddingMode<Double> in [
        .constant(1), .edge, .reflect, .symmetric, .wrap, .linearRamp(to: 3), .maximum, .mean,
      ] {
        _ = Operands.row.padded([($0[0], $0[1])], mode: mode)
      }
      _ = Operands.table.padded([($0[0], $0[1]), ($0[2], $0[3])], mode: .constant(0))
    },
    IntegerCall("padded all round", 1) { _ = Operands.table.padded($0[0], mode: .edge) },
  ]
}
