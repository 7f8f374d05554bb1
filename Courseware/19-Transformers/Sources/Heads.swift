import CourseKit
import NDArray

/// (texts, length, width) → (texts, heads, length, width / heads): head h takes the columns h·w ..< (h + 1)·w, w = width / heads.
///
/// Nothing is copied, the result is a view.
public func splitHeads<Element>(_ x: NDArray<Element>, _ heads: Int) -> NDArray<Element> {
  let (texts, length, width) = (x.shape[0], x.shape[1], x.shape[2])
  require(width % heads == 0, "splitHeads: a width of \(width) does not divide into \(heads) heads")
  // BEGIN SOLUTION
  return x.reshaped([texts, length, heads, width / heads]).transposed([0, 2, 1, 3])
  // STUB: // Two steps: cut the last axis in two with `reshaped`, then bring the heads forward with `transposed`. Reshaping alone would mix words.
  // STUB: _ = (texts, length)
  // STUB: notImplemented()
  // END SOLUTION
}

/// The way back, (texts, heads, length, w) → (texts, length, heads · w): the results of the heads side by side.
public func mergeHeads<Element>(_ z: NDArray<Element>) -> NDArray<Element> {
  // BEGIN SOLUTION
  z.transposed([0, 2, 1, 3]).reshaped([z.shape[0], z.shape[2], -1])
  // END SOLUTION
}

/// Sends each token through a layer of rows: (texts, length, inputs) → (texts, length, outputs).
///
/// `Linear` of unit 04 knows rows only. For it the words of all texts are rows of one tall matrix, and one product does them all.
public func perToken<Element>(
  _ x: NDArray<Element>, _ layer: (NDArray<Element>) -> NDArray<Element>
) -> NDArray<Element> {
  let y = layer(x.reshaped([-1, x.shape[x.rank - 1]]))
  return y.reshaped(Array(x.shape.dropLast()) + [y.shape[1]])
}

func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
