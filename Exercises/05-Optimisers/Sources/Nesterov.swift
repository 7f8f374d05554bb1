import CourseKit
import NDArray

/// Momentum that looks where it is about to land: $h \leftarrow \alpha h + \eta\nabla L(w - \alpha h)$, $w \leftarrow w - h$.
public struct Nesterov: UpdateRule {
  public var alpha: Double
  public init(alpha: Double = 0.9) { self.alpha = alpha }
  public var memories: Int { 1 }

  /// $w - \alpha h$: the part of the step that will be taken whatever the gradient says.
  public func lookAhead<Element: NDFloat>(
    _ w: NDArray<Element>, _ memory: [NDArray<Element>]
  ) -> NDArray<Element> {
    notImplemented()
  }

  /// `g` was taken at ``lookAhead(_:_:)``; `memory[0]` is $h$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}

/// PyTorch's Nesterov: $h \leftarrow \alpha h + g$, $w \leftarrow w - \eta(g + \alpha h)$, with $g$ taken at $w$.
///
/// Its $w$ *is* the point ahead of ``Nesterov``: it walks from one look-ahead to the next, so that no gradient has to be taken anywhere
/// else.
public struct TorchNesterov: UpdateRule {
  public var alpha: Double
  public init(alpha: Double = 0.9) { self.alpha = alpha }
  public var memories: Int { 1 }

  /// `memory[0]` is $h$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}
