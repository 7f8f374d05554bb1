import Arrays
import CourseKit
import NDArray

/// The slides on creating arrays, and what an array says of itself.
func creation() throws {
  section("Creating arrays")
  show("[1, 2, 3]", [1, 2, 3] as NDArray<Int>, ours: StridedArray([1, 2, 3]))
  show("arange(3)", NDArray.arange(3), ours: counting([3]))
  show("ones([3])", NDArray.ones([3]))
  show("zeros([3])", NDArray.zeros([3]))
  var generator = Generator(seed: 0)
  show("random([3])", generator.random([3]))
  let cube: NDArray<Int> = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
  show("a tensor of rank 3", cube, ours: StridedArray(Array(1...8), shape: [2, 2, 2]))
  show("ones([4, 3, 2]).sum()", NDArray.ones([4, 3, 2]).sum())
  show("zeros([4, 3, 2]).shape", text(NDArray.zeros([4, 3, 2]).shape))
  show("random([4, 3, 2]).shape", text(generator.random([4, 3, 2]).shape))

  section("Ranks")
  let scalar = NDArray(11)
  let row: NDArray<Int> = [[1, 2, 3]]
  let matrix = NDArray<Double>.zeros([2, 3])
  print("                  rank  shape      size  type     bytes each")
  func describe<Element: NDScalar>(_ name: String, _ a: NDArray<Element>) {
    print(
      name.padding(18) + "\(a.rank)".padding(6) + text(a.shape).padding(11)
        + "\(a.count)".padding(6)
        + "\(a.dtype)".padding(9) + "\(a.dtype.itemSize)")
  }
  describe("scalar", scalar)
  describe("vector", NDArray.arange(3))
  describe("row vector", row)
  describe("column vector", row.T)
  describe("matrix", matrix)
  describe("tensor", cube)
  describe("mask", cube .> 4)
  describe("single precision", matrix.asType(Float.self))
}
