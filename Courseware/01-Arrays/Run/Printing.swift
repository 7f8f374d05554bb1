import Arrays
import CourseKit
import NDArray

/// An expression and its value beside it, the lines of a matrix below each other.
func show(_ expression: String, _ value: some CustomStringConvertible) {
  let column = 30
  let lines = value.description.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, line) in lines.enumerated() {
    let left = number == 0 ? expression : ""
    print(line.isEmpty ? "" : left.padding(max(column, left.count + 1)) + line)
  }
}

/// The same, after the library's value has been compared with what the unit's own array says.
func show<Element: NDScalar>(
  _ expression: String, _ value: NDArray<Element>, ours: StridedArray<Element>
) {
  precondition(
    value == NDArray(ours.elements, shape: ours.shape), "\(expression): the two arrays differ")
  show(expression, value)
}

/// A shape as Python writes it: (), (3,), (2, 3).
func text(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}

/// 0, 1, 2, … in this shape, as the unit's own array.
func counting(_ shape: [Int]) -> StridedArray<Int> {
  StridedArray(Array(0..<shape.reduce(1, *)), shape: shape)
}
