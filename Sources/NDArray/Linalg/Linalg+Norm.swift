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
    let x = a.asType(E.Quotient.self)
    return x.sumOfSquares(axes: x.allAxes).scalar.squareRoot()
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
    let x = a.asType(E.Quotient.self)
    guard case .p(let p) = order else { fail("norm: vectors have no norm of order \(order)") }
    switch p {
    case 2: return sqrt(x.sumOfSquares(axes: [axis], keepDims: keepDims))
    case 1: return abs(x).sum(axis: axis, keepDims: keepDims)
    case 0: return (x .!= 0).asType(E.Quotient.self).sum(axis: axis, keepDims: keepDims)
    case .infinity where x.count == 0:
      return x.sum(axis: axis, keepDims: keepDims)
    case .infinity: return abs(x).max(axis: axis, keepDims: keepDims)
    case -.infinity: return abs(x).min(axis: axis, keepDims: keepDims)
    default:
      let exponent = E.Quotient(p)
      return (abs(x) ** exponent).sum(axis: axis, keepDims: keepDims) ** (1 / exponent)
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
    let x = a.asType(E.Quotient.self).movedAxes(both, to: [-2, -1])
    let norms = matrixNorms(x, order)
    return keepDims
      ? both.sorted().reduce(norms) { $0.expandedDimensions(axis: $1) } : norms
  }

  private static func matrixNorms<F: NDFloat>(_ x: NDArray<F>, _ order: NormOrder) -> NDArray<F> {
    switch order {
    case .frobenius: return sqrt(x.sumOfSquares(axes: [-2, -1]))
    case .nuclear: return singularValuesOrNaN(x).sum(axis: -1)
    case .p(1): return largest(abs(x).sum(axis: -2))
    case .p(-1): return abs(x).sum(axis: -2).min(axis: -1)
    case .p(.infinity): return largest(abs(x).sum(axis: -1))
    case .p(-.infinity): return abs(x).sum(axis: -1).min(axis: -1)
    case .p(2): return largest(singularValuesOrNaN(x))
    case .p(-2): return singularValuesOrNaN(x).min(axis: -1)
    case .p(let p): fail("norm: matrices have no norm of order \(p)")
    }
  }

  /// The largest along the last axis, 0 when that is empty.
  private static func largest<F: NDFloat>(_ x: NDArray<F>) -> NDArray<F> {
    x.shape.last == 0 ? x.sum(axis: -1) : x.max(axis: -1)
  }

  private static func singularValuesOrNaN<F: NDFloat>(_ x: NDArray<F>) -> NDArray<F> {
    let (m, n) = x.layout.matrix("norm")
    return (try? svdvals(x)) ?? .full(Array(x.layout.batch) + [Swift.min(m, n)], .nan)
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
  /// - Throws: ``LinAlgError`` when the singular values do not converge, as for a NaN.
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
