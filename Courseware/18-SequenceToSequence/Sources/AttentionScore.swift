import CourseKit
import NDArray

/// How well a state of the encoder fits what the decoder asks for: a number for each pair of them.
///
/// What depends on the encoder alone, the *keys*, is computed once for all steps of the decoder. A score is asked many times before
/// the first backward step, so it keeps nothing: `forward` returns its cache.
public protocol AttentionScore<Element>: Module {
  /// From the encoder's states (objects, steps, width) to the keys (objects, steps, …).
  func keys(_ states: NDArray<Element>) -> NDArray<Element>

  /// `query` (objects, width) and the keys → the scores (objects, steps), and what `backward` will need.
  func forward(
    _ query: NDArray<Element>, _ keys: NDArray<Element>
  ) -> (scores: NDArray<Element>, cache: [NDArray<Element>])

  /// From the gradient by the scores to those by the query and the keys; adds the gradients of its own weights.
  func backward(
    _ dScores: NDArray<Element>, _ cache: [NDArray<Element>]
  ) -> (query: NDArray<Element>, keys: NDArray<Element>)

  /// From the gradient by the keys, all steps of the decoder added up, to that by the encoder's states.
  func keysBackward(_ dKeys: NDArray<Element>, _ states: NDArray<Element>) -> NDArray<Element>
}

extension AttentionScore {
  public func keys(_ states: NDArray<Element>) -> NDArray<Element> { states }
  public func keysBackward(
    _ dKeys: NDArray<Element>, _ states: NDArray<Element>
  ) -> NDArray<Element> { dKeys }
}
