import CourseKit
import NDArray
import Networks

/// Each picture as one row, (N, C, H, W) → (N, C·H·W), for the linear layer at the end.
///
/// Channel after channel, row after row: no number is changed, and the backward pass only gives the shape back.
public final class Flatten<Element: NDFloat>: Layer {
  private var shape: [Int]?

  public init() {}

  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    notImplemented()
  }

  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let shape else { fatalError("Flatten.backward: no forward pass came before") }
    _ = shape
    notImplemented()
  }
}
