import CourseKit
import GradedTests
import NDArray
import Optimisers
import Testing

@Suite(.graded) struct OptimiserChecks {
  private func expect(
    _ name: String, _ rule: some UpdateRule, decay: Decay = .none,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let stored = try OptimiserReferences.load()
    let optimiser = Optimiser(rule, stored.parameters(), rate: 0.03, decay: decay)
    try stored.expect(name, optimiser, sourceLocation: sourceLocation)
  }

  @Test("a hundred steps like torch.optim.SGD") func descentAgainstPyTorch() throws {
    try expect("descent", GradientDescent())
  }

  @Test("momentum: the lecture's and torch.optim.SGD's") func momentumAgainstPyTorch() throws {
    try expect("momentum", Momentum())
    try expect("torchMomentum", TorchMomentum())
  }

  @Test("momentum with a falling rate like torch.optim.SGD") func fallingRateAgainstPyTorch() throws
  {
    let stored = try OptimiserReferences.load()
    let optimiser = Optimiser(TorchMomentum(), stored.parameters(), rate: 1)
    try stored.expect("torchMomentumFalling", optimiser) { optimiser.rate = stored.falling[$0] }
  }

  @Test("a hundred steps like torch.optim.SGD with nesterov") func nesterovAgainstPyTorch() throws {
    try expect("torchNesterov", TorchNesterov(alpha: 0.8))
  }

  @Test("a hundred steps like torch.optim.Adagrad, and like the lecture's")
  func adaGradAgainstPyTorch() throws {
    try expect("adaGrad", AdaGrad())
    try expect("adaGradInside", AdaGradInside())
  }

  @Test("a hundred steps like torch.optim.RMSprop, and like the lectures'")
  func rmsPropAgainstPyTorch() throws {
    try expect("torchRMSProp", TorchRMSProp())
    try expect("rmsProp", RMSProp())
  }

  @Test("a hundred steps like torch.optim.Adam") func adamAgainstPyTorch() throws {
    try expect("adam", Adam())
    try expect("adamOther", Adam(rho1: 0.7, rho2: 0.95, delta: 1e-3))
    try expect("adamUncorrected", UncorrectedAdam())
  }

  @Test("a penalty goes through the rule: SGD and Adam with weight_decay")
  func penaltyAgainstPyTorch() throws {
    try expect("descentPenalty", GradientDescent(), decay: .penalty(0.2))
    try expect("adamPenalty", Adam(), decay: .penalty(0.2))
  }

  @Test("decoupled decay goes beside it: torch.optim.AdamW") func decoupledAgainstPyTorch() throws {
    try expect("adamW", Adam(), decay: .decoupled(0.2))
  }

  @Test("biases can be spared from decay") func decayOfSomeParameters() throws {
    let stored = try OptimiserReferences.load()
    let optimiser = Optimiser(
      Adam(), stored.parameters(), rate: 0.03, decay: .decoupled(0.2), decays: { $0.value.rank > 1 }
    )
    try stored.expect("adamWSparingBiases", optimiser)
    let (w, b) = (Parameter<Double>("W", [[2]]), Parameter<Double>("b", [2]))
    Optimiser(
      GradientDescent(), [w, b], rate: 0.1, decay: .penalty(0.5), decays: { $0.value.rank > 1 }
    ).step()
    expectClose(w.value, [[1.9]], "W without a gradient, with a penalty: 2 − 0.1 · 0.5 · 2")
    expectClose(b.value, [2], "b, which `decays` spares from the penalty")
  }

  @Test("decay by hand") func decayByHand() {
    func after(_ decay: Decay, _ rule: some UpdateRule = GradientDescent()) -> NDArray<Double> {
      let w = Parameter<Double>("w", [2, -4])
      let optimiser = Optimiser(rule, [w], rate: 0.1, decay: decay)
      w.gradient = [0.5, 0.5]
      optimiser.step()
      expectEqual(w.gradient, [0.5, 0.5], "the gradient after step(): as it was, without λw")
      return w.value
    }
    expectClose(after(.none), [1.95, -4.05], "no decay")
    expectClose(after(.penalty(0.01)), [1.948, -4.046], "w − 0.1(0.5 + 0.01 w)")
    expectClose(after(.decoupled(0.01)), [1.948, -4.046], "the same with plain descent")
    expectClose(
      after(.penalty(0.3), Adam(delta: 0)), [1.9, -3.9],
      "Adam with a penalty: g = (1.1, −0.7), and only the signs are left of it")
    expectClose(
      after(.decoupled(0.3), Adam(delta: 0)), [1.84, -3.98],
      "AdamW: 0.97 w, then 0.1 against the sign of g")
  }

  @Test("what is frozen stays, remembers nothing and does not decay") func frozenParametersStay() {
    let (a, b) = (Parameter<Double>("a", [1, 1]), Parameter<Double>("b", [[5]]))
    let optimiser = Optimiser(Adam(), [a, b], rate: 0.1, decay: .decoupled(0.5))
    b.isFrozen = true
    for _ in 0..<3 {
      (a.gradient, b.gradient) = ([1, -1], [[2]])
      optimiser.step()
    }
    expectEqual(b.value, [[5]], "the frozen parameter")
    expectEqual(optimiser.memory[1][0], [[0]], "what is remembered of it")
    expectEqual(NDArray(optimiser.steps), [3, 0], "the steps of each")
    b.isFrozen = false
    (a.gradient, b.gradient) = ([1, -1], [[2]])
    optimiser.step()
    expectClose(
      b.value, [[4.65]], tolerance: 1e-7, "its first step is a first step: t = 1")
  }

  @Test("each parameter has its own memory") func memoryOfEachParameter() {
    let (a, b) = (Parameter<Double>("a", [0]), Parameter<Double>("b", [0, 0]))
    let optimiser = Optimiser(Momentum(alpha: 0.5), [a, b], rate: 1)
    for _ in 0..<2 {
      (a.gradient, b.gradient) = ([1], [2, -2])
      optimiser.step()
    }
    expectClose(a.value, [-2.5], "a: −1, then −1.5")
    expectClose(b.value, [-5, 5], "b: −2, then −3")
    expectClose(optimiser.memory[0][0], [1.5], "h of a")
    expectClose(optimiser.memory[1][0], [3, -3], "h of b")
  }

  @Test("the gradient is taken ahead, and the step from where it was") func stepsTakenAhead() {
    let (w, v) = (Parameter<Double>("w", [1, 1]), Parameter<Double>("v", [2]))
    let optimiser = Optimiser(Nesterov(), [w, v], rate: 0.05)
    var seen: [NDArray<Double>] = []
    for _ in 0..<2 {
      optimiser.step {
        seen += [w.value, v.value]
        for parameter in optimiser.parameters { parameter.clearGradient() }
        w.accumulate(w.value * [1, 10])
        v.accumulate(v.value)
      }
    }
    expectClose(seen[0], [1, 1], "where the first gradient is taken: nothing is remembered yet")
    expectClose(seen[2], [0.905, 0.05], "where the second is taken: w − 0.9h")
    expectClose(seen[3], [1.81], "the second parameter looks ahead as well: 2 − 0.1 − 0.9 · 0.1")
    expectClose(w.value, [0.85975, 0.025], "w after two steps")
    expectClose(v.value, [1.7195], "and the second parameter after two: twice as far as w's first")
  }

  @Test("a step without a look ahead leaves the point where it is meanwhile")
  func plainStepsInAClosure() {
    let (w, frozen) = (Parameter<Double>("w", [4]), Parameter<Double>("f", [7]))
    frozen.isFrozen = true
    let optimiser = Optimiser(Nesterov(), [w, frozen], rate: 0.5)
    optimiser.step {
      expectEqual(w.value, [4], "w while the gradient is taken")
      w.gradient = [2]
    }
    optimiser.step {
      expectEqual(frozen.value, [7], "a frozen parameter does not look ahead either")
      w.gradient = [0]
    }
    expectClose(w.value, [2.1], "4 − 1, then − 0.9 · 1")
    w.isFrozen = true
    optimiser.step {
      expectClose(w.value, [2.1], "w, frozen after two steps: what it remembers moves it no more")
    }
    expectClose(w.value, [2.1], "w after a step in which it is frozen")
  }
}
