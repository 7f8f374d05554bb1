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
  // [Optimiser(rule, parameters, rate: …, decay: decay), …], the head's first.
  notImplemented()
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
  // model.setTraining(true); for each of `batches(of: batchSize, count: labels.count, using: &generator)`:
  // the rows x[order], changed by change?(batch, &generator) if there is one; clear, forward, loss,
  // backward, a step of each optimiser.
  notImplemented()
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
  // Freeze the body, take the features of all pictures in unit 08's `inUse(model) { … }`, and train
  // Sequential([model.head]) on them by unit 05's trainEpoch.
  notImplemented()
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
  // trainHead with both[0]; unfreeze; then `epochs` of trainEpoch with both.
  _ = both
  notImplemented()
}
