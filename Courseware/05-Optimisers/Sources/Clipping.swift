import CourseKit
import NDArray

/// Shortens the gradient of all parameters *together* to `limit` if it is longer; its direction stays.
///
/// - Returns: its length before.
@discardableResult
public func clipByNorm<Element>(
  _ parameters: [Parameter<Element>], to limit: Element
) -> Element {
  // BEGIN SOLUTION
  let squares = parameters.reduce(Element(0)) { $0 + square($1.gradient).sum() }
  let norm = squares.squareRoot()
  if norm > limit {
    for parameter in parameters { parameter.gradient *= limit / norm }
  }
  return norm
  // END SOLUTION
}

/// Brings every element of every gradient into −`limit` … `limit`; the direction may change.
public func clipByValue<Element>(_ parameters: [Parameter<Element>], to limit: Element) {
  // BEGIN SOLUTION
  for parameter in parameters {
    parameter.gradient = parameter.gradient.clipped(to: -limit...limit)
  }
  // STUB: // `a.clipped(to: low...high)` clips every element.
  // STUB: notImplemented()
  // END SOLUTION
}
