import CourseKit
import NDArray
import Networks

/// What bends between the two maps of a ``FeedForward``.
public enum Bend: String, Sendable {
  case relu, gelu
}

/// Two linear maps with a bend between, for each word by itself: $Y = f(XW_1 + b_1)W_2 + b_2$.
///
/// Words meet in the attention only. Here each thinks over what it heard; two thirds of a Transformer's weights are these.
public final class FeedForward<Element: NDFloat>: Module {
  public let inner: Linear<Element>
  private let bend: any Layer<Element>
  public let outer: Linear<Element>

  /// (width → hidden → width); the paper has hidden = 4 · width.
  public init(_ width: Int, hidden: Int, _ bend: Bend = .relu, using generator: inout Generator) {
    inner = Linear(width, hidden, .he, using: &generator)
    self.bend = bend == .relu ? Activate(.relu) : GELU()
    outer = Linear(hidden, width, .xavier, using: &generator)
  }

  /// (texts, length, width) → the same shape.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    perToken(x) { outer.forward(bend.forward(inner.forward($0))) }
    // STUB: // `perToken(x) { rows in … }` makes rows of all words, on which inner, bend and outer follow each other.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// dX, the maps' gradients added on the way.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    perToken(dY) { inner.backward(bend.backward(outer.backward($0))) }
    // END SOLUTION
  }
}
