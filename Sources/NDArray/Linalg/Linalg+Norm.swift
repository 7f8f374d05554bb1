/// Which norm of a vector or matrix; see ``Linalg/norm(_:_:axis:keepDims:)`` and
/// ``Linalg/norm(_:_:axes:keepDims:)``.
public enum NormOrder: Sendable, Equatable {
  /// Of a vector (Σ|x|ᵖ)^(1/p): the largest magnitude for p = ∞, the smallest for −∞, the number of
  /// elements that are not zero for 0.
  ///
  /// Of a matrix, where p is one of ±1, ±2, ±∞: the largest (for a negative p the smallest) sum of the
  /// magnitudes in a column, singular value, and sum of the magnitudes in a row.
  case p(Double)
  /// Of a matrix: the root of the sum of squares.
  case frobenius
  /// Of a matrix: the sum of the singular values.
  case nuclear

  /// The largest magnitude of a vector, or sum of magnitudes in a row of a matrix.
  public static var infinity: NormOrder { .p(.infinity) }
}

extension NormOrder: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .p(value) }
  public init(integerLiteral value: Int) { self = .p(Double(value)) }
}

extension Linalg {
  /// The length of all elements together: the root of the sum of their squares, whatever the rank.
  public static func norm<E>(_ a: NDArray<E>) -> E.Quotient {
    sumOfSquares(a, axes: a.allAxes, keepDims: false).scalar.squareRoot()
  }

  /// The norm of a vector or of a matrix.
  ///
  /// Traps for other ranks and for an order that they do not have. NaN where singular values do not
  /// converge.
  public static func norm<E>(_ a: NDArray<E>, _ order: NormOrder) -> E.Quotient {
    require(
      a.rank == 1 || a.rank == 2,
      "norm: an order needs a vector or a matrix, or axes to be named, got shape \(a.layout.shape.text)"
    )
    return a.rank == 1 ? norm(a, order, axis: 0).scalar : norm(a, order, axes: (0, 1)).scalar
  }

  /// The norm of each vector along one axis, which goes away unless `keepDims`.
  public static func norm<E>(
    _ a: NDArray<E>, _ order: NormOrder = 2, axis: Int, keepDims: Bool = false
  ) -> NDArray<E.Quotient> {
    guard case .p(let p) = order else { fail("norm: vectors have no norm of order \(order)") }
    func sum(_ terms: (NDArray<E.Quotient>) -> NDArray<E.Quotient>) -> NDArray<E.Quotient> {
      a.reduceInBlocks(axes: [axis], keepDims: keepDims, "norm", identity: 0, +) {
        part, axes, _ in
        terms(part.asType(E.Quotient.self)).sum(axes: axes, keepDims: true)
      }
    }
    switch p {
    case 2: return sqrt(sumOfSquares(a, axes: [axis], keepDims: keepDims))
    case 1: return sum { abs($0) }
    case 0: return sum { ($0 .!= 0).asType(E.Quotient.self) }
    case .infinity where a.count == 0: return sum { $0 }
    case .infinity:
      return a.reduceInBlocks(
        axes: [axis], keepDims: keepDims, "norm", identity: 0, maximum
      ) { part, axes, _ in abs(part.asType(E.Quotient.self)).max(axes: axes, keepDims: true) }
    case -.infinity:
      return a.reduceInBlocks(
        axes: [axis], keepDims: keepDims, "norm", identity: .infinity, minimum
      ) { part, axes, _ in abs(part.asType(E.Quotient.self)).min(axes: axes, keepDims: true) }
    default:
      let exponent = E.Quotient(p)
      return sum { abs($0) ** exponent } ** (1 / exponent)
    }
  }

  private static func sumOfSquares<E>(
    _ a: NDArray<E>, axes: [Int], keepDims: Bool
  ) -> NDArray<E.Quotient> {
    if E.self == E.Quotient.self {
      return a.asType(E.Quotient.self).sumOfSquares(axes: axes, keepDims: keepDims)
    }
    return a.reduceInBlocks(axes: axes, keepDims: keepDims, "norm", identity: 0, +) {
      part, axes, _ in
      part.asType(E.Quotient.self).sumOfSquares(axes: axes, keepDims: true)
    }
  }

  /// The norm of each matrix in the two axes named, rows first, which go away unless `keepDims`. NaN
  /// where singular values do not converge.
  public static func norm<E>(
    _ a: NDArray<E>, _ order: NormOrder = .frobenius, axes: (rows: Int, columns: Int),
    keepDims: Bool = false
  ) -> NDArray<E.Quotient> {
    _ = a.layout.axes([axes.rows, axes.columns], of: "norm")
    let both = [axes.rows, axes.columns].map { a.layout.axis($0, of: "norm") }
    // The matrices in the last two axes, and their norms in the place of one.
    let norms = matrixNorms(a.movedAxes(both, to: [-2, -1]), order)
    return keepDims
      ? both.sorted().reduce(norms) { $0.expandedDimensions(axis: $1) } : norms
  }

  private static func matrixNorms<E>(
    _ a: NDArray<E>, _ order: NormOrder
  ) -> NDArray<E.Quotient> {
    func singularValues() -> NDArray<E.Quotient> {
      singularValuesOrNaN(a.asType(E.Quotient.self))
    }
    switch order {
    case .frobenius: return sqrt(sumOfSquares(a, axes: [-2, -1], keepDims: false))
    case .nuclear: return singularValues().sum(axis: -1)
    case .p(1): return largest(norm(a, 1, axis: -2))
    case .p(-1): return norm(a, 1, axis: -2).min(axis: -1)
    case .p(.infinity): return largest(norm(a, 1, axis: -1))
    case .p(-.infinity): return norm(a, 1, axis: -1).min(axis: -1)
    case .p(2): return largest(singularValues())
    case .p(-2): return singularValues().min(axis: -1)
    case .p(let p): fail("norm: matrices have no norm of order \(p)")
    }
  }

  /// The largest along the last axis, 0 when that is empty.
  private static func largest<F: NDFloat>(_ x: NDArray<F>) -> NDArray<F> {
    x.shape.last == 0 ? x.sum(axis: -1) : x.max(axis: -1)
  }

  private static func singularValuesOrNaN<F: NDFloat>(_ x: NDArray<F>) -> NDArray<F> {
    let (m, n) = x.layout.matrix("norm")
    let known = isFinite(x).all(axes: [-2, -1])
    let values = try? svdvals(which(known.expandedDimensions(axes: [-2, -1]), x, 0))
    guard let values else { return .full(Array(x.layout.batch) + [Swift.min(m, n)], .nan) }
    return which(known.expandedDimensions(axis: -1), values, .nan)
  }
}

extension Linalg {
  /// The condition number of each matrix (…, m, n), as an array of shape (…): how many times larger the
  /// relative error of a solution can be than that of the data. Infinite for a singular matrix.
  ///
  /// - Parameters:
  ///   - a: (…, m, n).
  ///   - order: 2, the default, and −2 compare the singular values; any other order of a matrix
  ///     norm gives norm(A) · norm(A⁻¹) and needs square matrices.
  /// - Throws: ``LinAlgError`` when a matrix is not finite, or the singular values do not converge.
  ///
  /// Traps when the matrices are empty.
  public static func cond<E>(
    _ a: NDArray<E>, _ order: NormOrder = 2
  ) throws(LinAlgError) -> NDArray<E.Quotient> {
    let (m, n) = a.layout.matrix("cond")
    require(m > 0 && n > 0, "cond: not defined on empty arrays, got shape \(a.layout.shape.text)")
    let ratio: NDArray<E.Quotient>
    if order == 2 || order == -2 {
      let s = try svdvals(a)
      let (largest, smallest) = (s[.ellipsis, 0] as NDArray, s[.ellipsis, -1] as NDArray)
      ratio = order == 2 ? largest / smallest : smallest / largest
    } else {
      let n = a.layout.squareMatrix("cond")
      let matrices = a.reshaped([-1, n, n])
      let ratios = (0..<matrices.shape[0]).map { i -> E.Quotient in
        let matrix: NDArray<E> = matrices[i]
        guard let inverse = try? inv(matrix) else { return .infinity }
        return norm(matrix, order) * norm(inverse, order)
      }
      ratio = NDArray(ratios, shape: Array(a.layout.batch))
    }
    // Zero divided by zero is a singular matrix too; only a NaN in the data stays one.
    let known = isNaN(a.asType(E.Quotient.self)).any(axes: [-2, -1])
    return which(isNaN(ratio) .& .!known, .infinity, ratio)
  }

  /// The condition number of the only matrix; traps when there are several. See ``cond(_:_:)``.
  @_disfavoredOverload
  public static func cond<E>(
    _ a: NDArray<E>, _ order: NormOrder = 2
  ) throws(LinAlgError) -> E.Quotient {
    let number: NDArray<E.Quotient> = try cond(a, order)
    return number.scalar
  }
}
