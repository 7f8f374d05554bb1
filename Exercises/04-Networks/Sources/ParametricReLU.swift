import CourseKit
import NDArray

/// $\alpha z$ for $z < 0$, else $z$, where α is learned with the weights (He et al. 2015).
///
/// One slope serves all elements, so its gradient is a sum over all of them.
public final class ParametricReLU<Element: NDFloat>: Layer {
  /// α, of shape (1).
  public let slope: Parameter<Element>
  private var input: NDArray<Element>?

  public init(slope: Element = 0.25) {
    self.slope = Parameter("α", NDArray<Element>.full([1], slope))
  }

  public func forward(_ z: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  /// $dZ = dA \odot (\alpha \text{ or } 1)$, $d\alpha = \sum_{z<0} z\,dA$.
  public func backward(_ dA: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("ParametricReLU.backward: no forward pass came before") }
    // slope.accumulate(…) adds dα, of shape (1), to the gradient of α; return dZ.
    _ = input
    notImplemented()
  }
}
