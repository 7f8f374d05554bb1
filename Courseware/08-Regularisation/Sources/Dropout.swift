import CourseKit
import NDArray
import Networks

/// Switches off each number with the probability p while it trains, and enlarges the others to $x/(1-p)$; in use it does nothing
/// (Srivastava et al. 2014, "inverted" as everywhere today).
///
/// $$Y = X\odot\frac{M}{1-p}, \quad M \sim \mathrm{Bern}(1-p), \qquad dX = dY\odot\frac{M}{1-p}.$$
public final class Dropout<Element: NDFloat>: Layer, Dropping {
  /// The chance of each number to be switched off.
  public let p: Double
  private var generator: Generator
  private var isTraining = true

  /// The cache: 0 or 1/(1 − p) for each number of the last forward pass; nil after one in use.
  private var factors: NDArray<Element>?

  /// The masks come from `seed`, so that a run can be repeated.
  public init(_ p: Double, seed: Int) {
    if !(0...1).contains(p) { fatalError("Dropout: p is a probability, got \(p)") }
    self.p = p
    generator = Generator(seed: seed)
  }

  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// `x` of any shape, with a fresh mask in each pass of training.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    if isTraining {
      return forward(x, keeping: keepMask(x.shape, dropping: p, using: &generator))
    }
    factors = nil
    return x
    // STUB: // In training: a mask of `keepMask`, handed to the other `forward`. In use: `x`, and `factors` forgotten.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The pass of training with a given mask of the shape of `x`: what is true stays.
  public func forward(_ x: NDArray<Element>, keeping mask: NDArray<Bool>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let factors = mask.asType(Element.self) * Element(keepScale(p))
    self.factors = factors
    return x * factors
    // STUB: // Keep 0 or 1/(1 − p) for each number in `self.factors`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// What was switched off is not to blame; the others are to blame by the factor they had.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    guard let factors else { return dY }
    return dY * factors
    // END SOLUTION
  }
}
