import NDArray
import Testing

@Suite("Linalg: matrices without an answer, and mistakes")
struct LinalgErrorTests {
  let singular: NDArray<Double> = [[1, 2, 3], [2, 4, 6], [1, 1, 1]]

  @Test("a singular matrix")
  func singularMatrix() {
    let identity = NDArray.eye(3)
    let error = #expect(throws: LinAlgError.self) { _ = try Linalg.solve(singular, identity) }
    #expect(
      error?.description
        == "solve: the matrix of shape (3,3) is singular: dgesv reports that U(3,3) is exactly zero"
    )
    #expect(error?.reason == .singular)
    #expect(error?.info == 3)
    #expect(error?.routine == "dgesv")
    #expect(throws: LinAlgError.self) { _ = try Linalg.solve(NDArray([[0.0]]), NDArray([1.0])) }
  }

  @Test("a singular matrix in a batch is named")
  func singularInBatch() {
    let batch = stacked([NDArray.eye(3), NDArray.eye(3), singular, NDArray.eye(3)])
      .reshaped([2, 2, 3, 3])
    let error = #expect(throws: LinAlgError.self) { _ = try Linalg.inv(batch) }
    #expect(
      error?.description == """
        inv: matrix [1, 0] of the batch, each of shape (3,3) is singular: \
        dgesv reports that U(3,3) is exactly zero
        """)
    #expect(error?.position == [1, 0])
  }

  @Test("a matrix that is not positive definite")
  func notPositiveDefinite() {
    let a: NDArray<Double> = [[1, 2], [2, 1]]
    let error = #expect(throws: LinAlgError.self) { _ = try Linalg.cholesky(a) }
    #expect(
      error?.description == """
        cholesky: the matrix of shape (2,2) is not positive definite: \
        dpotrf reports that the leading minor of order 2 is not positive
        """)
    #expect(throws: LinAlgError.self) { _ = try Linalg.cholesky(NDArray.zeros([2, 2])) }
  }

  @Test("complex eigenvalues")
  func complexEigenvalues() {
    let rotation: NDArray<Double> = [[0, -1], [1, 0]]
    let error = #expect(throws: LinAlgError.self) { _ = try Linalg.eigvals(rotation) }
    #expect(
      error?.description == """
        eigvals: the matrix of shape (2,2) has complex eigenvalues: \
        dgeev finds 2 with an imaginary part
        """)
  }

  @Test("NaN passes through where NumPy lets it, and throws where it does not")
  func notANumber() throws {
    let a = NDArray.full([2, 2], Double.nan)
    #expect(isNaN(try Linalg.solve(a, NDArray.ones([2]))).all())
    #expect(isNaN(try Linalg.inv(a)).all())
    #expect(isNaN(Linalg.det(a)).all())
    #expect(Linalg.norm(a).isNaN)
    #expect(Linalg.norm(a, 2).isNaN)
    #expect(Linalg.norm(a, .nuclear).isNaN)
    let error = #expect(throws: LinAlgError.self) { _ = try Linalg.svd(a) }
    #expect(error?.reason == .notConverged && error?.routine == "dgesdd")
    #expect(throws: LinAlgError.self) { _ = try Linalg.pinv(a) }
    #expect(throws: LinAlgError.self) { _ = try Linalg.matrixRank(a) as NDArray }
    let ones = NDArray.ones([2])
    #expect(throws: LinAlgError.self) { _ = try Linalg.lstsq(a, ones) }
    let infinite = NDArray([[.infinity, 1], [1.0, 2]])
    let unsolved = #expect(throws: LinAlgError.self) { _ = try Linalg.lstsq(infinite, ones) }
    #expect(unsolved?.routine == "dgelsd")
    let nans = NDArray.full([3, 3], Double.nan)
    let symmetric = #expect(throws: LinAlgError.self) { _ = try Linalg.eigvalsh(nans) }
    #expect(symmetric?.routine == "dsyevd")
  }

  @Test("operands are left as they were, and may be broadcast")
  func operands() throws {
    let a: NDArray<Double> = [[3, 1], [1, 2]]
    let b: NDArray<Double> = [9, 8]
    let (a0, b0) = (a.copied(), b.copied())
    #expect(try Linalg.solve(a, b).elements.map { ($0 * 1e12).rounded() / 1e12 } == [2, 3])
    let x = try Linalg.solve(
      a.broadcast(to: [3, 2, 2]), b.expandedDimensions(axis: 1).broadcast(to: [3, 2, 4]))
    #expect(x.shape == [3, 2, 4])
    #expect(allClose(x[2, .all, 3], [2, 3]))
    _ = try Linalg.inv(a)
    _ = try Linalg.cholesky(a)
    _ = Linalg.qr(a)
    _ = try Linalg.svd(a)
    _ = try Linalg.eigh(a)
    _ = try Linalg.lstsq(a, b)
    #expect(a == a0)
    #expect(b == b0)
  }

  @Test("one matrix gives one number")
  func scalars() throws {
    let a: NDArray<Double> = [[1, 2], [3, 4]]
    let determinant: Double = Linalg.det(a)
    #expect(determinant == -2.0000000000000004)
    let rank: Int = try Linalg.matrixRank(a)
    #expect(rank == 2)
    let condition: Double = try Linalg.cond(NDArray([[1.0, 0], [0, 4]]))
    #expect(condition == 4)
    #expect(Linalg.norm(NDArray([3.0, 4.0])) == 5)
    #expect(Linalg.norm(a, .infinity) == 7)
  }

  @Test("a wrong shape stops the program", arguments: Mistake.allCases)
  func traps(mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      try mistake.make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(mistake.rawValue))
  }

  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case notSquare =
      "inv: last 2 dimensions of the array must be square, got shape (2,3)"
    case vector = "cholesky: the array must be at least two-dimensional, got shape (3,)"
    case rows = "solve: the shapes (2,2) of a and (3,) of b do not fit together"
    case batches = "solve: the shapes (3,2,2) of a and (2,2,1) of b do not fit together"
    case leastSquares = """
      lstsq: a must be a matrix and b a vector or matrix of as many rows, \
      got shapes (3,2) and (2,)
      """
    case normOfCube = """
      norm: an order needs a vector or a matrix, or axes to be named, got shape (2,2,2)
      """
    case vectorOrder = "norm: vectors have no norm of order nuclear"
    case matrixOrder = "norm: matrices have no norm of order 3.0"
    case normAxis = "norm: axis 2 is out of bounds for array of dimension 2"
    case negativePower = """
      matrixPower: the exponent must not be negative, got -1; raise inv(a) instead
      """
    case noFactors = "multiDot: expecting at least one array"
    case cubeInChain = """
      multiDot: expecting matrices, and vectors only at the ends, got shape (2,2,2)
      """
    case chain = "matmul: shapes (2,3) and (2,2) do not fit: 3 (dim 1) != 2 (dim 0)"
    case tensor = """
      tensorsolve: the axes of a must be those of b and as many elements again, \
      got shapes (2,3,4) and (2,3)
      """
    case emptyCondition = "cond: not defined on empty arrays, got shape (0,2)"

    func make() throws {
      func ones(_ shape: Int...) -> NDArray<Double> { .ones(shape) }
      switch self {
      case .notSquare: _ = try Linalg.inv(ones(2, 3))
      case .vector: _ = try Linalg.cholesky(ones(3))
      case .rows: _ = try Linalg.solve(ones(2, 2), ones(3))
      case .batches: _ = try Linalg.solve(ones(3, 2, 2), ones(2, 2, 1))
      case .leastSquares: _ = try Linalg.lstsq(ones(3, 2), ones(2))
      case .normOfCube: _ = Linalg.norm(ones(2, 2, 2), 1)
      case .vectorOrder: _ = Linalg.norm(ones(3), .nuclear)
      case .matrixOrder: _ = Linalg.norm(ones(2, 2), 3)
      case .normAxis: _ = Linalg.norm(ones(2, 2), axes: (0, 2))
      case .negativePower: _ = Linalg.matrixPower(ones(2, 2), -1)
      case .noFactors: _ = Linalg.multiDot([NDArray<Double>]())
      case .cubeInChain: _ = Linalg.multiDot([ones(2, 2), ones(2, 2, 2)])
      case .chain: _ = Linalg.multiDot([ones(2, 3), ones(2, 2)])
      case .tensor: _ = try Linalg.tensorsolve(ones(2, 3, 4), ones(2, 3))
      case .emptyCondition: _ = try Linalg.cond(ones(0, 2)) as NDArray
      }
    }
  }
}
