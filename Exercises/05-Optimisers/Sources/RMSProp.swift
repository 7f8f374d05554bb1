import CourseKit
import NDArray

/// $r \leftarrow \rho r + (1-\rho)\,g \odot g$, then $w \leftarrow w - \dfrac{\eta}{\sqrt{\delta + r}} \odot g$: AdaGrad that forgets.
///
/// With δ inside the root as in both lectures. Hinton never published it but on a slide.
public struct RMSProp: UpdateRule {
  public var rho, delta: Double
  public init(rho: Double = 0.9, delta: Double = 1e-6) { (self.rho, self.delta) = (rho, delta) }
  public var memories: Int { 1 }

  /// `memory[0]` is $r$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}

/// RMSProp as PyTorch has it, with δ outside the root: $w \leftarrow w - \dfrac{\eta}{\delta + \sqrt r} \odot g$.
///
/// Where gradients are small the two differ by much: see the lesson.
public struct TorchRMSProp: UpdateRule {
  public var rho, delta: Double
  public init(rho: Double = 0.99, delta: Double = 1e-8) { (self.rho, self.delta) = (rho, delta) }
  public var memories: Int { 1 }

  /// `memory[0]` is $r$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}
