import NDArray

/// A classifier that is linear in its features: all that it learns is in one array.
///
/// Row 0 of `parameters` is the intercept (the slides' $w_0$), the other rows are the weights, one for each
/// feature. For two classes a row is a number, for $K$ classes it has $K$ of them.
public protocol LinearModel: Sendable {
  var parameters: NDArray<Double> { get set }

  /// The mean loss over the objects, with the penalty.
  func loss(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> Double

  /// $\partial\,\text{loss}/\partial\,\text{parameters}$, in the shape of `parameters`.
  func gradient(_ features: NDArray<Double>, _ labels: NDArray<Int>) -> NDArray<Double>
}

extension LinearModel {
  public var intercept: NDArray<Double> { parameters[0] }
  public var weights: NDArray<Double> { parameters[1...] }

  /// The loss of this model as a function of its parameters, for an optimiser to walk down.
  public func objective(
    _ features: NDArray<Double>, _ labels: NDArray<Int>
  ) -> TrainingObjective<Self> {
    TrainingObjective(model: self, features: features, labels: labels)
  }
}
