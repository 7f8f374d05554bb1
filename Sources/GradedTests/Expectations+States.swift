import NDArray
import Testing

/// Expects what belongs to the last call of a layer to be `expected`, after an earlier call whose value was `earlier`.
///
/// A failure tells a stale cache (the value is still the earlier one, or has its shape) and a value that was added to the
/// earlier one instead of taking its place; else it says what ``expectClose(_:_:tolerance:_:sourceLocation:)`` says.
///
/// - Returns: whether it holds.
@discardableResult
public func expectReplaced(
  _ got: NDArray<Double>, by expected: NDArray<Double>, after earlier: NDArray<Double>,
  tolerance: Double = 1e-10, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
  let isOfEarlierShape = got.shape == earlier.shape && earlier.shape != expected.shape
  var message: String?
  if isOfEarlierShape
    || (isClose(got, earlier, tolerance) && !isClose(earlier, expected, tolerance))
  {
    message =
      "\(what): it belongs to an earlier call: the cache is stale, each forward pass must replace it"
  } else if earlier.shape == expected.shape, isClose(got, earlier + expected, tolerance),
    !isClose(got, expected, tolerance)
  {
    message =
      "\(what): it is added to what an earlier call left: each backward pass must replace it"
  }
  if let message {
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
  } else {
    expectClose(got, expected, tolerance: tolerance, what, sourceLocation: sourceLocation)
  }
  return message == nil && isClose(got, expected, tolerance)
}

/// Expects a step of training to have moved the parameter `name` from `before` to `expected`.
///
/// A failure tells a parameter that the step has skipped and one that it has moved the other way.
public func expectStep(
  of name: String, from before: NDArray<Double>, to got: NDArray<Double>,
  expected: NDArray<Double>, tolerance: Double = 1e-10,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var message: String?
  if !isClose(got, expected, tolerance) {
    if isClose(got, before, tolerance) {
      message = "\(name) was skipped by the step: it is what it was before"
    } else if isClose(got, 2 * before - expected, tolerance) {
      message = "\(name) went the wrong way: the step must go against the gradient"
    }
  }
  if let message {
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
  } else {
    expectClose(
      got, expected, tolerance: tolerance, "\(name) after the step", sourceLocation: sourceLocation)
  }
}

private func isClose(_ a: NDArray<Double>, _ b: NDArray<Double>, _ tolerance: Double) -> Bool {
  guard a.shape == b.shape else { return false }
  return zip(a.elements, b.elements).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
