import CourseKit
import NDArray

/// The Jaccard index: how many different members both have, over how many at least one has. 0 for two empty lists.
public func jaccard(_ a: [String], _ b: [String]) -> Double {
  // BEGIN SOLUTION
  let (both, any) = (Set(a).intersection(b), Set(a).union(b))
  return any.isEmpty ? 0 : Double(both.count) / Double(any.count)
  // END SOLUTION
}

/// The cosine of the angle between two vectors of the same length, $\frac{a\cdot b}{\lVert a\rVert\lVert b\rVert}$.
///
/// A vector of zeros, as a text without a known word has, is like nothing: 0.
public func cosine(_ a: NDArray<Double>, _ b: NDArray<Double>) -> Double {
  // BEGIN SOLUTION
  let lengths = ((a * a).sum() * (b * b).sum()).squareRoot()
  return lengths == 0 ? 0 : (a * b).sum() / lengths
  // END SOLUTION
}
