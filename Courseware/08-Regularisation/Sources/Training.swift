import CourseKit
import NDArray
import Networks
import Optimisers

/// Runs `body` with the network in use, and puts it into training again.
public func inUse<Element, Result>(
  _ network: some Module<Element>, _ body: () -> Result
) -> Result {
  // BEGIN SOLUTION
  network.setTraining(false)
  defer { network.setTraining(true) }
  return body()
  // END SOLUTION
}

/// The share of the objects whose class is right, with the network in use: nothing is dropped, nothing is learned.
public func accuracy<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>
) -> Double {
  // BEGIN SOLUTION
  inUse(network) { (predict(network, x) .== labels).mean() }
  // STUB: // `predict(network, x)` of unit 04; the mean of a mask is the share of true.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Changes a batch of inputs and targets before it is learned from: mixup, or online augmentation.
public typealias BatchChange<Element: NDFloat> = (
  _ x: NDArray<Element>, _ targets: NDArray<Element>, _ generator: inout Generator
) -> (x: NDArray<Element>, targets: NDArray<Element>)

/// One epoch with everything in this unit: targets that are probabilities, penalties, batches changed on the way.
///
/// - Returns: the mean cross-entropy of the objects, without the penalties, each measured when its batch came.
public func trainEpoch<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, targets: NDArray<Element>,
  batchSize: Int, optimiser: Optimiser<Element>, penalties: [Penalty] = [],
  change: BatchChange<Element>? = nil, using generator: inout Generator
) -> Element {
  // BEGIN SOLUTION
  let loss = SoftCrossEntropy<Element>()
  var total: Element = 0
  for order in batches(of: batchSize, count: x.shape[0], using: &generator) {
    var (x, targets) = (x[order], targets[order])
    if let change { (x, targets) = change(x, targets, &generator) }
    network.clearGradients()
    total += loss.forward(network.forward(x), targets) * Element(order.count)
    _ = network.backward(loss.backward())
    addGradients(of: penalties, to: optimiser.parameters)
    optimiser.step()
  }
  return total / Element(x.shape[0])
  // STUB: // For the positions of each batch, `batches(of: batchSize, count: x.shape[0], using: &generator)`: take its rows, change them
  // STUB: // if asked to, clear the gradients, forward, loss, backward, penalties, `optimiser.step()`. A batch's loss counts once for each object.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Trains until the held-out loss has not improved for `patience` epochs, `epochs` at most, and leaves the model with its best weights.
///
/// - Parameters:
///   - epoch: trains one epoch and returns its loss.
///   - heldOut: the loss on objects that were not trained on, asked with the model in use after each epoch.
/// - Returns: "training" and "held out", a value for each epoch.
public func fit<Element: NDFloat>(
  _ model: some Module<Element>, epochs: Int, patience: Int, epoch: () -> Double,
  heldOut: () -> Double
) -> History {
  // BEGIN SOLUTION
  var history = History()
  var stopping = EarlyStopping<Element>(patience: patience)
  for _ in 0..<epochs {
    let (training, measured) = (epoch(), inUse(model, heldOut))
    history.add(["training": training, "held out": measured])
    if stopping.shouldStop(after: measured, of: model) { break }
  }
  stopping.restore()
  return history
  // STUB: // `history.add(["training": …, "held out": …])` after each epoch, then ask an `EarlyStopping<Element>`; `inUse(model, heldOut)`.
  // STUB: notImplemented()
  // END SOLUTION
}
