import Arrays
import CourseKit
import NDArray

/// The slide on indexing, and the errors that an index can make.
func indexing() throws {
  section("Indexing")
  let data: NDArray<Int> = [1, 2, 3]
  let ours = StridedArray([1, 2, 3])
  show("data[0], data[1]", "\(data[0].scalar), \(data[1].scalar)")
  show("data[0..<2]", data[0..<2], ours: try ours.sliced(axis: 0, AxisSlice(0, 2)))
  show("data[1...]", data[1...], ours: try ours.sliced(axis: 0, AxisSlice(1)))
  let back = try ours.sliced(axis: 0, AxisSlice(step: -1))
  show("data[.stride(by: -1)]", data[.stride(by: -1)], ours: back)
  show("data[-1]", data[-1].scalar)
  show("data[1..<100]", data[1..<100], ours: try ours.sliced(axis: 0, AxisSlice(1, 100)))
  show("data[data .> 1]", data[data .> 1])
  do { _ = try ours.position(of: [3]) } catch { show("data[3]", "\(error)") }
  do { _ = try ours.position(of: [0, 0]) } catch { show("data[0, 0]", "\(error)") }
}
