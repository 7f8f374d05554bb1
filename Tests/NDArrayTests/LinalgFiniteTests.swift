import NDArray
import Testing

/// NaN and infinities in every routine of LAPACK: each ends, and says nothing on the terminal.
@Suite("Linalg: numbers that are not finite")
struct LinalgFiniteTests {
  private static let bad: [Double] = [.infinity, -.infinity, .nan]

  /// Matrices of ones, and of numbers without a pattern, with one or all of their elements not finite.
  fileprivate static func matrices(_ rows: Int, _ columns: Int) -> [NDArray<Double>] {
    var random = Generator(seed: 3)
    let shape = [rows, columns]
    return [NDArray.ones(shape), random.random(shape)].flatMap { plain in
      bad.flatMap { value in
        [[0, 0], [rows - 1, 0], [rows / 2, columns - 1]].map { place in
          var matrix = plain
          matrix[place[0], place[1]] = value
          return matrix
        } + [NDArray.full(shape, value)]
      }
    }
  }

  @Test("what iterates refuses them", arguments: [1, 2, 3, 5, 30])
  func iterations(_ n: Int) throws {
    for a in Self.matrices(n, n) + Self.matrices(n + 2, n) + Self.matrices(n, n + 1) {
      func refused(_ routine: String, _ body: () throws -> Void) {
        let error = #expect(throws: LinAlgError.self) { try body() }
        #expect(error?.reason == .notConverged && error?.info == -1 && error?.routine == routine)
      }
      refused("dgesdd") { _ = try Linalg.svd(a) }
      refused("dgesdd") { _ = try Linalg.svd(a, fullMatrices: false) }
      refused("dgesdd") { _ = try Linalg.svdvals(a) }
      refused("dgesdd") { _ = try Linalg.pinv(a) }
      refused("dgesdd") { _ = try Linalg.pinv(a, rtol: nil) }
      refused("dgesdd") { _ = try Linalg.matrixRank(a) as NDArray }
      refused("dgesdd") { _ = try Linalg.cond(a) as NDArray }
      refused("dgelsd") { _ = try Linalg.lstsq(a, NDArray.ones([a.shape[0]])) }
      #expect(Linalg.norm(a, 2).isNaN && Linalg.norm(a, -2).isNaN)
      #expect(Linalg.norm(a, .nuclear).isNaN)
      if a.shape[0] != a.shape[1] { continue }
      refused("dgeev") { _ = try Linalg.eigvals(a) }
      refused("dsyevd") { _ = try Linalg.eigh(a + a.T) }
      refused("dsyevd") { _ = try Linalg.eigvalsh(a + a.T, upper: true) }
      var random = Generator(seed: 1)
      refused("dgesdd") {
        _ = try random.multivariateNormal(mean: NDArray.zeros([n]), covariance: a)
      }
    }
  }

  @Test("what stands in the triangle that is not read does not matter")
  func otherTriangle() throws {
    let a = NDArray([[2, Double.nan], [1, 2]])
    let (values, _) = try Linalg.eigh(a)
    #expect(allClose(values, [1, 3]))
    #expect(allClose(try Linalg.eigvalsh(a.T, upper: true), [1, 3]))
    #expect(throws: LinAlgError.self) { try Linalg.eigvalsh(a, upper: true) }
  }

  @Test("one matrix of a batch is named, and the reason is its own")
  func batch() throws {
    var batch = stacked([NDArray<Double>.eye(2), NDArray.eye(2), NDArray.eye(2)])
    batch[1, 0, 1] = .infinity
    for routine: (NDArray<Double>) throws -> NDArray<Double> in [
      { try Linalg.eigvals($0) }, { try Linalg.svdvals($0) },
    ] {
      let error = #expect(throws: LinAlgError.self) { try routine(batch) }
      #expect(error?.position == [1] && error?.reason == .notConverged)
    }
    let error = #expect(throws: LinAlgError.self) { try Linalg.eigvals(batch) }
    #expect(
      error?.description
        == "eigvals: matrix [1] of the batch, each of shape (2,2) has singular values or eigenvalues "
        + "that cannot be found: dgeev needs numbers that are finite")
    let norms = Linalg.norm(batch, 2, axes: (1, 2)).elements
    #expect(norms[0] == 1 && norms[1].isNaN && norms[2] == 1)
  }

  @Test("a right side that is not finite makes its own solution NaN", arguments: bad.indices)
  func rightSide(_ index: Int) throws {
    let a: NDArray<Double> = [[1, 1], [1, 2], [1, 3]]
    let b = stacked([NDArray([1.0, 2, 3]), NDArray([1, Self.bad[index], 3])], axis: 1)
    let fit = try Linalg.lstsq(a, b)
    #expect(allClose(fit.solution[.all, 0], [0, 1]))
    #expect(isNaN(fit.solution[.all, 1]).all())
    #expect(fit.rank == 2 && fit.residuals[1].scalar.isNaN)
    #expect(isNaN(try polyfit(a[.all, 1], b[.all, 1], degree: 1)).all())
    #expect(throws: LinAlgError.self) { try polyfit(b[.all, 1], a[.all, 1], degree: 1) }
  }

  @Test("what takes a fixed number of steps ends", arguments: [1, 2, 3, 40])
  func factors(_ n: Int) {
    for a in Self.matrices(n, n) {
      _ = (Linalg.qr(a), try? Linalg.inv(a), try? Linalg.solve(a, a), try? Linalg.cholesky(a))
      _ = (Linalg.det(a) as NDArray, Linalg.slogdet(a), try? Linalg.cond(a, 1) as NDArray)
      _ = (Linalg.norm(a), Linalg.norm(a, 1), Linalg.matrixPower(a, 3))
    }
  }

  @Test("nothing is printed") func silence() async {
    let result = await #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) { callEveryRoutine() }
    #expect(result?.standardOutputContent.isEmpty == true)
    #expect(result?.standardErrorContent.isEmpty == true)
  }

  @Test("determinants of singular matrices", arguments: [1.0, -1, 0.5])
  func singular(_ factor: Double) {
    for a: NDArray<Double> in [
      [[1, 2], [2, 4]], [[0, 0], [0, 0]], [[0, 1], [0, 2]], [[1, 2, 3], [4, 5, 6], [5, 7, 9]],
    ] {
      let (sign, logarithm) = Linalg.slogdet(a * factor)
      let determinant: Double = Linalg.det(a * factor)
      guard sign.scalar == 0 else { continue }
      #expect(determinant == 0 && determinant.sign == .plus)
      #expect(sign.scalar.sign == .plus && logarithm.scalar == -.infinity)
    }
    let rows: NDArray<Double> = [[1, 2], [2, 4]]
    #expect(Linalg.slogdet(rows * factor).sign.scalar == 0)
  }

  @Test("determinants with infinities and NaN are NumPy's", arguments: bad.indices)
  func determinants(_ index: Int) {
    let bad = Self.bad[index]
    if !bad.isNaN {
      let beside = NDArray([[bad, 0], [0, 0]])
      #expect(Linalg.det(beside) == 0.0)
      #expect(Linalg.slogdet(beside).sign.scalar == 0)
      #expect(Linalg.slogdet(beside).logarithm.scalar == -.infinity)
    }
    let (sign, logarithm) = Linalg.slogdet(NDArray([[bad, 1], [2, 3]]))
    #expect(sign.scalar == (bad == -.infinity ? -1 : 1))
    #expect(bad.isNaN ? logarithm.scalar.isNaN : logarithm.scalar == .infinity)
    #expect(Linalg.slogdet(NDArray<Double>.zeros([2, 0, 0])).sign.elements == [1, 1])
  }
}

private func callEveryRoutine() {
  for a in [3, 17, 40].flatMap({ LinalgFiniteTests.matrices($0, $0) }) {
    _ = (try? Linalg.svd(a), try? Linalg.eigh(a), try? Linalg.eigvals(a), try? Linalg.pinv(a))
    _ = (try? Linalg.lstsq(a, a), try? Linalg.lstsq(NDArray.eye(a.shape[0]), a))
    _ = (Linalg.qr(a), try? Linalg.inv(a), try? Linalg.cholesky(a), Linalg.slogdet(a))
    _ = (try? Linalg.matrixRank(a) as NDArray, Linalg.norm(a, .nuclear))
    _ = try? polyfit(a[0], a[1], degree: 2)
  }
}
