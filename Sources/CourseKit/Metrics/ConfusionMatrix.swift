import NDArray

/// How often each class was taken for each.
public struct ConfusionMatrix: Sendable, Equatable {
  /// Row i, column j: how many objects of class i were predicted to be j. Shape [classes, classes].
  public let counts: NDArray<Int>
  /// The names of the classes.
  public let classNames: [String]

  /// Counts the pairs of `actual` and `predicted` labels.
  ///
  /// Without `classNames` the classes are 0 … the largest label. Traps when the two differ in length or a label is
  /// not a class. Complexity: O(labels + classes²).
  public init(actual: NDArray<Int>, predicted: NDArray<Int>, classNames: [String]? = nil) {
    require(
      actual.shape == predicted.shape && actual.rank == 1,
      "ConfusionMatrix: actual labels \(actual.shape) and predicted labels \(predicted.shape) do not pair"
    )
    let pairs = Array(zip(actual.elements, predicted.elements))
    let classes = classNames?.count ?? 1 + (pairs.map { max($0.0, $0.1) }.max() ?? -1)
    var counts = NDArray<Int>.zeros([classes, classes])
    for (actual, predicted) in pairs {
      for label in [actual, predicted] {
        require(
          (0..<classes).contains(label),
          "ConfusionMatrix: label \(label) is not one of \(classes) classes")
      }
      counts[actual, predicted] += 1
    }
    self.counts = counts
    self.classNames = classNames ?? (0..<classes).map(String.init)
  }
}

extension ConfusionMatrix: CustomStringConvertible {
  /// A table with the actual classes down and the predicted ones across.
  public var description: String {
    let cells = classNames.indices.map { counts[$0].elements.map(String.init) }
    let width = (classNames + cells.joined()).map(\.count).max() ?? 0
    func line(_ head: String, _ cells: [String]) -> String {
      ([head] + cells).map { $0.padded(to: width) }.joined(separator: " ")
    }
    return ([line("", classNames)] + zip(classNames, cells).map(line)).joined(separator: "\n")
  }
}

extension String {
  /// With spaces in front up to `width` characters.
  func padded(to width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }
}
