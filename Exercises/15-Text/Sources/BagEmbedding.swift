import CourseKit
import NDArray

/// One vector for a whole bag of words: the mean of their vectors, as CBOW makes it of a context, or the sum, as fastText makes
/// it of the pieces of a word.
public final class BagEmbedding<Element: NDFloat>: Module {
  /// One row a word or a piece: (words, width).
  public let table: Parameter<Element>
  /// Whether the sum is divided by the size of the bag.
  public let isMean: Bool
  /// The words of all bags of the last forward pass in a row, and the bag of each.
  public private(set) var words = NDArray<Int>.zeros([0])
  /// The bag of each of ``words``.
  public private(set) var bags = NDArray<Int>.zeros([0])
  /// What each bag's sum was multiplied by: (bags, 1).
  public private(set) var scales = NDArray<Element>.zeros([0, 1])

  /// An embedding with this table, (words, width).
  public init(table: NDArray<Element>, isMean: Bool) {
    self.table = Parameter("V", table)
    self.isMean = isMean
  }

  /// A vector for each bag: (bags, width). An empty bag has the vector of zeros.
  public func forward(_ bags: [[Int]]) -> NDArray<Element> {
    let sizes = bags.map(\.count)
    words = NDArray(bags.flatMap { $0 })
    self.bags = NDArray(sizes.indices.flatMap { Array(repeating: $0, count: sizes[$0]) })
    // Keep `scales`. Add the row of each of `words` to the row of its bag with add(_:at:), then scale.
    notImplemented()
  }

  /// Adds `dH` (bags, width) to the gradient of each word of each bag, multiplied by what the bag was multiplied by. A frozen
  /// table takes none.
  public func backward(_ dH: NDArray<Element>) {
    notImplemented()
  }
}
