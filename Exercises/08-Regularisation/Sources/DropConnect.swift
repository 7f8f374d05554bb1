import CourseKit
import NDArray
import Networks

/// The fully connected layer that switches off *weights* instead of numbers (Wan et al. 2013):
///
/// $$Y = X\hat W + b, \quad \hat W = W\odot\frac{M}{1-p}, \qquad dW = (X^TdY)\odot\frac{M}{1-p}, \quad dX = dY\,\hat W^T.$$
///
/// One mask serves the whole batch (the paper draws one for each object). The bias always stays. In use $\hat W = W$.
public final class DropConnect<Element: NDFloat>: Layer, Dropping {
  public let weight: Parameter<Element>
  public let bias: Parameter<Element>
  /// The chance of each weight to be switched off.
  public let p: Double
  private var generator: Generator
  private var isTraining = true

  /// The cache: what came in, and by what each weight was multiplied.
  private var cache: (input: NDArray<Element>, factors: NDArray<Element>)?

  /// A layer with the given `weight` (inputs, outputs) and `bias` (outputs).
  public init(weight: NDArray<Element>, bias: NDArray<Element>, p: Double, seed: Int) {
    if !(0...1).contains(p) { fatalError("DropConnect: p is a probability, got \(p)") }
    self.weight = Parameter("W", weight)
    self.bias = Parameter("b", bias)
    self.p = p
    generator = Generator(seed: seed)
  }

  /// A layer with weights drawn by `initialiser` and a bias of zeros.
  public convenience init(
    _ inputs: Int, _ outputs: Int, p: Double, _ initialiser: Initialiser, seed: Int,
    using generator: inout Generator
  ) {
    self.init(
      weight: initialiser.weights(inputs, outputs, using: &generator),
      bias: NDArray<Element>.zeros([outputs]), p: p, seed: seed)
  }

  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// `x` (objects, inputs) → (objects, outputs), with a fresh mask in each pass of training.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // In use every factor is 1.
    notImplemented()
  }

  /// The pass of training with a given mask of the shape of W.
  public func forward(_ x: NDArray<Element>, keeping mask: NDArray<Bool>) -> NDArray<Element> {
    // Keep `x` and the factors in `cache`.
    notImplemented()
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let (input, factors) = cache else {
      fatalError("DropConnect.backward: no forward pass came before")
    }
    _ = (input, factors)
    notImplemented()
  }
}
