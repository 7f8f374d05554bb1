import CourseKit
import NDArray
import Testing

/// Expects `got` to have the shape of `expected` and its values: |got − expected| ≤ `tolerance` · max(1, |expected|).
/// NaN is expected where NaN is, and the same infinity where an infinity is.
///
/// A failure names `what` and tells both shapes, or how many elements differ, the first of them and
/// the worst.
public func expectClose(
  _ got: NDArray<Double>, _ expected: NDArray<Double>, tolerance: Double = 1e-10,
  _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard haveEqualShapes(got, expected.shape, what, sourceLocation) else { return }
  let pairs = Array(zip(got.elements, expected.elements))
  let excess = pairs.map { got, expected in
    got == expected || (got.isNaN && expected.isNaN)
      ? 0 : distance(got, expected) / (tolerance * max(1, abs(expected)))
  }
  let wrong = excess.indices.filter { !(excess[$0] <= 1) }
  guard let first = wrong.first, let worst = wrong.max(by: { excess[$0] < excess[$1] }) else {
    return
  }
  func at(_ place: Int) -> String {
    "at \(position(of: place, in: got.shape)): expected \(pairs[place].1), got \(pairs[place].0)"
  }
  var message = "\(what): \(wrong.count) of \(pairs.count) elements differ, first \(at(first))"
  if worst != first { message += "; worst \(at(worst))" }
  if got.rank == 0 { message = "\(what): expected \(pairs[0].1), got \(pairs[0].0)" }
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
}

/// Expects `got` to be `expected` within `tolerance` · max(1, |expected|).
public func expectClose(
  _ got: Double, _ expected: Double, tolerance: Double = 1e-10, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    NDArray(got), NDArray(expected), tolerance: tolerance, what, sourceLocation: sourceLocation)
}

/// Expects `got` to have the shape and the elements of `expected`, exactly.
///
/// A failure names `what` and tells both shapes, or how many elements differ and the first of them.
public func expectEqual<Element>(
  _ got: NDArray<Element>, _ expected: NDArray<Element>, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard haveEqualShapes(got, expected.shape, what, sourceLocation) else { return }
  let (values, wanted) = (got.elements, expected.elements)
  let wrong = values.indices.filter { values[$0] != wanted[$0] }
  guard let first = wrong.first else { return }
  let place = position(of: first, in: got.shape)
  let message =
    "\(what): \(wrong.count) of \(values.count) elements differ, first at \(place): "
    + "expected \(wanted[first]), got \(values[first])"
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
}

/// Expects `got` to have this shape.
public func expectShape<Element>(
  _ got: NDArray<Element>, _ shape: [Int], _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  _ = haveEqualShapes(got, shape, what, sourceLocation)
}

/// Records both shapes if they differ.
private func haveEqualShapes<Element>(
  _ got: NDArray<Element>, _ shape: [Int], _ what: String, _ location: SourceLocation
) -> Bool {
  if got.shape == shape { return true }
  let message = "\(what): expected shape \(shape), got shape \(got.shape)"
  Issue.record(Comment(rawValue: message), sourceLocation: location)
  return false
}

private func distance(_ a: Double, _ b: Double) -> Double {
  let distance = abs(a - b)
  return distance.isNaN ? .infinity : distance
}
