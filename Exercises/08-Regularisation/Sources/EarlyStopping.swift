import CourseKit
import NDArray

/// Watches the loss on held-out objects, remembers the weights of the best epoch, and says when it is time to stop.
///
/// ```swift
/// var stopping = EarlyStopping<Double>(patience: 5)
/// repeat { trainOneEpoch() } while !stopping.shouldStop(after: heldOutLoss(), of: network)
/// stopping.restore()
/// ```
public struct EarlyStopping<Element: NDFloat> {
  /// After how many epochs without a new best it stops.
  public let patience: Int
  /// How many epochs it has seen.
  public private(set) var epoch = 0
  /// The best epoch, counted from 1, and its loss; nil before there is one.
  public private(set) var best: (epoch: Int, loss: Double)?
  /// The weights and buffers of the best epoch: `Snapshot(of: model)`, put back by `restore()`.
  private var snapshot: Snapshot<Element>?

  public init(patience: Int) { self.patience = patience }

  /// Takes the held-out loss after one more epoch. Only a *lower* loss is a new best: an equal one is none, and neither is NaN.
  ///
  /// - Returns: whether `patience` epochs have passed since the best one (since the beginning, if there is none).
  public mutating func shouldStop(after loss: Double, of model: some Module<Element>) -> Bool {
    notImplemented()
  }

  /// Gives the model its best weights back; nothing if there was no best epoch.
  public func restore() {
    notImplemented()
  }
}
