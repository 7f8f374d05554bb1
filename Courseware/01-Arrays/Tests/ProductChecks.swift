import Arrays
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct ProductChecks {
  @Test("[1, 2, 3] · powers of ten = [30201, 302010]")
  func productOfTheLecture() throws {
    let powers = StridedArray([1, 10, 100, 1_000, 10_000, 100_000], shape: [3, 2])
    expectArray(
      try StridedArray([1, 2, 3]).dot(powers), [30201, 302010], "data.dot(powers_of_ten)")
    let row = StridedArray([1, 2, 3], shape: [1, 3])
    expectArray(try row.dot(powers), [[30201, 302010]], "the same with a row (1, 3)")
  }

  @Test("a product is a sum of products; factors that do not fit are an error with both shapes")
  func productShapes() throws {
    let (v, w) = (StridedArray([1, 2, 3]), StridedArray([4, -5, 6]))
    let scalar = try v.dot(w)
    expectSame(scalar.shape, [], "shape of (3)·(3), a scalar")
    expectSame(scalar.elements, [12], "[1, 2, 3]·[4, −5, 6] = 4 − 10 + 18")
    let a = counting([2, 3])
    expectArray(try a.dot(v), [8, 26], "(2, 3)·(3)")
    expectArray(try StridedArray([1, -1]).dot(a), [-3, -3, -3], "(2)·(2, 3)")
    let square = StridedArray([1, 2, 3, 4], shape: [2, 2])
    expectArray(try square.dot(square), [[7, 10], [15, 22]], "(2, 2)·(2, 2), by hand")
    expectArray(
      try square.dot(StridedArray([1, 10])), [21, 43], "(2, 2)·(2): rows by the vector, not columns"
    )
    let floats = try StridedArray([0.5, 2] as [Float]).dot(StridedArray([4, 8]))
    expectSame(floats.elements, [18], "[0.5, 2]·[4, 8] as Float")
    let nan = try StridedArray([0, 1.0]).dot(StridedArray([.infinity, 2]))
    expectCloseArray(nan, NDArray(.nan), "[0, 1]·[∞, 2]: 0·∞ is NaN, not nothing")
    let none = try counting([2, 0]).dot(counting([0, 3]))
    expectArray(none, [[0, 0, 0], [0, 0, 0]], "(2, 0)·(0, 3): sums of nothing")
    for (a, b) in [
      ([2, 3], [2, 3]), ([3], [2]), ([2, 3], [2]), ([3], [2, 3]), ([], [3]), ([3], []),
    ] {
      expectError(.notAligned(a, b), "\(a) · \(b)") { try counting(a).dot(counting(b)) }
    }
  }

  @Test("agrees with NumPy, which asks BLAS, on random shapes")
  func productAgainstNumPy() throws {
    let cases: [ElementwiseCase] = try reference("products.json")
    for stored in cases {
      let product = try stored.left.strided.dot(stored.right.strided)
      let what = "\(stored.left.shape) · \(stored.right.shape)"
      expectCloseArray(product, stored.result.ndarray, what)
    }
  }

  @Test("agrees with BLAS on views; (AB)ᵀ = BᵀAᵀ, and A(Bv) = (AB)v")
  func productOfViews() throws {
    var generator = Generator(seed: 4)
    let (x, y) = (generator.standardNormal([4, 3]), generator.standardNormal([4, 5]))
    let (a, b) = (
      StridedArray(x.elements, shape: [4, 3]), StridedArray(y.elements, shape: [4, 5])
    )
    expectCloseArray(try a.T.dot(b), x.T.dot(y), "aᵀ · b")
    let back = try b.sliced(axis: 1, AxisSlice(step: -2))
    expectCloseArray(try a.T.dot(back), x.T.dot(y[.all, .stride(by: -2)]), "aᵀ · b[:, ::−2]")
    let row = try a.selected(axis: 0, -1)
    let rows = try row.broadcast(to: [2, 3])
    expectCloseArray(try rows.dot(a.T), x[-1].broadcast(to: [2, 3]).dot(x.T), "a row twice · aᵀ")
    func random(_ shape: [Int]) -> StridedArray<Double> {
      StridedArray(generator.standardNormal(shape).elements, shape: shape)
    }
    let (c, d, v) = (random([2, 3]), random([3, 4]), random([4]))
    func array(_ a: StridedArray<Double>) -> NDArray<Double> { NDArray(a.elements, shape: a.shape) }
    expectCloseArray(try d.T.dot(c.T), array(try c.dot(d).T), "BᵀAᵀ and (AB)ᵀ")
    expectCloseArray(try c.dot(try d.dot(v)), array(try c.dot(d).dot(v)), "A(Bv) and (AB)v")
  }
}
