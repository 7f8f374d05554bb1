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
    // `rule.forward(a, b, state)` takes both projections. The cache: x and the h before, then what the rule returned.
    notImplemented()
  }

  public func stepBack(
    _ dState: [NDArray<Element>], _ cache: [NDArray<Element>]
  ) -> (dX: NDArray<Element>, dState: [NDArray<Element>]) {
    let (x, h) = (cache[0], cache[1])
    // `rule.backward(dState, Array(cache[2...]))` returns (dA, dB, the state's gradient as far as it does not go through b). Weights have
    // a row for each neuron here: dW = dAᵀ x.
    _ = (x, h)
    notImplemented()
  }
}
