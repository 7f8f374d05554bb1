import CourseKit
import NDArray
import Networks

extension Classifier {
  /// Freezes the first `count` layers of the body, their parameters and their running statistics, and lets
  /// everything above them learn.
  public func freeze(first count: Int) {
    // BEGIN SOLUTION
    for (position, layer) in body.layers.enumerated() { layer.freeze(position < count) }
    head.freeze(false)
    // STUB: // layer.freeze(true) or layer.freeze(false) for each layer of the body; the head learns.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Freezes the whole body: the head alone learns.
  public func freezeBody() { freeze(first: body.layers.count) }

  /// Lets everything learn.
  public func unfreeze() { freeze(first: 0) }
}

/// The lecture's `keep_last`: freezes everything but the last `count` parameters. It counts parameters and not
/// layers: a linear layer has two, W and b.
///
/// The lecture's loop leaves batch normalisation's running statistics alone, so that they move although the weights
/// beside them do not. Here those are frozen that belong to a part none of whose parameters is kept.
///
/// - Returns: the names of the parameters that are kept.
@discardableResult
public func freeze<Element: NDFloat>(
  _ model: some Module<Element>, keepingLast count: Int
) -> [String] {
  let named = model.namedParameters
  // BEGIN SOLUTION
  let kept = named.suffix(count).map(\.name)
  for (name, parameter) in named { parameter.isFrozen = !kept.contains(name) }
  let learning = Set(kept.map(owner))
  for (name, buffer) in model.namedBuffers { buffer.isFrozen = !learning.contains(owner(name)) }
  return kept
  // STUB: // `named` has a name and a parameter each; .suffix(count) are the last ones. owner("body.1.γ") is
  // STUB: // "body.1", which model.namedBuffers share.
  // STUB: _ = named
  // STUB: notImplemented()
  // END SOLUTION
}

/// `body.1` of `body.1.γ`: the name of the part that a parameter or buffer belongs to.
private func owner(_ name: String) -> String {
  name.split(separator: ".").dropLast().joined(separator: ".")
}

/// Gradual unfreezing: how many layers of a body are frozen in each epoch.
///
/// In the first epoch all `layers`, then `step` fewer each `epochs` epochs, from the last one down, until all
/// learn: 5 layers, 2 at a time, one epoch each: 5, 3, 1, 0, 0, …
public func frozenLayers(of layers: Int, step: Int, every epochs: Int = 1, inEpoch epoch: Int)
  -> Int
{
  // BEGIN SOLUTION
  max(0, layers - epoch / epochs * step)
  // END SOLUTION
}
