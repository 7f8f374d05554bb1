import NDArray

extension IntegerCall {
  static let indexing: [IntegerCall] = [
    IntegerCall("[i]", 1) {
      let part: NDArray<Double> = Operands.table[$0[0]]
      _ = part.elements
    },
    IntegerCall("[i, j]", 2) {
      let x: Double = Operands.table[$0[0], $0[1]]
      _ = x
    },
    IntegerCall("[i, j, k]", 3) {
      let x: Double = Operands.cube[$0[0], $0[1], $0[2]]
      _ = x
    },
    IntegerCall("[i, j] = x", 2) {
      var a = Operands.table
      a[$0[0], $0[1]] = 7
    },
    IntegerCall("[i] of a long row", 1) {
      let x: Int8 = Operands.endless[$0[0]]
      _ = x
    },
    IntegerCall("[range]", 2) {
      let (low, high) = (Swift.min($0[0], $0[1]), Swift.max($0[0], $0[1]))
      _ = (Operands.row[low..<high].elements, Operands.row[low...high].elements)
      _ = (Operands.row[low...].elements, Operands.row[..<high].elements)
      _ = Operands.row[...high].elements
      _ = (Operands.endless[low..<high].shape, Operands.endless[...high].shape)
    },
    IntegerCall("[.stride]", 3) {
      let index = AxisIndex.stride(from: $0[0], to: $0[1], by: $0[2])
      _ = (Operands.row[index].elements, Operands.table[.all, index].elements)
      _ = Operands.endless[index].shape
    },
    IntegerCall("[.stride(by:)]", 1) {
      _ = Operands.cube[.ellipsis, .stride(by: $0[0])].elements
      _ = Operands.endless[.stride(by: $0[0])].shape
    },
    IntegerCall("[.stride] = array", 3) {
      var a = Operands.row
      a[.stride(from: $0[0], to: $0[1], by: $0[2])] = NDArray(1)
      a[.stride(from: $0[0], to: $0[1], by: $0[2])] += 1
    },
    IntegerCall("[positions]", 3) { _ = Operands.row[NDArray($0)] },
    IntegerCall("[positions] = array", 3) {
      var a = Operands.row
      a[NDArray($0)] = NDArray(1)
    },
    IntegerCall("[positions, positions]", 4) {
      _ = Operands.table[NDArray([$0[0], $0[1]]), NDArray([$0[2], $0[3]])]
    },
    IntegerCall("taking", 4) {
      let positions = NDArray([$0[0], $0[1]])
      for rule in [OutOfRange.wrap, .clip, .trap] {
        _ = Operands.row.taking(positions, outOfRange: rule)
        _ = Operands.table.taking(positions, axis: $0[2], outOfRange: rule)
      }
    },
    IntegerCall("taking, wrapped and clipped", 2) {
      for rule in [OutOfRange.wrap, .clip] {
        _ = Operands.table.taking(NDArray($0), axis: 1, outOfRange: rule)
        _ = Operands.endless.taking(NDArray($0), outOfRange: rule)
      }
    },
    IntegerCall("takingAlong", 3) {
      _ = Operands.row.takingAlong(NDArray([$0[0], $0[1]]), axis: $0[2])
    },
    IntegerCall("putAlong", 2) {
      var a = Operands.row
      a.putAlong(NDArray([$0[0]]), NDArray([1]), axis: $0[1])
    },
    IntegerCall("put", 2) {
      var a = Operands.table
      a.put(NDArray($0), NDArray([1, 2]))
    },
    IntegerCall("add(_:at:)", 2) {
      var a = Operands.row
      a.add(NDArray(1), at: NDArray($0))
    },
    IntegerCall("compressed", 1) { _ = Operands.table.compressed([true, false], axis: $0[0]) },
    IntegerCall("unravelIndex", 3) { _ = unravelIndex(NDArray([$0[0]]), [$0[1], $0[2]]) },
    IntegerCall("ravelMultiIndex", 4) {
      _ = ravelMultiIndex([NDArray([$0[0]]), NDArray([$0[1]])], [$0[2], $0[3]])
    },
    IntegerCall("choose", 1) { _ = choose(NDArray([$0[0]]), [Operands.row, Operands.row]) },
  ]

  static let editing: [IntegerCall] = [
    IntegerCall("deleting", 3) { _ = Operands.table.deleting([$0[0], $0[1]], axis: $0[2]) },
    IntegerCall("inserting", 2) {
      _ = Operands.table.inserting(NDArray(1), at: $0[0], axis: $0[1])
    },
    IntegerCall("inserting several", 3) {
      _ = Operands.table.inserting(NDArray(1), at: [$0[0], $0[1]], axis: $0[2])
    },
    IntegerCall("appending", 1) { _ = Operands.table.appending(Operands.table, axis: $0[0]) },
    IntegerCall("rounded(decimals:)", 1) {
      _ = (Operands.table.rounded(decimals: $0[0]), Operands.integers.rounded(decimals: $0[0]))
    },
    IntegerCall("scaled(byPowersOfTwo:)", 1) {
      _ = Operands.row.scaled(byPowersOfTwo: NDArray(Int32(truncatingIfNeeded: $0[0])))
    },
    IntegerCall("arithmetic", 2) {
      let (a, b) = (NDArray([$0[0], 1, -1]), NDArray([$0[1], -1, 0]))
      _ = (a + b, a - b, a * b, a % b, floorDivide(a, b), a / b, -a, abs(a), a ** abs(b % 70))
      _ = (square(a), sign(a), a.clipped(min: -3, max: 3), divmod(a, b), a.sum(), a.prod())
    },
    IntegerCall("bits", 2) {
      let (a, b) = (NDArray([$0[0]]), NDArray([$0[1]]))
      _ = (a .& b, a .| b, a .^ b, .!a, leftShift(a, b), rightShift(a, b), gcd(a, b), lcm(a, b))
    },
    IntegerCall("asType", 1) {
      let a = NDArray([$0[0]])
      _ = (a.asType(Int8.self), a.asType(UInt.self), a.asType(Float.self), a.asType(Bool.self))
      _ = (a.description, a.asType(UInt.self).description, a.mean(), a.variance(), a.ptp())
    },
    IntegerCall("adamStep", 1) {
      var (a, mean, square) = (Operands.row, Operands.row, abs(Operands.row))
      a.adamStep(Operands.row, mean: &mean, square: &square, step: $0[0])
    },
  ]
}
