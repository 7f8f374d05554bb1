import CourseKit
import NDArray

/// Shortens the gradient of all parameters *together* to `limit` if it is longer; its direction stays.
///
/// - Returns: its length before.
@discardableResult
public func clipByNorm<Element>(
  _ parameters: [Parameter<Element>], to limit: Element
) -> Element {
  notImplemented()
}

/// Brings every element of every gradient into −`limit` … `limit`; the direction may change.
public func clipByValue<Element>(_ parameters: [Parameter<Element>], to limit: Element) {
  // `a.clipped(to: low...high)` clips every element.
  notImplemented()
}
