import CourseKit
import NDArray

/// One layer of ``Recurrent`` in one direction of time: a ``CellRule`` with PyTorch's four parameters.
///
/// The order of axes is (steps, objects, features) throughout.
public final class RecurrentLayer<Element: NDFloat>: Module {
  public let rule: any CellRule
  /// Whether it reads from the last step to the first.
  public let isReversed: Bool
  /// How many numbers h has.
  public let width: Int

  /// `weight_ih` (gates · width, inputs), `weight_hh` (gates · width, width), `bias_ih` and `bias_hh` (gates · width).
  public let inputWeight, stateWeight, inputBias, stateBias: Parameter<Element>

  /// What the last `forward` kept for each step that it made, in the order of the steps.
  private var input = NDArray<Element>.zeros([0])
  private var statesBefore: [NDArray<Element>] = []
  private var caches: [[NDArray<Element>]] = []
  private var mask: NDArray<Element>?

  /// $\partial L/\partial h_t$ of the last `backward`, the sum of all ways from h at step t to the loss: one for each step, 0 for
  /// objects whose step does not count.
  public private(set) var stateGradients: [NDArray<Element>] = []

  /// A layer with the given parameters; `suffix` ends their names, as `_l0` and `_l0_reverse` do in PyTorch.
  public init(
    _ rule: any CellRule, weight: (input: NDArray<Element>, state: NDArray<Element>),
    bias: (input: NDArray<Element>, state: NDArray<Element>), isReversed: Bool = false,
    suffix: String = ""
  ) {
    (self.rule, self.isReversed, width) = (rule, isReversed, weight.state.shape[1])
    inputWeight = Parameter("weight_ih\(suffix)", weight.input)
    stateWeight = Parameter("weight_hh\(suffix)", weight.state)
    inputBias = Parameter("bias_ih\(suffix)", bias.input)
    stateBias = Parameter("bias_hh\(suffix)", bias.state)
  }

  /// PyTorch's beginning: all numbers uniform in ±1/√width.
  public convenience init(
    _ rule: any CellRule, inputs: Int, width: Int, isReversed: Bool = false, suffix: String = "",
    using generator: inout Generator
  ) {
    let (rows, bound) = (rule.gates * width, 1 / Double(width).squareRoot())
    func draw(_ shape: [Int]) -> NDArray<Element> {
      generator.uniform(-bound, bound, shape: shape).asType(Element.self)
    }
    let weight = (draw([rows, inputs]), draw([rows, width]))
    self.init(
      rule, weight: weight, bias: (draw([rows]), draw([rows])), isReversed: isReversed,
      suffix: suffix)
  }

  /// The numbers of the steps in the order in which the layer makes them.
  private func order(_ steps: Int) -> [Int] {
    isReversed ? Array((0..<steps).reversed()) : Array(0..<steps)
  }

  /// `x` (steps, objects, inputs) → the outputs (steps, objects, width), and the state after the last step that the layer made.
  ///
  /// - Parameters:
  ///   - start: [h] or [h, c], each (objects, width); zeros if nil.
  ///   - lengths: how many steps of each object count. At the others the state stays as it is and the output is 0: the last
  ///     state of an object is that of its *own* last step, and a reversed layer begins there.
  public func forward(
    _ x: NDArray<Element>, from start: [NDArray<Element>]? = nil, lengths: NDArray<Int>? = nil
  ) -> (outputs: NDArray<Element>, last: [NDArray<Element>]) {
    let (steps, objects) = (x.shape[0], x.shape[1])
    let zeros = NDArray<Element>.zeros([objects, width])
    var state = start ?? Array(repeating: zeros, count: rule.states)
    mask = lengths.map { maskOfSteps(steps, lengths: $0) }
    input = x
    var outputs = Array(repeating: zeros, count: steps)
    // BEGIN SOLUTION
    let flat = x.reshaped([steps * objects, x.shape[2]])
    let a = (flat.dot(inputWeight.value.T) + inputBias.value).reshaped([steps, objects, -1])
    let transposed = stateWeight.value.T
    (statesBefore, caches) = ([], [])
    for t in order(steps) {
      statesBefore.append(state[0])
      var (next, cache) = rule.forward(a[t], state[0].dot(transposed) + stateBias.value, state)
      caches.append(cache)
      if let m = mask?[t] {
        next = zip(next, state).map { m * $0 + (1 - m) * $1 }
        outputs[t] = m * next[0]
      } else {
        outputs[t] = next[0]
      }
      state = next
    }
    return (stacked(outputs), state)
    // STUB: // The inputs of all steps in one product: x.reshaped([steps * objects, x.shape[2]]). Then for each t of order(steps): keep
    // STUB: // state[0] in `statesBefore`, ask the rule, keep its cache. Where there is a mask, mask[t] (objects, 1) is 1 for the
    // STUB: // objects whose step counts: the others keep their old state and give 0 out.
    // STUB: _ = (state, outputs)
    // STUB: (state, outputs) = ([], [])
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradients by the outputs, `dY` (steps, objects, width), and by the last state to those by the inputs and by the
  /// state at the start.
  public func backward(
    _ dY: NDArray<Element>, last: [NDArray<Element>]? = nil
  ) -> (dX: NDArray<Element>, dStart: [NDArray<Element>]) {
    let (steps, objects) = (dY.shape[0], dY.shape[1])
    let zeros = NDArray<Element>.zeros([objects, width])
    var dState = last ?? Array(repeating: zeros, count: rule.states)
    stateGradients = Array(repeating: zeros, count: steps)
    // BEGIN SOLUTION
    var dA = Array(repeating: zeros, count: steps)
    var dB: [NDArray<Element>] = []
    for (made, t) in order(steps).enumerated().reversed() {
      var dNext = dState
      dNext[0] = dNext[0] + dY[t]
      var dPassed: [NDArray<Element>]?
      if let m = mask?[t] {
        dNext = dNext.map { m * $0 }
        dPassed = dState.map { (1 - m) * $0 }
      }
      stateGradients[t] = dNext[0]
      let (da, db, before) = rule.backward(dNext, caches[made])
      dA[t] = da
      dB.append(db)
      dState = before
      dState[0] = dState[0] + db.dot(stateWeight.value)
      if let dPassed { dState = zip(dState, dPassed).map { $0 + $1 } }
    }
    let rows = inputWeight.value.shape[0]
    let allA = stacked(dA).reshaped([steps * objects, rows])
    let allB = stacked(Array(dB.reversed())).reshaped([steps * objects, rows])
    let flat = input.reshaped([steps * objects, input.shape[2]])
    inputWeight.accumulate(allA.T.dot(flat))
    inputBias.accumulate(allA.sum(axis: 0))
    stateWeight.accumulate(
      allB.T.dot(stacked(statesBefore).reshaped([steps * objects, width])))
    stateBias.accumulate(allB.sum(axis: 0))
    return (allA.dot(inputWeight.value).reshaped(input.shape), dState)
    // STUB: // Back through the steps in the reverse of order(steps): `for (made, t) in order(steps).enumerated().reversed()`, where
    // STUB: // caches[made] belongs to step t. Keep dA for step t and dB beside statesBefore[made]; the gradients of the weights are
    // STUB: // then one product each. Where a mask says 0, dY counts nothing and the gradient by the state passes by untouched.
    // STUB: // stateGradients[t] is what the rule gets for h, dY[t] included.
    // STUB: _ = dState
    // STUB: dState = []
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// 1 where a step of an object counts, else 0, shape (steps, objects, 1).
  private func maskOfSteps(_ steps: Int, lengths: NDArray<Int>) -> NDArray<Element> {
    let times = NDArray.arange(steps).reshaped([steps, 1, 1])
    return which(times .< lengths.reshaped([1, lengths.count, 1]), 1, 0)
  }
}
