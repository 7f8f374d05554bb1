import Arrays
import CourseKit
import NDArray

/// Reshape against transpose.
func reshaping() throws {
  section("Reshape against transpose")
  let a: NDArray<Int> = [[1, 2], [3, 4], [5, 6]]
  let ours = StridedArray([1, 2, 3, 4, 5, 6], shape: [3, 2])
  show("data", a, ours: ours)
  show("data.T", a.T, ours: ours.T)
  show("data.reshaped([2, 3])", a.reshaped([2, 3]), ours: try ours.reshaped([2, 3]))
  show("data.reshaped([2, -1]).shape", text(a.reshaped([2, -1]).shape))
  do { _ = try ours.reshaped([4, -1]) } catch { show("data.reshaped([4, -1])", "\(error)") }
  let row = counting([3072])
  let picture = try row.reshaped([3, 32, 32])
  let pixels = try picture.transposed([1, 2, 0])
  print("                    shape          strides        elements  copied")
  for (name, array) in [
    ("row", row), ("as (3, 32, 32)", picture), ("transposed", pixels),
    ("transposed, as (3072)", try pixels.reshaped([3072])),
  ] {
    print(
      name.padding(22) + text(array.shape).padding(15) + text(array.strides).padding(15)
        + "\(array.count)".padding(10) + (array.buffer === row.buffer ? "no" : "yes"))
  }
}
