import CourseKit
import NDArray
import Networks
import Optimisers

/// The lecture's two sentences, "Cats say MEOW" and "Dogs say WOOF", with its dictionary.
///
/// After *cats* the next word is *say*, after *say* it is *meow* or *woof*: who sees only the last word cannot know which.
public enum Animals {
  public static let words = ["cats", "dogs", "meow", "say", "woof"]

  /// The words that are read, (steps, objects) = (2, 2): a column for each sentence.
  public static let inputs: NDArray<Int> = [[0, 1], [3, 3]]
  /// The words that follow them, (2, 2).
  public static let targets: NDArray<Int> = [[3, 3], [2, 4]]
}

/// Trains a network that sees one word, one-hot, and has no memory; returns the loss before the last step and the probabilities after
/// *say*.
public func trainWithoutMemory(
  steps: Int, using generator: inout Generator
) -> (loss: Double, afterSay: NDArray<Double>) {
  let network = Sequential<Double>([
    Linear(5, 8, .xavier, using: &generator), Activate(.hyperbolicTangent),
    Linear(8, 5, .xavier, using: &generator),
  ])
  let (x, y) = (oneHot(Animals.inputs.reshaped([-1]), classes: 5), Animals.targets.reshaped([-1]))
  let loss = SoftmaxCrossEntropy<Double>()
  let optimiser = Optimiser(Adam(), network.parameters, rate: 0.03)
  var last = 0.0
  for _ in 0..<steps {
    optimiser.step {
      network.clearGradients()
      last = loss.forward(network.forward(x), y)
      _ = network.backward(loss.backward())
    }
  }
  return (last, softmax(network.forward(x))[2])
}

/// Trains Elman's network of `width` on both sentences; returns the loss before the last step and the probabilities after *cats say* and
/// *dogs say*, (2, 5).
public func trainWithMemory(
  width: Int, steps: Int, using generator: inout Generator
) -> (loss: Double, afterSay: NDArray<Double>) {
  let model = CharacterModel<Double>(
    TanhCell(), kinds: 5, embedding: 5, width: width, using: &generator)
  let loss = SoftmaxCrossEntropy<Double>()
  let optimiser = Optimiser(Adam(), model.parameters, rate: 0.03)
  // As in trainWithoutMemory, but the model reads Animals.inputs (2, 2) as two steps of two objects; the last two rows of its
  // logits speak of what follows "say".
  _ = (loss, optimiser)
  notImplemented()
}
