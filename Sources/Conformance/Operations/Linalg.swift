import NDArray

extension Operations {
  static func contractions<E: NDNumeric>(_ type: E.Type) -> Table {
    var table: Table = [:]
    table["add_at"] = { call in
      var array: NDArray<E> = try call.array(0)
      if let indices = try? call.indices(1) {
        let places = NDArray.arange(array.count).reshaped(array.shape)[indices: indices]
        let values = (try call.array(2, type)).broadcast(to: places.shape)
        var flat = array.flattened()
        flat.add(values.flattened(), at: places.flattened())
        return .array(flat.reshaped(array.shape))
      }
      let positions =
        try call.argument(1)["array"].map(Call.positions) ?? NDArray(try call.positions(1))
      array.add(try call.array(2), at: positions)
      return .array(array)
    }
    table["inner"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.inner(b) }
    table["outer"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.outer(b) }
    table["kron"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.kron(b) }
    table["vecdot"] = binary { (a: NDArray<E>, b: NDArray<E>) in a.vecdot(b) }
    table["vdot"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .scalar(a.vdot(b))
    }
    table["cross"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      return .array(a.cross(b, axis: call.int("axis", default: -1)))
    }
    table["tensordot"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      if let pairs = call.keyword("axes")?.items, pairs.count == 2 {
        let axes = pairs.map { $0.ints ?? $0.int.map { [$0] } ?? [] }
        return .array(a.tensordot(b, axes: axes[0], axes[1]))
      }
      return .array(a.tensordot(b, axes: call.int("axes", default: 2)))
    }
    table["einsum"] = { call in
      let operands: [NDArray<E>] = try (1..<call.count).map { try call.array($0) }
      return .array(einsum(try call.text(0), operands))
    }
    table["trace"] = { call in
      .array((try call.array(0, type)).trace(offset: call.int("offset", default: 0)))
    }
    table["vander"] = { call in
      let array: NDArray<E> = try call.array(0)
      let columns = call.count > 1 ? try call.int(1) : nil
      // NumPy counts the powers in at least 64 bits.
      switch E.dtype {
      case .float32, .uint64: return .array(array.asType(Double.self).vander(columns: columns))
      case .float64: return .array(array.vander(columns: columns))
      default: return .array(array.asType(Int.self).vander(columns: columns))
      }
    }
    table["linalg.matrix_power"] = { call in
      let (array, power): (NDArray<E>, Int) = (try call.array(0), try call.int(1))
      return power < 0
        ? .array(Linalg.matrixPower(try Linalg.inv(array), -power))
        : .array(Linalg.matrixPower(array, power))
    }
    table["linalg.multi_dot"] = { call in .array(Linalg.multiDot(try call.arrays(0, type))) }
    return table
  }

  static func linalg<E: NDScalar>(_ type: E.Type) -> Table {
    typealias Q = E.Quotient
    var table: Table = [:]
    table["linalg.solve"] = binary { (a: NDArray<E>, b: NDArray<E>) in try Linalg.solve(a, b) }
    table["linalg.tensorsolve"] = binary { (a: NDArray<E>, b: NDArray<E>) in
      try Linalg.tensorsolve(a, b)
    }
    table["linalg.inv"] = unary { (a: NDArray<E>) in try Linalg.inv(a) }
    table["linalg.pinv"] = unary { (a: NDArray<E>) in try Linalg.pinv(a) }
    table["linalg.det"] = unary { (a: NDArray<E>) -> NDArray<Q> in Linalg.det(a) }
    table["slogdet"] = { call in
      let (sign, logarithm) = Linalg.slogdet(try call.array(0, type))
      return .arrays([Record(sign), Record(logarithm)])
    }
    table["linalg.matrix_rank"] = unary { (a: NDArray<E>) -> NDArray<Int> in
      try Linalg.matrixRank(a.atLeast2D)
    }
    table["linalg.cholesky"] = { call in
      .array(try Linalg.cholesky(try call.array(0, type), upper: call.flag("upper")))
    }
    table["linalg.eigvalsh"] = { call in
      let upper = call.keyword("UPLO")?.text == "U"
      return .array(try Linalg.eigvalsh(try call.array(0, type), upper: upper))
    }
    table["eigh_reconstruct"] = unary { (a: NDArray<E>) in
      let (values, vectors) = try Linalg.eigh(a)
      return (vectors * values.expandedDimensions(axis: -2)).matmul(vectors.swappedAxes(-1, -2))
    }
    table["eigvals_sorted"] = unary { (a: NDArray<E>) in try Linalg.eigvals(a).sorted() }
    table["svdvals"] = unary { (a: NDArray<E>) in try Linalg.svdvals(a) }
    table["svd_shapes"] = { call in
      let full = call.keyword("full_matrices") != .bool(false)
      let (u, s, vt) = try Linalg.svd(try call.array(0, type), fullMatrices: full)
      return .arrays([u.shape, s.shape, vt.shape].map { Record(NDArray($0)) })
    }
    table["svd_reconstruct"] = unary { (a: NDArray<E>) in
      let (u, s, vt) = try Linalg.svd(a, fullMatrices: false)
      return (u * s.expandedDimensions(axis: -2)).matmul(vt)
    }
    table["qr_shapes"] = { call in
      let complete = call.keyword("mode")?.text == "complete"
      let (q, r) = Linalg.qr(try call.array(0, type), complete: complete)
      return .arrays([q.shape, r.shape].map { Record(NDArray($0)) })
    }
    table["qr_reconstruct"] = unary { (a: NDArray<E>) in
      let (q, r) = Linalg.qr(a)
      return q.matmul(r)
    }
    table["qr_r_below_diag"] = unary { (a: NDArray<E>) in Linalg.qr(a).r.tril(k: -1) }
    table["qr_qtq"] = unary { (a: NDArray<E>) in
      let q = Linalg.qr(a).q
      return q.swappedAxes(-1, -2).matmul(q)
    }
    table["lstsq"] = { call in
      let (a, b): (NDArray<E>, NDArray<E>) = (try call.array(0), try call.array(1))
      let fit = try Linalg.lstsq(a, b)
      return .arrays([
        Record(fit.solution), Record(fit.residuals), Record(NDArray(fit.rank)),
        Record(fit.singularValues),
      ])
    }
    table["linalg.cond"] = { call in
      let order = call.count > 1 ? try normOrder(try call.argument(1)) : .p(2)
      return .array(try Linalg.cond(try call.array(0, type), order) as NDArray<Q>)
    }
    table["linalg.norm"] = { call in .array(try norm(try call.array(0, type), call)) }
    return table
  }

  private static func norm<E: NDScalar>(
    _ a: NDArray<E>, _ call: Call
  ) throws -> NDArray<E.Quotient> {
    let keepDims = call.flag("keepdims")
    let order = try call.keyword("ord").map(normOrder)
    guard let axes = call.axes else {
      let value = order.map { Linalg.norm(a, $0) } ?? Linalg.norm(a)
      return NDArray(value).reshaped(keepDims ? a.shape.map { _ in 1 } : [])
    }
    if axes.count == 1 {
      return Linalg.norm(a, order ?? .p(2), axis: axes[0], keepDims: keepDims)
    }
    guard axes.count == 2 else { throw NotForType("norm over \(axes.count) axes") }
    return Linalg.norm(a, order ?? .frobenius, axes: (axes[0], axes[1]), keepDims: keepDims)
  }

  private static func normOrder(_ json: JSON) throws -> NormOrder {
    if let p = (json["f"] ?? json).double { return .p(p) }
    switch json.text {
    case "fro": return .frobenius
    case "nuc": return .nuclear
    default: throw Malformed("no such order: \(json.line)")
    }
  }
}
