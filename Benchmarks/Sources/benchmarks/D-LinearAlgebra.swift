import NDArray

/// Section D: products, systems of equations, decompositions.
let linearAlgebra = [
  Group(name: "D/f64") { try products(Double.self) + systems(Double.self) },
  Group(name: "D/f32") { try products(Float.self) + systems(Float.self) },
  Group(name: "D/i64") { [integerProduct()] },
]

private func integerProduct() -> Row {
  func matrix(_ offset: Int) -> NDArray<Int> {
    var generator = Generator(seed: Group.seed + offset)
    return generator.integers(-1000..<1000, [512, 512])
  }
  let (a, b) = (matrix(2), matrix(3))
  return Row("D:matmul512/i64") { a.matmul(b) }
}

private func products<E: NDFloat>(_ type: E.Type) -> [Row] {
  var generator = Generator(seed: Group.seed)
  func normal(_ shape: Int...) -> NDArray<E> { generator.standardNormal(shape).asType(E.self) }
  let (v, w) = (normal(1_000_000), normal(1_000_000))
  let (matrix, vector) = (normal(2000, 2000), normal(2000))
  let square = normal(512, 512)
  let (batch, otherBatch) = (normal(64, 128, 128), normal(64, 128, 128))
  let (rows, otherRows) = (normal(300, 400), normal(500, 400))
  let summed = normal(500, 500)
  let (u, t) = (normal(1000), normal(1000))
  let (left, right) = (normal(50, 50), normal(20, 20))
  let (cube, otherCube) = (normal(60, 50, 40), normal(40, 50, 30))
  let pairs = [8, 16, 32, 64, 128, 256, 512, 1024, 2048].map {
    ($0, normal($0, $0), normal($0, $0))
  }

  @inline(__always)
  func row<Result: Sampled>(_ name: String, _ body: @escaping () -> Result) -> Row {
    Row("D:\(name)/\(E.tag)", body)
  }
  return [
    row("dot1e6") { v.dot(w) },
    row("matvec2000") { matrix.dot(vector) },
    row("vecmat2000") { vector.dot(matrix) },
    row("AT@A_512") { square.T.dot(square) },
    row("bmm64x128") { batch.matmul(otherBatch) },
    row("einsum_bij_bjk") { einsum("bij,bjk->bik", batch, otherBatch) },
    row("einsum_ik_jk_300x400x500") { einsum("ik,jk->ij", rows, otherRows) },
    row("einsum_ij_j") { einsum("ij->j", summed) },
    row("einsum_trace") { einsum("ii->", summed) },
    row("outer1000") { u.outer(t) },
    row("kron50") { left.kron(right) },
    row("tensordot") { cube.tensordot(otherCube, axes: [1, 2], [1, 0]) },
  ] + pairs.map { n, a, b in row("matmul\(n)") { a.dot(b) } }
}

private func systems<E: NDFloat>(_ type: E.Type) throws -> [Row] {
  var generator = Generator(seed: Group.seed + 1)
  func normal(_ shape: Int...) -> NDArray<E> { generator.standardNormal(shape).asType(E.self) }
  let dominant = normal(1000, 1000) + 40 * NDArray<E>.eye(1000)
  let right = normal(1000, 1)
  let smaller = dominant[0..<500, 0..<500].copied()
  let (square, qrSquare) = (normal(300, 300), normal(500, 500))
  let (half, factor) = (normal(500, 500), normal(1000, 1000))
  let symmetric = (half + half.T) / 2
  let definite = factor.dot(factor.T) + 1000 * NDArray<E>.eye(1000)
  let (tall, observed) = (normal(10000, 50), normal(10000))
  let (three, threeRight) = (normal(3, 3), normal(3))
  let (many, manyRight) = (normal(1000, 3, 3), normal(1000, 3, 1))

  @inline(__always)
  func row<Result>(
    _ name: String, _ body: @escaping () throws -> Result,
    check: @escaping (Result) -> any Sampled
  ) -> Row {
    Row("D:\(name)/\(E.tag)", body, check: check)
  }
  return [
    row("solve1000") {
      try Linalg.solve(dominant, right)
    } check: {
      $0
    },
    row("inv500") {
      try Linalg.inv(smaller)
    } check: {
      $0
    },
    // Columns of factors and eigenvectors may have either sign.
    row("svd300") {
      try Linalg.svd(square)
    } check: {
      $0.s
    },
    row("eigh500") {
      try Linalg.eigh(symmetric)
    } check: {
      $0.values
    },
    row("qr500") {
      Linalg.qr(qrSquare)
    } check: {
      abs($0.r)
    },
    row("cholesky1000") {
      try Linalg.cholesky(definite)
    } check: {
      $0
    },
    row("lstsq10000x50") {
      try Linalg.lstsq(tall, observed)
    } check: {
      $0.solution
    },
    row("det500") {
      Linalg.det(smaller) as NDArray
    } check: {
      $0
    },
    row("pinv300") {
      try Linalg.pinv(square)
    } check: {
      $0
    },
    row("small_solve3x") {
      try Linalg.solve(three, threeRight)
    } check: {
      $0
    },
    row("small_inv3") {
      try Linalg.inv(three)
    } check: {
      $0
    },
    row("batched_solve1000x3") {
      try Linalg.solve(many, manyRight)
    } check: {
      $0
    },
  ]
}
