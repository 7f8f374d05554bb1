import CourseKit
import NDArray
import Networks

/// $x\,\Phi(x)$, Φ the share of a normal distribution below x: a ReLU without the kink, which BERT and GPT use.
///
/// $\Phi(x) = \frac12\big(1 + \operatorname{erf}(x/\sqrt2)\big)$, exact; the formula with tanh that some code has is an approximation.
public final class GELU<Element: NDFloat>: Layer {
  private var input: NDArray<Element>?

  public init() {}

  /// Any shape.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // `normalShare(x)` is Φ(x), element by element.
    notImplemented()
  }

  /// $dX = dY \odot (\Phi(x) + x\,\varphi(x))$, $\varphi(x) = e^{-x^2/2}/\sqrt{2\pi}$.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("GELU.backward: no forward pass came before") }
    _ = input
    notImplemented()
  }
}
