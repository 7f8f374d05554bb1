import Arrays
import CourseKit
import NDArray

/// The slide on the dot product, and the same by hand.
func products() throws {
  section("The product of matrices")
  let powers: NDArray<Int> = [[1, 10], [100, 1_000], [10_000, 100_000]]
  let (row, table) = (StridedArray([1, 2, 3]), StridedArray(powers.elements, shape: [3, 2]))
  show("[1, 2, 3] · powers of ten", NDArray([1, 2, 3]).dot(powers), ours: try row.dot(table))
  for (a, b) in [([3], [3]), ([2, 3], [3]), ([3], [3, 4]), ([2, 3], [3, 4])] {
    let product = try counting(a).dot(counting(b))
    print("\(text(a)) · \(text(b))".padding(30) + text(product.shape))
  }
  do {
    _ = try counting([2, 3]).dot(counting([2, 3]))
  } catch {
    print("(2, 3) · (2, 3)".padding(30) + "\(error)")
  }
  var generator = Generator(seed: 0)
  let (a, b) = (generator.standardNormal([20, 30]), generator.standardNormal([30, 40]))
  let byHand = try StridedArray(a.elements, shape: [20, 30])
    .dot(StridedArray(b.elements, shape: [30, 40]))
  let difference = abs(NDArray(byHand.elements, shape: [20, 40]) - a.dot(b)).max()
  show("by hand against BLAS", "(20, 30) · (30, 40), equal to 10⁻¹²: \(difference < 1e-12)")
}
