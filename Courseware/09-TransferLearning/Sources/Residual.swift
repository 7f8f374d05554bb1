import CourseKit
import NDArray
import Networks

/// A residual block (He et al. 2015): $Y = \operatorname{ReLU}(F(X) + S(X))$.
///
/// The body $F$ has to learn only what is to be *added* to its input; the shortcut $S$ is the input itself, or
/// whatever brings it to the body's shape. Whatever the body does to a gradient, the shortcut hands it on as it is.
public final class Residual<Element: NDFloat>: Layer {
  /// $F$, a chain that keeps the input's shape unless a shortcut changes it alike.
  public let body: Sequential<Element>
  /// $S$, the identity where there is none.
  public let shortcut: (any Layer<Element>)?

  /// The cache: the sum of the last `forward`, at which ReLU's derivative is taken.
  private var sum: NDArray<Element>?

  public init(_ body: Sequential<Element>, shortcut: (any Layer<Element>)? = nil) {
    (self.body, self.shortcut) = (body, shortcut)
  }

  /// $\operatorname{ReLU}(F(X) + S(X))$, any shape that the body takes.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let sum = added(body.forward(x), shortcut?.forward(x) ?? x)
    self.sum = sum
    return Activation.relu.value(sum)
    // STUB: // added(_:_:) of the body's output and the shortcut's (x itself where there is none); keep it in `self.sum`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Through ReLU first, $dZ = dY\odot[Z \ge 0]$. Then both ways back, and since $X$ was used twice its gradients
  /// add up.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let sum else { fatalError("Residual.backward: no forward pass came before") }
    // BEGIN SOLUTION
    let dSum = dY * Activation.relu.derivative(sum)
    return body.backward(dSum) + (shortcut?.backward(dSum) ?? dSum)
    // STUB: // Activation.relu.derivative(sum), then body.backward and the shortcut's.
    // STUB: _ = sum
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The sum of two arrays of one shape: broadcasting would hide a shortcut that does not fit.
  private func added(
    _ inside: NDArray<Element>, _ beside: NDArray<Element>
  ) -> NDArray<Element> {
    if inside.shape != beside.shape {
      fatalError(
        "Residual: the body gives \(inside.shape) and the shortcut \(beside.shape), which cannot be added"
      )
    }
    return inside + beside
  }
}
