import CourseKit
import NDArray

/// $w \leftarrow w - \eta g$: no memory, one rate for everything.
///
/// With the gradient of all objects it is gradient descent, of some mini-batch, of one stochastic descent.
public struct GradientDescent: UpdateRule {
  public init() {}
  public var memories: Int { 0 }

  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}
