import Foundation
import NDArray
import Testing

/// One call of a function of numpy.linalg and what it gave.
struct LinalgCase: Decodable, Sendable {
  struct Tensor: Decodable {
    let dtype: DType
    let shape: [Int]
    let values: [Double]

    private enum Keys: CodingKey { case dtype, shape, data }
    private enum Number: Decodable {
      case value(Double)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try? container.decode(String.self)
        self = .value(try word.map { Double($0)! } ?? container.decode(Double.self))
      }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      dtype = try container.decode(DType.self, forKey: .dtype)
      shape = try container.decode([Int].self, forKey: .shape)
      values = try container.decode([Number].self, forKey: .data).map {
        switch $0 {
        case .value(let value): value
        }
      }
    }

    func array<E: NDScalar>(_ type: E.Type) -> NDArray<E> {
      NDArray(values, shape: shape).asType(type)
    }
  }

  struct Options: Decodable {
    var upper: Bool?
    var complete: Bool?
    var rcond: Double?
    var tolerance: Double?
    var order: String?
    var axis: Int?
    var axes: [Int]?
    var keepDims: Bool?
    var exponent: Int?
  }

  let op: String
  let operands: [Tensor]
  let options: Options
  let outputs: [Tensor]

  static let numpy: [String: [LinalgCase]] = Dictionary(
    grouping: references("linalg.json", as: [LinalgCase].self), by: \.op)
}

@Suite("Linalg")
struct LinalgTests {
  @Test(
    "as NumPy computes it",
    arguments: [
      "solve", "inv", "det", "slogdet", "cholesky", "eigh", "eigvals", "svd", "qr", "pinv",
      "matrixRank", "lstsq", "norm", "cond", "tensorsolve",
    ])
  func asNumPy(op: String) throws {
    let cases = try #require(LinalgCase.numpy[op])
    #expect(cases.count >= 6)
    for each in cases {
      switch each.operands[0].dtype {
      case .float32: try check(each, Float.self)
      case .int64: try check(each, Int.self)
      default: try check(each, Double.self)
      }
    }
  }

  @Test("products as NumPy computes them", arguments: ["matrixPower", "multiDot"])
  func productsAsNumPy(op: String) throws {
    for each in try #require(LinalgCase.numpy[op]) {
      switch each.operands[0].dtype {
      case .float32: checkProduct(each, Float.self)
      case .int64: checkProduct(each, Int.self)
      default: checkProduct(each, Double.self)
      }
    }
  }

  private func checkProduct<E: NDNumeric>(_ c: LinalgCase, _ type: E.Type) {
    let operands = c.operands.map { everyLayout(of: $0.array(type)) }
    for i in operands[0].indices {
      let arrays = operands.map { $0[i].array }
      let comparison = Comparison(c, "\(c.op) \(E.dtype) \(c.operands.map(\.shape)) layout \(i)")
      comparison.equal([
        c.options.exponent.map { Linalg.matrixPower(arrays[0], $0) } ?? Linalg.multiDot(arrays)
      ])
    }
  }

  private func check<E: NDScalar>(_ c: LinalgCase, _ type: E.Type) throws {
    let operands = c.operands.map { everyLayout(of: $0.array(type)) }
    for (i, (layout, a)) in operands[0].enumerated() {
      let b = operands.count > 1 ? operands[1][(i + 2) % operands[1].count].array : a
      let comparison = Comparison(c, "\(c.op) \(E.dtype) \(c.operands.map(\.shape)) \(layout)")
      try compute(c, a, b, comparison)
    }
  }

  private func compute<E: NDScalar>(
    _ c: LinalgCase, _ a: NDArray<E>, _ b: NDArray<E>, _ results: Comparison
  ) throws {
    let upper = c.options.upper ?? false
    switch c.op {
    case "solve": results.equal([try Linalg.solve(a, b)])
    case "inv": results.equal([try Linalg.inv(a)])
    case "det": results.equal([Linalg.det(a)])
    case "slogdet":
      let (sign, logarithm) = Linalg.slogdet(a)
      results.equal([sign, logarithm])
    case "cholesky": results.equal([try Linalg.cholesky(a, upper: upper)])
    case "eigh":
      let (values, vectors) = try Linalg.eigh(a, upper: upper)
      results.equal([values])
      results.equal(try Linalg.eigvalsh(a, upper: upper), values)
      let full = a.symmetric(fromUpper: upper).asType(E.Quotient.self)
      results.equal(full.matmul(vectors), vectors * values.expandedDimensions(axis: -2))
      results.orthonormalColumns(vectors)
    case "eigvals": results.equal([try Linalg.eigvals(a).sortedRows()])
    case "svd":
      let expected = a.asType(E.Quotient.self)
      for full in [true, false] {
        let (u, s, vt) = try Linalg.svd(a, fullMatrices: full)
        results.equal([s])
        let k = s.shape[s.rank - 1]
        let left = u[.ellipsis, 0..<k] * s.expandedDimensions(axis: -2)
        results.equal(left.matmul(vt[.ellipsis, 0..<k, .all]), expected)
        results.orthonormalColumns(u)
        results.orthonormalColumns(vt.swappedAxes(-1, -2))
        #expect(u.shape.last == (full ? a.shape[a.rank - 2] : k))
        #expect(vt.shape[vt.rank - 2] == (full ? a.shape[a.rank - 1] : k))
      }
      results.equal([try Linalg.svdvals(a)])
    case "qr":
      let (q, r) = Linalg.qr(a, complete: c.options.complete ?? false)
      results.equal([q, r])
      results.equal(q.matmul(r), a.asType(E.Quotient.self))
    case "pinv": results.equal([try Linalg.pinv(a, rcond: c.options.rcond ?? 1e-15)])
    case "matrixRank":
      let tolerance = c.options.tolerance.map { E.Quotient($0) }
      results.equal([try Linalg.matrixRank(a, tolerance: tolerance)])
    case "lstsq":
      let (x, residuals, rank, s) = try Linalg.lstsq(a, b, rcond: c.options.rcond)
      results.equal([x, residuals, NDArray(E.Quotient(rank)), s])
    case "norm": results.equal([norm(a, c.options)])
    case "cond": results.equal([try Linalg.cond(a, order(c.options.order!))])
    case "tensorsolve": results.equal([try Linalg.tensorsolve(a, b)])
    default: Issue.record("no such operation: \(c.op)")
    }
  }

  private func norm<E: NDScalar>(
    _ a: NDArray<E>, _ options: LinalgCase.Options
  ) -> NDArray<E.Quotient> {
    guard let order = options.order.map(order) else { return NDArray(Linalg.norm(a)) }
    let keep = options.keepDims ?? false
    if let axis = options.axis { return Linalg.norm(a, order, axis: axis, keepDims: keep) }
    let axes = options.axes!
    if axes == [0, 1] && a.rank == 2 { return NDArray(Linalg.norm(a, order)) }
    return Linalg.norm(a, order, axes: (axes[0], axes[1]), keepDims: keep)
  }

  private func order(_ word: String) -> NormOrder {
    switch word {
    case "fro": .frobenius
    case "nuc": .nuclear
    default: .p(Double(word)!)
    }
  }
}

/// Compares results with NumPy's, to a few units in the last place of the largest number.
private struct Comparison {
  let expected: [LinalgCase.Tensor]
  let note: Comment

  init(_ c: LinalgCase, _ note: String) {
    expected = c.outputs
    self.note = Comment(rawValue: note)
  }

  func equal<E: NDScalar>(_ results: [NDArray<E>]) {
    #expect(results.count == expected.count, note)
    for (result, tensor) in zip(results, expected) { equal(result, tensor.array(E.self)) }
  }

  func equal<E: NDScalar>(_ result: NDArray<E>, _ expected: NDArray<E>) {
    #expect(result.shape == expected.shape, note)
    let tolerance = E.dtype == .float32 ? 4e-6 : 1e-12
    let pairs = zip(
      result.asType(Double.self).elements, expected.asType(Double.self).elements)
    let scale = expected.asType(Double.self).elements.filter(\.isFinite).map(\.magnitude).max()
    for (x, y) in pairs where x != y {
      #expect(abs(x - y) <= tolerance * max(scale ?? 1, 1), note)
    }
  }

  func orthonormalColumns<E: NDFloat>(_ q: NDArray<E>) {
    let product = q.swappedAxes(-1, -2).matmul(q)
    equal(product, NDArray<E>.eye(q.shape[q.rank - 1]).broadcast(to: product.shape))
  }
}

extension NDArray {
  /// The symmetric matrix that one triangle of this one stands for.
  fileprivate func symmetric(fromUpper upper: Bool) -> NDArray {
    let mask = NDArray<Bool>.tri(shape[rank - 1])
    return which(upper ? mask.T : mask, self, swappedAxes(-1, -2))
  }
}

extension NDArray where Element: NDFloat {
  /// Each row of the last axis in ascending order.
  fileprivate func sortedRows() -> NDArray {
    let width = shape[rank - 1]
    let rows = reshaped([-1, width])
    let sorted = (0..<rows.shape[0]).flatMap { rows[$0].elements.sorted() }
    return NDArray(sorted, shape: shape)
  }
}
