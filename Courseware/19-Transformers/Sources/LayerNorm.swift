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
    // BEGIN SOLUTION
    let centred = x - x.mean(axis: -1, keepDims: true)
    let variance = square(centred).mean(axis: -1, keepDims: true)
    let deviation = sqrt(variance + Element(epsilon))
    let normalised = centred / deviation
    cache = (normalised, deviation)
    return normalised * gamma.value + beta.value
    // STUB: // `mean(axis: -1, keepDims: true)` fits x again. Keep x̂ and √(σ² + ε) in `cache`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// With $g = dY \odot \gamma$: $dX = \big(g - \overline g - \hat x\,\overline{g \odot \hat x}\big)/\sqrt{\sigma^2 + \varepsilon}$, means along the last axis.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let (normalised, deviation) = cache else {
      fatalError("LayerNorm.backward: no forward pass came before")
    }
    // BEGIN SOLUTION
    let words = Array(0..<(dY.rank - 1))
    gamma.accumulate((dY * normalised).sum(axes: words))
    beta.accumulate(dY.sum(axes: words))
    let g = dY * gamma.value
    let along = (g * normalised).mean(axis: -1, keepDims: true)
    return (g - g.mean(axis: -1, keepDims: true) - normalised * along) / deviation
    // STUB: // x̂ depends on x three times: directly, through μ and through σ. γ and β gather over all axes but the last: `sum(axes: [0, 1])` for
    // STUB: // rank 3, but the rank may be another.
    // STUB: _ = (normalised, deviation)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
