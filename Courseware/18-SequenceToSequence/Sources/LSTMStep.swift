import CourseKit
import NDArray
import RecurrentNetworks

/// One step of unit 17's LSTM, for a decoder whose next input depends on its last output. `torch.nn.LSTMCell`, its two biases as one.
public final class LSTMStep<Element: NDFloat>: StepCell {
  /// W (4 · width, inputs), U (4 · width, width), b (4 · width), blocks in the order i f g o.
  public let inputWeight, stateWeight, bias: Parameter<Element>
  private let rule = LSTMCell()

  public init(W: NDArray<Element>, U: NDArray<Element>, b: NDArray<Element>) {
    inputWeight = Parameter("W", W)
    stateWeight = Parameter("U", U)
    bias = Parameter("b", b)
  }

  /// PyTorch's beginning: all numbers uniform in ±1/√width.
  public convenience init(_ inputs: Int, _ width: Int, using generator: inout Generator) {
    let bound = 1 / Double(width).squareRoot()
    func draw(_ shape: [Int]) -> NDArray<Element> {
      generator.uniform(-bound, bound, shape: shape).asType(Element.self)
    }
    self.init(W: draw([4 * width, inputs]), U: draw([4 * width, width]), b: draw([4 * width]))
  }

  public func start(_ objects: Int) -> [NDArray<Element>] {
    let zeros = NDArray<Element>.zeros([objects, stateWeight.value.shape[1]])
    return [zeros, zeros]
  }

  public func step(
    _ x: NDArray<Element>, _ state: [NDArray<Element>]
  ) -> (state: [NDArray<Element>], cache: [NDArray<Element>]) {
    // BEGIN SOLUTION
    let a = x.dot(inputWeight.value.T) + bias.value
    let (next, cache) = rule.forward(a, state[0].dot(stateWeight.value.T), state)
    return (next, [x, state[0]] + cache)
    // STUB: // `rule.forward(a, b, state)` takes both projections. The cache: x and the h before, then what the rule returned.
    // STUB: notImplemented()
    // END SOLUTION
  }

  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, h) = (cache[0], cache[1])
    // BEGIN SOLUTION
    let (dA, dB, before) = rule.backward(dState, Array(cache[2...]))
    inputWeight.accumulate(dA.T.dot(x))
    stateWeight.accumulate(dB.T.dot(h))
    bias.accumulate(dA.sum(axis: 0))
    return (dA.dot(inputWeight.value), [before[0] + dB.dot(stateWeight.value), before[1]])
    // STUB: // `rule.backward(dState, Array(cache[2...]))` returns (dA, dB, the state's gradient as far as it does not go through b). Weights have
    // STUB: // a row for each neuron here: dW = dAᵀ x.
    // STUB: _ = (x, h)
    // STUB: notImplemented()
    // END SOLUTION
  }
}
