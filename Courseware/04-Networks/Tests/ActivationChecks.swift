import GradedTests
import NDArray
import Networks
import Testing

/// Value and derivative of each function: numbers by hand, PyTorch's values, centred differences.
@Suite(.graded) struct ActivationChecks {
  @Test("step: 0 below zero, 1 from zero on; slope 0")
  func stepFunction() {
    let z: NDArray<Double> = [-2, -0.1, 0, 0.1, 3]
    expectClose(Activation.step.value(z), [0, 0, 1, 1, 1], "step(z)")
    expectClose(Activation.step.derivative(z), [0, 0, 0, 0, 0], "step'(z)")
    expectClose(Activation.step.value([-1000, 1000]), [0, 1], "step(±1000)")
    expectFloat(Activation.step.value([-1, 0, 1]), [0, 1, 1], "step(z)")
    expectFloat(Activation.step.derivative([-1, 0, 1]), [0, 0, 0], "step'(z)")
  }

  @Test("sigmoid: σ(−1.9) = .13, slope α enters value and derivative")
  func sigmoidFunction() throws {
    let z: NDArray<Double> = [-1.9, 0, 3.1]
    expectClose(Activation.sigmoid.value(z), [0.13, 0.5, 0.96], tolerance: 0.005, "σ(z)")
    let steepest: NDArray<Double> = Activation.sigmoid(slope: 3).derivative([0])
    expectClose(steepest, [0.75], "σ'(0) for the slope α = 3 is α/4")
    try check("sigmoid")
    try check("sigmoid-steep")
  }

  @Test("tanh: between −1 and 1, slope 1 at zero")
  func tanhFunction() throws {
    expectClose(Activation.hyperbolicTangent.derivative([0]), [1], "tanh'(0)")
    try check("tanh")
  }

  @Test("arctan: π/4 at 1, where its slope is 1/2")
  func arctanFunction() throws {
    expectClose(Activation.arctan.value([1]), NDArray([Double.pi / 4]), "arctan 1")
    expectClose(Activation.arctan.derivative([1]), [0.5], "the slope at 1")
    try check("arctan")
  }

  @Test("softsign: −2/3 at −2, where its slope is 1/9")
  func softsignFunction() throws {
    expectClose(Activation.softsign.value([-2]), NDArray([-2.0 / 3]), "softsign(−2)")
    expectClose(Activation.softsign.derivative([-2]), NDArray([1.0 / 9]), "the slope at −2")
    try check("softsign")
  }

  @Test("ISRU: z/√(1+αz²)")
  func isruFunction() throws {
    let unit = Activation.isru(alpha: 3)
    expectClose(unit.value([1]), [0.5], "ISRU of slope α = 3 at 1")
    expectClose(unit.derivative([1]), [0.125], "its slope at 1")
    try check("isru")
  }

  @Test("softplus: ln 2 at 0, and 1000 at 1000")
  func softplusFunction() throws {
    expectClose(Activation.softplus.value([0]), [0.6931471805599453], "softplus(0)")
    expectClose(Activation.softplus.derivative([0]), [0.5], "softplus'(0) = σ(0)")
    expectClose(
      Activation.softplus.value([12]), [12.000006144193478], "softplus(12) = 12 + ln(1 + e⁻¹²)")
    let small: NDArray<Double> = Activation.softplus.value([-40])
    expectClose(
      small * 1e17, [0.4248354255291589], tolerance: 1e-12,
      "softplus(−40), magnified: a small e beside 1 is lost in ln(1 + e), and log1p(e) keeps it")
    let slope: NDArray<Double> = Activation.softplus.derivative([-40])
    expectClose(
      slope * 1e17, [0.4248354255291589], tolerance: 1e-12, "σ(−40), its slope, magnified")
    try check("softplus")
  }

  @Test("ReLU: max(0, z)")
  func reluFunction() throws {
    let z: NDArray<Double> = [-2, -0.5, 0, 0.5, 2]
    expectClose(Activation.relu.value(z), [0, 0, 0, 0.5, 2], "ReLU(z)")
    expectClose(Activation.relu.derivative(z), [0, 0, 1, 1, 1], "ReLU'(z), 1 from zero on")
    try check("relu")
  }

  @Test("leaky ReLU: a hundredth of the negative side")
  func leakyReLUFunction() throws {
    let leaky = Activation.leakyReLU(slope: 0.01)
    expectClose(leaky.value([-2, 2]), [-0.02, 2], "leaky ReLU(z)")
    expectClose(leaky.derivative([-2, 2]), [0.01, 1], "leaky ReLU'(z)")
    let steep = Activation.leakyReLU(slope: 3)
    expectClose(steep.value([-2, 0, 2]), [-6, 0, 2], "for α = 3 > 1, where max(z, αz) is wrong")
    expectClose(steep.derivative([-2, 0, 2]), [3, 1, 1], "its slope; at 0 that of the right side")
    for slope in [0, -0.5] {
      let low = Activation.leakyReLU(slope: slope)
      expectClose(low.value([-2, 2]), NDArray([-2 * slope, 2]), "for α = \(slope)")
      expectClose(
        low.derivative([-2, 2]), NDArray([slope, 1]), "its slope for α = \(slope), by the sign of z"
      )
    }
    try check("leakyReLU")
  }

  @Test("ELU: α(e^z − 1) below zero")
  func eluFunction() throws {
    expectClose(Activation.elu(alpha: 2).value([-1000, 3]), [-2, 3], "ELU for α = 2")
    expectClose(Activation.elu(alpha: 2).derivative([-1000, 1000]), [0, 1], "ELU' for α = 2")
    let small: NDArray<Double> = Activation.elu(alpha: 2).value([-1e-12])
    expectClose(
      small * 1e12, [-2],
      "ELU for α = 2 at −10⁻¹², magnified: e^z − 1 has lost its digits, expm1(z) has them")
    try check("elu")
  }

  @Test("Mish: z·tanh(softplus z)")
  func mishFunction() throws {
    expectClose(Activation.mish.derivative([0]), [0.6], "Mish'(0) = tanh(ln 2)")
    try check("mish")
  }

  @Test("the brick: dZ = dA ⊙ f'(Z), taken at the input")
  func activationLayerGradients() {
    var generator = Generator(seed: 6)
    for activation in [Activation.sigmoid, .hyperbolicTangent, .mish, .elu(alpha: 1)] {
      let layer = Activate<Double>(activation)
      let z = generator.standardNormal([5, 3])
      #expect(layer.forward(z) == activation.value(z), "forward is f(Z)")
      let dA = generator.standardNormal([5, 3])
      let dZ = layer.backward(dA)
      let atOutput = dA * activation.derivative(activation.value(z))
      #expect(
        abs(dZ - atOutput).max() > 1e-9,
        "\(activation): f' was taken at the output f(Z); it belongs at the input Z")
      checkGradients(of: layer, at: z)
      checkStates(features: 3) { Activate<Double>(activation) }
      checkFloat(Activate<Float>(activation), like: layer, at: z)
    }
  }

  /// PyTorch's values and gradients, in Float too; −1000 and 1000, where exp overflows; and 0, where some have a kink.
  private func check(_ name: String) throws {
    let references: LayerReferences = try reference("layers.json")
    let stored = try #require(references.activations.first { $0.name == name })
    let activation = try #require(activations[name])
    let z = stored.x.array
    expectClose(activation.value(z), stored.y.array, "\(name): f(z)")
    let derivative = activation.derivative(z)
    expectClose(stored.dY.array * derivative, stored.dX.array, "\(name): dA ⊙ f'(z)")
    let single = z.asType(Float.self)
    expectFloat(activation.value(single), stored.y.array, "\(name): f(z)")
    expectFloat(activation.derivative(single), derivative, "\(name): f'(z)")

    let edge = try #require(Self.edges[name])
    let far: NDArray<Double> = [-1000, 1000]
    let why = "no exponential may overflow into NaN there"
    expectClose(activation.value(far), NDArray(edge.values), "\(name): f(±1000), \(why)")
    expectClose(activation.derivative(far), NDArray(edge.slopes), "\(name): f'(±1000), \(why)")
    if ["relu", "leakyReLU", "elu"].contains(name) {
      expectClose(activation.value([0]), [0], "\(name): f(0)")
      expectClose(
        activation.derivative([0]), [1], "\(name): f'(0); at a kink the slope of the right side")
    }
  }

  /// Values and slopes at −1000 and 1000.
  private static let edges: [String: (values: [Double], slopes: [Double])] = [
    "sigmoid": ([0, 1], [0, 0]), "sigmoid-steep": ([0, 1], [0, 0]), "tanh": ([-1, 1], [0, 0]),
    "arctan": ([-1.5697963271282298, 1.5697963271282298], [1 / 1_000_001, 1 / 1_000_001]),
    "softsign": ([-1000 / 1001, 1000 / 1001], [1 / 1_002_001, 1 / 1_002_001]),
    "isru": (
      [-1.1952277556005875, 1.1952277556005875], [1.7074657830497205e-09, 1.7074657830497205e-09]
    ),
    "softplus": ([0, 1000], [0, 1]), "relu": ([0, 1000], [0, 1]),
    "leakyReLU": ([-10, 1000], [0.01, 1]), "elu": ([-1.3, 1000], [0, 1]),
    "mish": ([0, 1000], [0, 1]),
  ]
}
