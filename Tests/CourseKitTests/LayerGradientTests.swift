import CourseKit
import Graphs
import NDArray
import Networks
import Testing

/// The gradient checker on every layer of units 04 and 06: right gradients pass, and each kind of wrong one is told by its name.
@Suite struct LayerGradientTests {
  /// A layer to check, and whether its dX depends on what was put in (a stale cache shows only then).
  private struct Subject {
    let name: String
    let layer: any Layer<Double>
    var isBent = true
  }

  private let x: NDArray<Double>
  private let objects = 7

  init() {
    var generator = Generator(seed: 61)
    x = generator.standardNormal([objects, 3])
  }

  private static func linear(_ inputs: Int, _ outputs: Int, seed: Int) -> Linear<Double> {
    var generator = Generator(seed: seed)
    return Linear(
      weight: generator.standardNormal([inputs, outputs]), bias: generator.standardNormal([outputs])
    )
  }

  /// New ones each time: a layer keeps what was put in last.
  private static func subjects() -> [Subject] {
    let activations: [Activation] = [
      .sigmoid(slope: 1.7), .hyperbolicTangent, .arctan, .softsign, .isru(alpha: 0.6), .softplus,
      .relu, .leakyReLU(slope: 0.2), .elu(alpha: 1.4), .mish,
    ]
    let randomised = RandomisedReLU<Double>(seed: 1)
    randomised.setTraining(false)
    let w = linear(3, 4, seed: 2)
    let hand: [Subject] =
      [
        Subject(name: "Linear", layer: linear(3, 4, seed: 1), isBent: false),
        Subject(name: "square Linear", layer: linear(3, 3, seed: 3), isBent: false),
        Subject(name: "ParametricReLU", layer: ParametricReLU<Double>(slope: 0.3)),
        Subject(name: "RandomisedReLU", layer: randomised),
        Subject(name: "identity", layer: Activate<Double>(.identity), isBent: false),
        Subject(
          name: "Sequential",
          layer: Sequential<Double>([
            linear(3, 4, seed: 4), Activate(.mish), linear(4, 4, seed: 5), Activate(.sigmoid),
            linear(4, 2, seed: 6),
          ])),
      ]
      + activations.map { Subject(name: "\($0)", layer: Activate<Double>($0)) }
    let graph: [Subject] =
      [
        Subject(
          name: "linear on a graph",
          layer: Differentiated<Double>([w.weight, w.bias]) { Graphs.linear($0, $1[0], $1[1]) },
          isBent: false),
        Subject(
          name: "parametric ReLU on a graph",
          layer: Differentiated<Double>([Parameter("α", [0.3])]) { parametricReLU($0, $1[0]) }),
        Subject(
          name: "standardised on a graph",
          layer: Differentiated<Double>([w.weight]) { x, p in
            let z = x.dot(p[0])
            let centred = z - z.mean(axis: 0)
            return centred / sqrt((centred * centred).mean(axis: 0) + 0.1)
          }),
      ]
      + activations.map { activation in
        Subject(
          name: "\(activation) on a graph",
          layer: Differentiated<Double>([]) { z, _ in activate(z, activation) })
      }
    return hand + graph
  }

  /// Checks the gradient of each parameter and of the input, after `spoil` has made of it what a mistake would.
  private func reports(
    _ layer: any Layer<Double>, spoil: (NDArray<Double>) -> NDArray<Double> = { $0 }
  ) -> [GradientReport] {
    let parameters = layer.parameters.map { parameter in
      let value = parameter.value
      defer { parameter.value = value }
      return checkGradient(named: "d\(parameter.name)", at: value, sizes: [objects]) {
        parameter.value = $0
        return layer.forward(x)
      } backward: { dY in
        layer.clearGradients()
        _ = layer.backward(dY)
        return spoil(parameter.gradient)
      }
    }
    let input = checkGradient(named: "dX", at: x) {
      layer.forward($0)
    } backward: { dY in
      spoil(layer.backward(dY))
    }
    return parameters + [input]
  }

  @Test func rightGradientsPass() {
    for subject in Self.subjects() + [Subject(name: "step", layer: Activate<Double>(.step))] {
      for report in reports(subject.layer) {
        #expect(report.passed && report.diagnosis == nil, "\(subject.name): \(report)")
      }
    }
  }

  @Test func signsAndFactorsAreNamed() {
    let mistakes: [(Double, GradientDiagnosis)] = [
      (-1, .wrongSign), (2, .doubled), (7, .missingMean(7)), (1.0 / 7, .extraMean(7)), (0, .zero),
    ]
    for subject in Self.subjects() {
      for (factor, diagnosis) in mistakes {
        for report in reports(subject.layer, spoil: { factor * $0 }) {
          #expect(
            !report.passed && report.diagnosis == diagnosis,
            "\(subject.name), times \(factor): \(report)")
        }
      }
    }
  }

  @Test func transposesAreNamed() {
    for subject in Self.subjects() {
      for report in reports(subject.layer, spoil: { $0.rank == 2 ? $0.T : $0 })
      where report.name == "dX" || report.name == "dW" {
        #expect(
          !report.passed && report.diagnosis == .transposed, "\(subject.name): \(report)")
      }
    }
  }

  @Test func staleCachesAreNamed() {
    for subject in Self.subjects() where subject.isBent {
      var first: NDArray<Double>?
      let report = checkGradient(named: "dX", at: x) {
        first = first ?? $0
        return subject.layer.forward($0)
      } backward: { dY in
        _ = subject.layer.forward(first!)
        return subject.layer.backward(dY)
      }
      #expect(!report.passed && report.diagnosis == .staleCache, "\(subject.name): \(report)")
    }
  }

  @Test func missingSumsAreNamed() {
    let layer = Self.linear(3, 4, seed: 1)
    let bias = checkGradient(named: "db", at: layer.bias.value) {
      layer.bias.value = $0
      return layer.forward(x)
    } backward: {
      $0
    }
    #expect(bias.diagnosis == .notReduced(axes: [0]), "\(bias)")
    let bent = ParametricReLU<Double>(slope: 0.3)
    let slope = checkGradient(named: "dα", at: bent.slope.value) {
      bent.slope.value = $0
      return bent.forward(x)
    } backward: {
      which(x .< 0, x * $0, 0)
    }
    #expect(slope.diagnosis == .notReduced(axes: [0, 1]), "\(slope)")
    for (shape, axes) in [([3], [0]), ([1, 3], [0]), ([7, 1], [1]), ([1, 1], [0, 1])] {
      let point = 0.5 + NDArray<Double>.ones(shape)
      let operation = ArrayOperation<Double>.multiply
      let report = checkGradient(named: "factor", at: point) {
        operation.forward([x, $0])
      } backward: {
        $0 * x
      }
      #expect(report.diagnosis == .notReduced(axes: axes), "\(shape): \(report)")
    }
  }

  @Test func mistakesInLossesAreNamed() {
    let labels: NDArray<Int> = [0, 2, 1, 1, 0, 2, 2]
    let target = x * 0.3 + 1
    let losses: [(String, (NDArray<Double>) -> (Double, NDArray<Double>))] = [
      (
        "SoftmaxCrossEntropy",
        { z in
          let loss = SoftmaxCrossEntropy<Double>()
          return (loss.forward(z, labels), loss.backward())
        }
      ),
      (
        "SquaredError",
        { y in
          let loss = SquaredError<Double>()
          return (loss.forward(y, target), loss.backward())
        }
      ),
      ("cross-entropy on a graph", { z in onGraph(z) { softmaxCrossEntropy($0, labels) } }),
      ("squared error on a graph", { y in onGraph(y) { squaredError($0, target) } }),
    ]
    let mistakes: [((NDArray<Double>) -> NDArray<Double>, GradientDiagnosis?)] = [
      ({ $0 }, nil), ({ -$0 }, .wrongSign), ({ 7 * $0 }, .missingMean(7)),
      ({ $0 / 7 }, .extraMean(7)), ({ $0.T }, .transposed),
    ]
    for (name, loss) in losses {
      for (spoil, diagnosis) in mistakes {
        let report = checkGradient(named: "dX", spoil(loss(x).1), at: x) { loss($0).0 }
        #expect(
          report.diagnosis == diagnosis && report.passed == (diagnosis == nil), "\(name): \(report)"
        )
      }
    }
  }

  @Test func oneWrongElementInTenThousandIsFound() {
    let layer = Self.linear(100, 100, seed: 8)
    var generator = Generator(seed: 9)
    let x = generator.standardNormal([objects, 100])
    func check(_ spoil: (inout NDArray<Double>) -> Void) -> GradientReport {
      let value = layer.weight.value
      defer { layer.weight.value = value }
      return checkGradient(named: "dW", at: value) {
        layer.weight.value = $0
        return layer.forward(x)
      } backward: { dY in
        layer.clearGradients()
        _ = layer.backward(dY)
        var gradient = layer.weight.gradient
        spoil(&gradient)
        return gradient
      }
    }
    #expect(check { _ in }.passed)
    for (row, column) in [(0, 0), (37, 61), (99, 99)] {
      let report = check { $0[row, column] += 0.01 }
      #expect(!report.passed && report.wrong == 1, "\(report)")
      #expect(report.worst?.index == [row, column] && report.diagnosis == .oneElement, "\(report)")
    }
    let zero = check { $0[64, 3] = 0 }
    #expect(zero.wrong == 1 && zero.diagnosis == .partlyZero, "\(zero)")
    let flipped = check { $0[5, 95] = -$0[5, 95] }
    #expect(flipped.wrong == 1 && flipped.worst?.index == [5, 95], "\(flipped)")
    let lost = check { $0[50, 50] = NDArray(Double.nan) }
    #expect(!lost.passed && lost.diagnosis == .notFinite, "\(lost)")
  }
}

/// The value of a loss on a graph, and its gradient.
private func onGraph(
  _ x: NDArray<Double>, _ loss: (ArrayVariable<Double>) -> ArrayVariable<Double>
) -> (Double, NDArray<Double>) {
  let tape = Tape<ArrayOperation<Double>>()
  let leaf = tape.leaf("X", x)
  let output = loss(leaf)
  output.backward()
  return (output.value.scalar, leaf.gradient)
}
