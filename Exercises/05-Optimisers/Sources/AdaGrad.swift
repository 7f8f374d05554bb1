import CourseKit
import NDArray

/// $r \leftarrow r + g \odot g$, then $w \leftarrow w - \dfrac{\eta}{\delta + \sqrt r} \odot g$: each parameter has its own rate, which only falls.
///
/// With δ outside the root as in the lecture on neural systems and in PyTorch.
public struct AdaGrad: UpdateRule {
  public var delta: Double
  public init(delta: Double = 1e-7) { self.delta = delta }
  public var memories: Int { 1 }

  /// `memory[0]` is $r$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}

/// $G \leftarrow G + g^2$, then $w \leftarrow w - \dfrac{\eta}{\sqrt{G + \varepsilon}}\,g$: with ε inside the root, as in the foundations lecture.
public struct AdaGradInside: UpdateRule {
  public var epsilon: Double
  public init(epsilon: Double = 1e-8) { self.epsilon = epsilon }
  public var memories: Int { 1 }

  /// `memory[0]` is $G$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}
