import CourseKit
import NDArray

/// $h \leftarrow \alpha h + \eta g$, then $w \leftarrow w - h$: the ball that keeps rolling (the foundations lecture).
///
/// The lecture on neural systems writes the same with $v = -h$: $v \leftarrow \alpha v - \epsilon g$, $\theta \leftarrow \theta + v$.
public struct Momentum: UpdateRule {
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

/// $h \leftarrow \alpha h + g$, then $w \leftarrow w - \eta h$: PyTorch's momentum, with the rate outside.
///
/// The same as ``Momentum`` as long as the rate is constant. When it changes, here the old gradients change with it.
public struct TorchMomentum: UpdateRule {
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
