import CourseKit
import NDArray

/// A vector for each word: a layer without bias whose inputs are one-hot, so that the product is a row of the table.
public final class WordEmbedding<Element: NDFloat>: Module {
  /// One row a word: (words, width).
  public let table: Parameter<Element>
  /// The words of the last forward pass.
  public private(set) var words = NDArray<Int>.zeros([0])

  /// An embedding with this table, (words, width).
  public init(table: NDArray<Element>) { self.table = Parameter("V", table) }

  /// The vectors of `words` (n): (n, width).
  public func forward(_ words: NDArray<Int>) -> NDArray<Element> {
    notImplemented()
  }

  /// Adds `dH` (n, width) to the gradient of the rows that were taken. A word that stands twice is to blame twice.
  ///
  /// Positions have no gradient, so nothing is returned. A frozen table takes none.
  public func backward(_ dH: NDArray<Element>) {
    // Into zeros of the table's shape: `gradient.add(dH, at: words)` adds for every occurrence, `gradient[words] += dH`
    // once a word. Hand them to table.accumulate(_:), which adds them unless the table is frozen.
    notImplemented()
  }
}
