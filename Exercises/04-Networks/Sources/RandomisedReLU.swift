import CourseKit
import NDArray

/// $\alpha z$ for $z < 0$, else $z$, where each element draws its own α anew in each forward pass of
/// training, uniformly from a range; in use, α is the middle of the range (Xu et al. 2015).
public final class RandomisedReLU<Element: NDFloat>: Layer {
  public let range: ClosedRange<Double>
  private var generator: Generator
  private var isTraining = true

  /// The cache: 1 or α for each element, which is also the derivative there.
  private var slopes: NDArray<Element>?

  /// The usual range is 1/8 ... 1/3.
  public init(_ range: ClosedRange<Double> = 1.0 / 8...1.0 / 3, seed: Int) {
    self.range = range
    generator = Generator(seed: seed)
  }

  public func setTraining(_ isTraining: Bool) {
    self.isTraining = isTraining
  }

  public func forward(_ z: NDArray<Element>) -> NDArray<Element> {
    let drawn = drawSlopes(z.shape)
    // Keep in `self.slopes` the factor of each element: `drawn` where z < 0, else 1.
    _ = drawn
    notImplemented()
  }

  public func backward(_ dA: NDArray<Element>) -> NDArray<Element> {
    guard let slopes else { fatalError("RandomisedReLU.backward: no forward pass came before") }
    _ = slopes
    notImplemented()
  }

  /// α for each element: drawn in training, the middle of the range in use.
  private func drawSlopes(_ shape: [Int]) -> NDArray<Element> {
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    guard isTraining else { return NDArray<Element>.full(shape, Element(low + width / 2)) }
    return (low + width * generator.random(shape)).asType(Element.self)
  }
}
