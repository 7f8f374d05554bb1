import CourseKit
import Foundation
import NDArray

/// Adaptive moments (Kingma, Ba 2015), momentum and RMSProp together:
///
/// $$s \leftarrow \rho_1s + (1-\rho_1)g, \quad r \leftarrow \rho_2r + (1-\rho_2)\,g\odot g, \quad
/// \hat s = \frac{s}{1-\rho_1^t}, \quad \hat r = \frac{r}{1-\rho_2^t}, \quad w \leftarrow w - \frac{\eta\,\hat s}{\sqrt{\hat r} + \delta}.$$
///
/// $s$ and $r$ begin at zero and are too small at first; the powers of ρ say by how much. What is remembered are $s$ and $r$, not their corrected
/// forms.
public struct Adam: UpdateRule {
  public var rho1, rho2, delta: Double
  public init(rho1: Double = 0.9, rho2: Double = 0.999, delta: Double = 1e-8) {
    (self.rho1, self.rho2, self.delta) = (rho1, rho2, delta)
  }
  public var memories: Int { 2 }

  /// `memory[0]` is $s$, `memory[1]` is $r$, `step` is $t$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    // `pow(rho1, Double(step))` is ρ₁ᵗ; `Element(…)` makes a number of the array's type of it.
    notImplemented()
  }
}

/// Adam as the foundations lecture prints it: no correction, ε inside the root,
/// $h \leftarrow \beta_1h + (1-\beta_1)g$, $G \leftarrow \beta_2G + (1-\beta_2)g^2$, $w \leftarrow w - \dfrac{\eta}{\sqrt{G+\varepsilon}}\,h$.
///
/// Its first step is $\frac{1-\beta_1}{\sqrt{1-\beta_2}} = 3.16$ times as long.
public struct UncorrectedAdam: UpdateRule {
  public var beta1, beta2, epsilon: Double
  public init(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    (self.beta1, self.beta2, self.epsilon) = (beta1, beta2, epsilon)
  }
  public var memories: Int { 2 }

  /// `memory[0]` is $h$, `memory[1]` is $G$.
  public func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    notImplemented()
  }
}
