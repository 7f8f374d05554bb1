import CourseKit
import NDArray

/// A matrix as [[1, 6], [7, 10]], with so many digits after the point.
func text(_ a: NDArray<Double>, _ digits: Int = 0) -> String {
  if a.rank == 0 { return a.scalar.text(digits) }
  return "[" + (0..<a.shape[0]).map { text(a[$0], digits) }.joined(separator: ", ") + "]"
}

let unit = unitFolder()
