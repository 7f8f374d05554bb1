import CourseKit
import NDArray

/// The columns $1, x, x^2, \dots, x^{degree}$ for numbers `x` (objects): a curve is a plane over these.
public func powers(_ x: NDArray<Double>, degree: Int) -> NDArray<Double> {
  // BEGIN SOLUTION
  stacked((0...degree).map { x ** Double($0) }, axis: 1)
  // STUB: // `stacked(columns, axis: 1)` makes a table of a list of columns.
  // STUB: notImplemented()
  // END SOLUTION
}
