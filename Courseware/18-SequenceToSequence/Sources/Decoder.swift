import CourseKit
import NDArray
import Networks
import RecurrentNetworks

/// Writes a text, one symbol after another: an embedding, an LSTM, and if it has attention, a look at the memory before each step.
///
/// The lecture's three stages: the encoder's states; the decoder's state asks for some of them; what it gets goes into the generating LSTM
/// (and, as with Bahdanau, to the output beside the new state):
///
/// $$z_t = \operatorname{look}(h_{t-1}),\qquad h_t, c_t = \operatorname{LSTM}([Ey_{t-1};\, z_t],\, h_{t-1}, c_{t-1}),\qquad \text{logits} = [h_t;\, z_t]\,W + b.$$
public final class Decoder<Element: NDFloat>: Module {
  public let embedding: Embedding<Element>
  public let attention: Attention<Element>?
  public let cell: LSTMStep<Element>
  public let output: Linear<Element>

  /// What the last `forward` left: its steps, what it looked at.
  private var steps: [Step] = []
  private var memory: Memory<Element>?

  public init(
    _ embedding: Embedding<Element>, _ attention: Attention<Element>?, _ cell: LSTMStep<Element>,
    _ output: Linear<Element>
  ) {
    (self.embedding, self.attention, self.cell) = (embedding, attention, cell)
    self.output = output
  }

  /// One step of every object.
  public struct Step {
    /// [h, c] after it.
    public let state: [NDArray<Element>]
    /// What the output layer sees: [h; z], or h without attention.
    public let feature: NDArray<Element>
    /// What attention found before it, if there is any.
    public let look: Attention<Element>.Look?
    let cache: [NDArray<Element>]
  }

  /// From the symbol that was written last, (objects), and the state to the next state.
  public func step(
    _ tokens: NDArray<Int>, _ state: [NDArray<Element>], _ memory: Memory<Element>?
  ) -> Step {
    var x = embedding.table.value[tokens]
    // BEGIN SOLUTION
    let look = memory.flatMap { attention?.look(state[0], $0) }
    if let look { x = concatenated([x, look.context], axis: 1) }
    let (next, cache) = cell.step(x, state)
    let feature = look.map { concatenated([next[0], $0.context], axis: 1) } ?? next[0]
    return Step(state: next, feature: feature, look: look, cache: cache)
    // STUB: // With attention (`if let attention, let memory { … }`): look with the h before, put the context behind x. Then a step of the cell,
    // STUB: // and the context behind the new h. Without: x alone, h alone.
    // STUB: _ = x
    // STUB: x = .zeros(x.shape)
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The logits of features (objects, …) without remembering them: (objects, kinds).
  public func logits(_ feature: NDArray<Element>) -> NDArray<Element> {
    feature.dot(output.weight.value) + output.bias.value
  }

  /// Logits of each symbol to write, (steps, objects, kinds).
  ///
  /// - Parameters:
  ///   - inputs: the right symbols to read, (steps, objects), beginning with ``Vocabulary/start``.
  ///   - state: [h, c] to begin with.
  ///   - share: how often it reads what it would have written itself instead: 0 is teacher forcing, 1 is free running.
  public func forward(
    _ inputs: NDArray<Int>, from state: [NDArray<Element>], _ memory: Memory<Element>?,
    share: Double = 0, using generator: inout Generator
  ) -> NDArray<Element> {
    let (count, objects) = (inputs.shape[0], inputs.shape[1])
    var (state, fed) = (state, [inputs[0]])
    self.memory = memory
    steps = []
    // BEGIN SOLUTION
    for t in 0..<count {
      if t > 0 {
        let own = share > 0 ? logits(steps[t - 1].feature).argMax(axis: 1) : inputs[t]
        fed.append(mixed(inputs[t], own, share: share, using: &generator))
      }
      steps.append(step(fed[t], state, memory))
      state = steps[t].state
    }
    _ = embedding.forward(stacked(fed))
    let features = stacked(steps.map(\.feature))
    return output.forward(rows(features)).reshaped([count, objects, -1])
    // STUB: // At the first step inputs[0] is read. At each later one `mixed(inputs[t], own, share: share, using: &generator)`, own being the `argMax(axis: 1)`
    // STUB: // of the `logits` of the step before (needed only if share > 0). Keep the steps and what was fed. At the end, once for all steps:
    // STUB: // `embedding.forward(stacked(fed))` so that it can go back, and the output layer for all features as `rows`.
    // STUB: _ = (count, objects, state, fed)
    // STUB: (state, fed) = ([], [])
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient by the logits, (steps, objects, kinds), to those by the encoder's states (steps, objects, width), nil without attention,
  /// and by the state at the start.
  public func backward(
    _ dLogits: NDArray<Element>
  ) -> (states: NDArray<Element>?, last: [NDArray<Element>]) {
    let (width, embedded) = (cell.stateWeight.value.shape[1], embedding.table.value.shape[1])
    var dState = cell.start(dLogits.shape[1])
    var dX: [NDArray<Element>] = []
    var dMemory: (states: NDArray<Element>, keys: NDArray<Element>)?
    // BEGIN SOLUTION
    let dFeatures = output.backward(rows(dLogits)).reshaped([steps.count, dLogits.shape[1], -1])
    for t in steps.indices.reversed() {
      let (dH, dZ) = (dFeatures[t][.all, ..<width], dFeatures[t][.all, width...])
      let (dInput, before) = cell.stepBack([dState[0] + dH, dState[1]], steps[t].cache)
      dX.append(dInput[.all, ..<embedded])
      dState = before
      if let attention, let memory, let look = steps[t].look {
        let d = attention.lookBack(dZ + dInput[.all, embedded...], look, memory)
        dState[0] = dState[0] + d.query
        dMemory = dMemory.map { ($0.states + d.states, $0.keys + d.keys) } ?? (d.states, d.keys)
      }
    }
    embedding.backward(stacked(Array(dX.reversed())))
    return (statesGradient(dMemory), dState)
    // STUB: // From the last step to the first. A feature is [h; z], an input [Ey; z]: `x[.all, ..<width]` and `x[.all, width...]` take them apart.
    // STUB: // z has two ways to the loss, h three: its own logits, the next step of the cell, the next look (d.query). The memory is looked at in every
    // STUB: // step: add up. At the end the embedding, all steps in the right order: `stacked(Array(dX.reversed()))`. Return
    // STUB: // (statesGradient(dMemory), dState).
    // STUB: _ = (width, embedded, dX, dState, dMemory)
    // STUB: (dState, dX, dMemory) = ([], [], nil)
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradients by the memory's states and keys to that by the encoder's states, (steps, objects, width).
  private func statesGradient(
    _ dMemory: (states: NDArray<Element>, keys: NDArray<Element>)?
  ) -> NDArray<Element>? {
    guard let attention, let memory, let dMemory else { return nil }
    let dStates = dMemory.states + attention.score.keysBackward(dMemory.keys, memory.states)
    return dStates.swappedAxes(0, 1)
  }
}
