import NDArray

/// Objects, what is known of each, and what is to be told of it.
///
/// `Target` is `Int` for classification, where a target is the position of a class in ``classNames``,
/// and `Double` for regression.
public struct Dataset<Target: NDScalar>: Sendable {
  /// One row an object, shape [objects, features].
  public var features: NDArray<Double>
  /// One target an object, shape [objects].
  public var targets: NDArray<Target>
  /// The names of the columns of ``features``.
  public let featureNames: [String]
  /// The names of the classes; empty for regression.
  public let classNames: [String]
  /// What the data are, in a sentence.
  public let summary: String
  /// Where they come from and on what terms they may be passed on.
  public let origin: String

  /// Traps unless there is one target for each row of `features`.
  public init(
    features: NDArray<Double>, targets: NDArray<Target>, featureNames: [String] = [],
    classNames: [String] = [], summary: String = "", origin: String = ""
  ) {
    require(
      features.rank >= 1 && targets.rank >= 1 && features.shape[0] == targets.shape[0],
      "Dataset: features \(features.shape) and targets \(targets.shape) differ in their number of objects"
    )
    self.features = features
    self.targets = targets
    self.featureNames = featureNames
    self.classNames = classNames
    self.summary = summary
    self.origin = origin
  }

  /// The number of objects.
  public var count: Int { features.shape[0] }

  /// The objects at these positions, in their order. Complexity: O(features of them).
  public subscript(_ positions: NDArray<Int>) -> Dataset {
    var chosen = self
    chosen.features = features[positions]
    chosen.targets = targets[positions]
    return chosen
  }
}
