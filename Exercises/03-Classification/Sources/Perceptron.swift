import CourseKit
import NDArray

/// Rosenblatt's perceptron (1958): a threshold neuron that finds its weights by itself.
///
/// It answers $+1$ where $w^Tx + b \ge 0$ and $-1$ elsewhere, and it learns only from its mistakes.
/// The bias is the lectures' threshold with the other sign, $b = -\gamma$.
public struct Perceptron: Sendable {
  /// $w$, one for each feature.
  public var weights: NDArray<Double>

  /// $b$
  public var bias = 0.0

  /// A perceptron that knows nothing: all weights are 0.
  public init(features: Int) {
    weights = NDArray.zeros([features])
  }

  /// $Xw + b$: `features` (objects, features) → (objects).
  public func scores(_ features: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// The answers, $+1$ or $-1$: `features` (objects, features) → (objects).
  public func predictions(_ features: NDArray<Double>) -> NDArray<Double> {
    notImplemented()
  }

  /// Looks at one object `x` (features) of class `y`, $+1$ or $-1$, and says whether it was a
  /// mistake.
  ///
  /// A mistake is $y(w^Tx + b) \le 0$: the wrong side, or no side at all. Then
  /// $w \leftarrow w + yx$ and $b \leftarrow b + y$. Otherwise nothing changes.
  public mutating func learn(_ x: NDArray<Double>, _ y: Double) -> Bool {
    notImplemented()
  }

  /// Goes through the objects in their order, again and again, until a whole pass is free of mistakes
  /// or `passes` are over. Begins with the weights and the bias that are there.
  ///
  /// - Returns: the number of mistakes in each pass; the last is 0 if the classes were separated.
  public mutating func fit(
    _ features: NDArray<Double>, _ labels: NDArray<Double>, passes: Int
  ) -> [Int] {
    notImplemented()
  }
}
