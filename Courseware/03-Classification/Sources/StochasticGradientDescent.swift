import CourseKit
import NDArray

/// Stochastic gradient descent: a step after every small batch of objects instead of after all.
public struct StochasticGradientDescent: Sendable {
  public var rate: Double
  public var batchSize: Int
  public var epochs: Int

  public init(rate: Double, batchSize: Int, epochs: Int) {
    (self.rate, self.batchSize, self.epochs) = (rate, batchSize, epochs)
  }

  /// In each epoch the objects are shuffled and every one of them is used once; the last batch takes
  /// what is left.
  ///
  /// - Returns: the point reached, and the value over *all* objects before and after each epoch.
  public func minimise<Model>(
    _ objective: TrainingObjective<Model>, from start: NDArray<Double>,
    using generator: inout Generator
  ) -> Descent {
    var descent = Descent(point: start, values: [objective.value(at: start)])
    for _ in 0..<epochs {
      let order = generator.permutation(objective.count)
      descent.point = epoch(objective, from: descent.point, order)
      descent.values.append(objective.value(at: descent.point))
    }
    return descent
  }

  /// One epoch: a step for each batch of `batchSize` objects, taken from `order` one after another.
  func epoch<Model>(
    _ objective: TrainingObjective<Model>, from start: NDArray<Double>, _ order: NDArray<Int>
  ) -> NDArray<Double> {
    // BEGIN SOLUTION
    var point = start
    for first in stride(from: 0, to: order.count, by: batchSize) {
      let rows = order[first..<min(first + batchSize, order.count)]
      point -= rate * objective.gradient(at: point, rows: rows)
    }
    return point
    // STUB: // `order[a..<b]` are the objects of a batch; the gradient is taken over these rows only.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
