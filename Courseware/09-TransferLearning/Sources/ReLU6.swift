import CourseKit
import NDArray
import Networks

/// $\min(\max(z, 0), 6)$, the activation of MobileNets: what is at most 6 fits into a few bits.
///
/// At its kinks the derivative is that of the right side, as everywhere in the course: 1 at 0, and 0 at 6.
public final class ReLU6<Element: NDFloat>: Layer {
  private var input: NDArray<Element>?

  public init() {}

  public func forward(_ z: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    input = z
    return z.clipped(to: 0...6)
    // STUB: // `.clipped(to: 0...6)`
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func backward(_ dA: NDArray<Element>) -> NDArray<Element> {
    guard let input else { fatalError("ReLU6.backward: no forward pass came before") }
    // BEGIN SOLUTION
    return which((input .>= 0) .& (input .< 6), dA, 0)
    // STUB: // `which(condition, a, b)` takes a where the condition holds; two masks are joined by `.&`.
    // STUB: _ = input
    // STUB: notImplemented()
    // END SOLUTION
  }
}
