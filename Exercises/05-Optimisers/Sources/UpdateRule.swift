import NDArray

/// How one parameter moves, once its gradient is known.
///
/// A rule is a value and remembers nothing itself: what it has to remember of each parameter it is handed as `memory`,
/// ``memories`` arrays of the parameter's shape that start at zero. So one rule serves any number of parameters, and a test can look at
/// everything.
public protocol UpdateRule: Sendable {
  /// How many arrays it remembers of each parameter.
  var memories: Int { get }

  /// One step of the parameter `w` with the gradient `g`, the learning rate `rate`, as the `step`-th of this parameter, counted
  /// from 1.
  func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int)

  /// Where the gradient is to be taken: at `w` itself, unless the rule looks ahead.
  func lookAhead<Element: NDFloat>(
    _ w: NDArray<Element>, _ memory: [NDArray<Element>]
  ) -> NDArray<Element>
}

extension UpdateRule {
  public func lookAhead<Element: NDFloat>(
    _ w: NDArray<Element>, _ memory: [NDArray<Element>]
  ) -> NDArray<Element> { w }
}
