import CourseKit
import NDArray

/// A row of numbers for each kind of token, learned like any weight.
public final class Embedding<Element: NDFloat>: Module {
  /// E, (kinds, width).
  public let table: Parameter<Element>
  private var tokens = NDArray<Int>.zeros([0])

  public init(_ table: NDArray<Element>) { self.table = Parameter("E", table) }

  /// Standard normal rows, as PyTorch begins.
  public convenience init(_ kinds: Int, _ width: Int, using generator: inout Generator) {
    self.init(generator.standardNormal([kinds, width]).asType(Element.self))
  }

  /// Tokens of any shape → the same shape with a row for each.
  public func forward(_ tokens: NDArray<Int>) -> NDArray<Element> {
    notImplemented()
  }

  /// A token that stands twice is to blame twice: its rows add up. Numbers of tokens have no gradient, so nothing is returned.
  public func backward(_ dY: NDArray<Element>) {
    // `sum.add(rows, at: positions)` adds each row at its position, repeated ones too; `sum[positions] += rows` would count
    // only one of them.
    notImplemented()
  }
}
