import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

/// Two optimisers by one rule: the head's with `rate`, the body's with `bodyRate`, by which it moves more carefully.
///
/// Both hold *all* parameters of their part, also those that are frozen now: a frozen one does not move, and one
/// that is let go later does.
public func optimisers<Element: NDFloat>(
  of model: Classifier<Element>, _ rule: any UpdateRule, rate: Double, bodyRate: Double,
  decay: Decay = .none
) -> [Optimiser<Element>] {
  // BEGIN SOLUTION
  [
    Optimiser(rule, model.head.parameters, rate: rate, decay: decay),
    Optimiser(rule, model.body.parameters, rate: bodyRate, decay: decay),
  ]
  // STUB: // [Optimiser(rule, parameters, rate: …, decay: decay), …], the head's first.
  // STUB: notImplemented()
  // END SOLUTION
}

/// One epoch of a classifier with several optimisers, each batch changed on the way if `change` says how.
///
/// - Returns: the mean loss of the objects, each measured when its batch came.
public func trainEpoch<Element: NDFloat>(
  _ model: Classifier<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>, batchSize: Int,
  optimisers: [Optimiser<Element>],
  change: ((NDArray<Element>, inout Generator) -> NDArray<Element>)? = nil,
  using generator: inout Generator
) -> Element {
  // BEGIN SOLUTION
  let loss = SoftmaxCrossEntropy<Element>()
  var total: Element = 0
  model.setTraining(true)
  for order in batches(of: batchSize, count: labels.count, using: &generator) {
    let (batch, wanted) = (x[order], labels[order])
    model.clearGradients()
    let logits = model.forward(change?(batch, &generator) ?? batch)
    total += loss.forward(logits, wanted) * Element(wanted.count)
    model.backward(loss.backward())
    for optimiser in optimisers { optimiser.step() }
  }
  return total / Element(labels.count)
  // STUB: // model.setTraining(true); for each of `batches(of: batchSize, count: labels.count, using: &generator)`:
  // STUB: // the rows x[order], changed by change?(batch, &generator) if there is one; clear, forward, loss,
  // STUB: // backward, a step of each optimiser.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The most likely class of each picture, with the network in use.
public func predict<Element: NDFloat>(
  _ model: Classifier<Element>, _ x: NDArray<Element>
) -> NDArray<Int> {
  inUse(model) { model.forward(x).argMax(axis: 1) }
}

/// The share of the pictures whose class is right, with the network in use.
public func accuracy<Element: NDFloat>(
  _ model: Classifier<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>
) -> Double {
  (predict(model, x) .== labels).mean()
}

/// Trains the head alone, on features that are computed once: a frozen body says the same of a picture in every
/// epoch.
///
/// The body is frozen by it and stays so.
///
/// - Returns: the mean loss of each epoch.
@discardableResult
public func trainHead<Element: NDFloat>(
  of model: Classifier<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>, epochs: Int,
  batchSize: Int, optimiser: Optimiser<Element>, using generator: inout Generator
) -> [Element] {
  // BEGIN SOLUTION
  model.freezeBody()
  let features = inUse(model) { model.features(x) }
  let head = Sequential([model.head])
  return (0..<epochs).map { _ in
    trainEpoch(
      head, features, labels, batchSize: batchSize, optimiser: optimiser, using: &generator)
  }
  // STUB: // Freeze the body, take the features of all pictures in unit 08's `inUse(model) { … }`, and train
  // STUB: // Sequential([model.head]) on them by unit 05's trainEpoch.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The lecture's way in two phases: first the head alone, as long as its errors would only spoil the body; then
/// everything, the body with a smaller rate.
///
/// - Returns: the mean loss of each epoch, those of the head first.
@discardableResult
public func fineTune<Element: NDFloat>(
  _ model: Classifier<Element>, _ x: NDArray<Element>, _ labels: NDArray<Int>, headEpochs: Int,
  epochs: Int, batchSize: Int, rule: any UpdateRule, rate: Double, bodyRate: Double,
  change: ((NDArray<Element>, inout Generator) -> NDArray<Element>)? = nil,
  using generator: inout Generator
) -> [Element] {
  let both = optimisers(of: model, rule, rate: rate, bodyRate: bodyRate)
  // BEGIN SOLUTION
  let first = trainHead(
    of: model, x, labels, epochs: headEpochs, batchSize: batchSize, optimiser: both[0],
    using: &generator)
  model.unfreeze()
  return first
    + (0..<epochs).map { _ in
      trainEpoch(
        model, x, labels, batchSize: batchSize, optimisers: both, change: change, using: &generator)
    }
  // STUB: // trainHead with both[0]; unfreeze; then `epochs` of trainEpoch with both.
  // STUB: _ = both
  // STUB: notImplemented()
  // END SOLUTION
}
