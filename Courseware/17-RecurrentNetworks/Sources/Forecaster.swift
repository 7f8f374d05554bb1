import CourseKit
import NDArray
import Networks

/// The network of the lecture's laboratory: a recurrent network over a window of a series, dropout, one number out.
///
/// With an LSTM of 16, two layers and both directions it has the slide's parameters, from `weight_ih_l0` (64, 1) to `fc.weight`
/// (1, 32), 8,865 numbers. Both directions read a window that has *passed*: the answer is not in it.
public final class Forecaster<Element: NDFloat>: Module {
  public let lstm: Recurrent<Element>
  public let fc: Linear<Element>
  /// The share of numbers that dropout makes 0 in training.
  public let rate: Double
  private var isTraining = true
  private var generator: Generator
  /// What dropout multiplied by in the last `forward`, and the outputs' shape.
  private var cache: (factors: NDArray<Element>?, shape: [Int]) = (nil, [])

  public init(
    _ rule: any CellRule = LSTMCell(), width: Int = 16, layers: Int = 2,
    isBidirectional: Bool = true, dropout rate: Double = 0.2, using generator: inout Generator
  ) {
    lstm = Recurrent(
      rule, inputs: 1, width: width, layers: layers, isBidirectional: isBidirectional,
      using: &generator)
    fc = Linear((isBidirectional ? 2 : 1) * width, 1, .xavier, using: &generator)
    self.rate = rate
    self.generator = generator.spawn(1)[0]
  }

  public func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }

  /// `x` (steps, objects, 1) → one number for each object, (objects, 1), from the outputs of the last step.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let (outputs, _) = lstm.forward(x)
    var last = outputs[-1]
    var factors: NDArray<Element>?
    if isTraining {
      let kept = which(generator.random(last.shape) .>= rate, 1 / (1 - rate), 0)
      factors = kept.asType(Element.self)
      last = last * factors!
    }
    cache = (factors, outputs.shape)
    return fc.forward(last)
    // STUB: // In training each number of outputs[-1] is 0 where `generator.random(shape) .< rate`, and else 1/(1 − rate) times as
    // STUB: // large, so that its mean stays; in use it is what it is. Keep the factors and the shape in `cache`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradient by the forecasts (objects, 1) to all parameters and the window (steps, objects, 1).
  @discardableResult
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    var dLast = fc.backward(dY)
    if let factors = cache.factors { dLast = dLast * factors }
    var dOutputs = NDArray<Element>.zeros(cache.shape)
    dOutputs[-1] = dLast
    return lstm.backward(dOutputs).dX
    // END SOLUTION
  }
}

/// The lecture's series: $y = \sin(x/50) - \sin(x/200) + (2x/n)^2 + \text{noise}$, x = 0 … n − 1, the noise standard normal.
public func lectureSeries(_ count: Int, using generator: inout Generator) -> NDArray<Double> {
  // BEGIN SOLUTION
  let x = NDArray.arange(Double(count))
  let trend = square(2 * x / Double(count))
  return sin(x / 50) - sin(x / 200) + trend + generator.standardNormal([count])
  // END SOLUTION
}

/// Windows of a series and the number behind each, all less the window's own mean: a level that was never seen in training is
/// then none.
///
/// - Returns: `x` (steps, n, 1), the targets (n, 1) and the means (n, 1), which a forecast gets back.
public func forecastWindows(
  _ series: NDArray<Double>, steps: Int
) -> (x: NDArray<Double>, y: NDArray<Double>, means: NDArray<Double>) {
  precondition(
    series.count > steps,
    "forecastWindows: \(series.count) numbers hold no window of \(steps) with a number behind it")
  // BEGIN SOLUTION
  let rows = series[..<(-1)].slidingWindows(of: steps)
  let means = rows.mean(axis: 1, keepDims: true)
  let targets = series[steps...].reshaped([-1, 1])
  let x = (rows - means).T.reshaped([steps, rows.shape[0], 1])
  return (x, targets - means, means)
  // STUB: // `series.slidingWindows(of: steps)` has a window a row; time is the first axis of what a layer reads.
  // STUB: notImplemented()
  // END SOLUTION
}
