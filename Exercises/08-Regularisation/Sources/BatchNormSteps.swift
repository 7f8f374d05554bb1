import CourseKit
import NDArray

/// Batch normalisation of (N, C) node by node, every intermediate kept, so that the way back can be walked one link at a time.
///
/// $$\mu = \overline{x}, \quad c = x-\mu, \quad v = \overline{c^2}, \quad s = \sqrt{v+\varepsilon}, \quad r = 1/s, \quad \hat x = c\,r,
/// \quad y = \gamma\hat x + \beta.$$
public struct BatchNormSteps<Element: NDFloat> {
  /// Of the shape (C): mean, variance, deviation, its reciprocal.
  public let mu, v, s, r: NDArray<Element>
  /// Of the shape (N, C): the input without its mean, and normalised.
  public let c, normalised: NDArray<Element>
  public let gamma, y: NDArray<Element>

  /// The forward pass.
  public init(
    _ x: NDArray<Element>, gamma: NDArray<Element>, beta: NDArray<Element>, epsilon: Element = 1e-5
  ) {
    self.gamma = gamma
    mu = x.mean(axis: 0)
    c = x - mu
    v = (c * c).mean(axis: 0)
    s = sqrt(v + epsilon)
    r = 1 / s
    normalised = c * r
    y = gamma * normalised + beta
  }

  /// The gradient of the loss by each node, named after it. `c` counts both of its uses.
  public struct Gradients {
    public let beta, gamma, normalised, r, s, v, c, mu, x: NDArray<Element>
  }

  /// The way back, from `dY` to the input: each line undoes one of the forward pass.
  public func backward(_ dY: NDArray<Element>) -> Gradients {
    // Begin with y = γ x̂ + β and end with μ. What goes into two lines (c into v and into x̂, x into μ and into c) gets two
    // gradients, which add up. Then `Gradients(beta: …, gamma: …, normalised: …, r: …, s: …, v: …, c: …, mu: …, x: …)`.
    notImplemented()
  }
}
