import CourseKit
import NDArray

/// The columns $1, x, x^2, \dots, x^{degree}$ for numbers `x` (objects): a curve is a plane over these.
public func powers(_ x: NDArray<Double>, degree: Int) -> NDArray<Double> {
  // `stacked(columns, axis: 1)` makes a table of a list of columns.
  notImplemented()
}
