import NDArray

/// A function to be made small: its value and its gradient at a point. The point is an array of any
/// shape, and the gradient has that shape.
public protocol Objective {
  func value(at point: NDArray<Double>) -> Double
  func gradient(at point: NDArray<Double>) -> NDArray<Double>
}

/// The loss of a model over a data set, as a function of the model's parameters.
public struct TrainingObjective<Model: LinearModel>: Objective {
  let model: Model
  let features: NDArray<Double>
  let labels: NDArray<Int>

  /// How many objects the loss is the mean of.
  public var count: Int { labels.count }

  public func value(at point: NDArray<Double>) -> Double {
    with(point).loss(features, labels)
  }

  public func gradient(at point: NDArray<Double>) -> NDArray<Double> {
    with(point).gradient(features, labels)
  }

  /// The gradient of the loss over these objects only: cheaper than the whole, and right on average.
  public func gradient(at point: NDArray<Double>, rows: NDArray<Int>) -> NDArray<Double> {
    with(point).gradient(features[rows], labels[rows])
  }

  private func with(_ point: NDArray<Double>) -> Model {
    var model = model
    model.parameters = point
    return model
  }
}

/// The way an optimiser went.
public struct Descent: Sendable {
  /// Where it ended.
  public var point: NDArray<Double>

  /// The value at the start and after each step (each epoch, for stochastic descent).
  public var values: [Double]
}
