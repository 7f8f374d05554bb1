import CourseKit
import NDArray
import Networks

/// The mean of several results along axis 0 and their variance, $\sigma^2 = \frac1n\sum_i(r_i-\mu)^2$ (divisor n, as the
/// lecture's 1.85).
public func meanAndVariance<Element: NDFloat>(
  _ results: NDArray<Element>
) -> (mean: NDArray<Element>, variance: NDArray<Element>) {
  // BEGIN SOLUTION
  (results.mean(axis: 0), results.variance(axis: 0))
  // END SOLUTION
}

/// Lets drop what drops, wherever it is inside `module`, or stops it; everything else stays as it is.
public func setDropping<Element: NDFloat>(_ isOn: Bool, in module: any Module<Element>) {
  // BEGIN SOLUTION
  if let layer = module as? any Dropping { layer.setTraining(isOn) }
  for (_, child) in module.children { setDropping(isOn, in: child) }
  // STUB: // `module as? any Dropping` tells whether the module itself drops. Then its `children`, by calling this function again.
  // STUB: notImplemented()
  // END SOLUTION
}

/// Monte-Carlo dropout (Gal, Ghahramani 2016): asks the network `passes` times with dropout left on, and takes the answers' mean and
/// variance. Where the thinned networks disagree, the network does not know.
///
/// All else is in use meanwhile: batch normalisation must not learn from questions. Afterwards everything is in use.
///
/// - Parameter answer: what is averaged, such as the probabilities of the logits; the outputs themselves by default.
public func monteCarlo<Element: NDFloat>(
  _ network: Sequential<Element>, _ x: NDArray<Element>, passes: Int,
  of answer: (NDArray<Element>) -> NDArray<Element> = { $0 }
) -> (mean: NDArray<Element>, variance: NDArray<Element>) {
  // BEGIN SOLUTION
  network.setTraining(false)
  setDropping(true, in: network)
  let answers = (0..<passes).map { _ in answer(network.forward(x)) }
  setDropping(false, in: network)
  return meanAndVariance(stacked(answers))
  // STUB: // `stacked(answers)` puts a list of arrays along a new axis 0.
  // STUB: notImplemented()
  // END SOLUTION
}
