import CourseKit
import NDArray
import Networks

/// Switches off whole channels of pictures (N, C, H, W), each channel of each picture with the probability p
/// (Tompson et al. 2015).
///
/// Neighbouring pixels of a feature map say nearly the same, so a single one that is off is guessed from those beside it.
public final class Dropout2d<Element: NDFloat>: Layer, Dropping {
  /// The chance of each channel to be switched off.
  public let p: Double
  private var generator: Generator
  private var isTraining = true

  /// The cache: 0 or 1/(1 − p) for each channel, shape (N, C, 1, 1); nil after a pass in use.
  private var factors: NDArray<Element>?

  public init(_ p: Double, seed: Int) {
    if !(0...1).contains(p) { fatalError("Dropout2d: p is a probability, got \(p)") }
    self.p = p
    generator = Generator(seed: seed)
  }

  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// `x` (N, C, H, W), with a fresh mask in each pass of training.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    if isTraining {
      let mask = keepMask([x.shape[0], x.shape[1]], dropping: p, using: &generator)
      return forward(x, keeping: mask)
    }
    factors = nil
    return x
    // STUB: // As in Dropout, but the mask has one place for each channel of each picture, (N, C).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The pass of training with a given `mask` (N, C).
  public func forward(_ x: NDArray<Element>, keeping mask: NDArray<Bool>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let factors = mask.asType(Element.self) * Element(keepScale(p))
    self.factors = factors.reshaped(mask.shape + [1, 1])
    return x * self.factors!
    // STUB: // Two axes of length 1 behind (N, C), and it fits (N, C, H, W).
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    guard let factors else { return dY }
    return dY * factors
    // END SOLUTION
  }
}
