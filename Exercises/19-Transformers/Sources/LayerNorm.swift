import CourseKit
import NDArray

/// Layer normalisation (Ba, Kiros, Hinton 2016): each word's own numbers are brought to mean 0 and variance 1, then scaled and shifted,
/// $y = \gamma \odot \hat x + \beta$, $\hat x = (x - \mu)/\sqrt{\sigma^2 + \varepsilon}$.
///
/// μ and σ² are taken along the last axis, of one word: not over the batch, as in batch normalisation. So a text's result does not depend on its neighbours, and there are
/// no running statistics.
public final class LayerNorm<Element: NDFloat>: Module {
  public let gamma, beta: Parameter<Element>
  public let epsilon: Double
  private var cache: (normalised: NDArray<Element>, deviation: NDArray<Element>)?

  /// Begins with γ = 1, β = 0.
  public init(_ width: Int, epsilon: Double = 1e-5) {
    gamma = Parameter("gamma", NDArray<Element>.ones([width]))
    beta = Parameter("beta", NDArray<Element>.zeros([width]))
    self.epsilon = epsilon
  }

  /// (…, width) → the same shape. The variance is the mean of the squares, divided by the width and not by the width − 1.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // `mean(axis: -1, keepDims: true)` fits x again. Keep x̂ and √(σ² + ε) in `cache`.
    notImplemented()
  }

  /// With $g = dY \odot \gamma$: $dX = \big(g - \overline g - \hat x\,\overline{g \odot \hat x}\big)/\sqrt{\sigma^2 + \varepsilon}$, means along the last axis.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let (normalised, deviation) = cache else {
      fatalError("LayerNorm.backward: no forward pass came before")
    }
    // x̂ depends on x three times: directly, through μ and through σ. γ and β gather over all axes but the last: `sum(axes: [0, 1])` for
    // rank 3, but the rank may be another.
    _ = (normalised, deviation)
    notImplemented()
  }
}
