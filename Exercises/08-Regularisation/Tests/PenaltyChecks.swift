import CourseKit
import GradedTests
import NDArray
import Optimisers
import Regularisation
import Testing

/// The layout of penalties.json.
private struct PenaltyReferences: Decodable {
  struct Values: Decodable { let W, b: NDArray<Double> }
  struct Case: Decodable {
    let strength: Double
    let start: Values
    let x, t, W, b: NDArray<Double>
  }
  let l1, l2: Case
}

@Suite(.graded) struct PenaltyChecks {
  @Test("the price of (2, −3, 0): λ·5 and ½λ·13") func penaltyValues() {
    let w: NDArray<Double> = [[2, -3, 0]]
    expectClose(Penalty.l1(0.1).value(w), 0.5, "L1 with λ = 0.1: λ(2 + 3 + 0)")
    expectClose(Penalty.l2(0.1).value(w), 0.65, "L2 with λ = 0.1: half of λ(4 + 9 + 0)")
    expectClose(Penalty.l2(3).value([-1000]), 1.5e6, "L2 of −1000 with λ = 3")
    let single: NDArray<Float> = [[2, -3, 0]]
    #expect(abs(Penalty.l1(0.1).value(single) - 0.5) < 1e-6, "L1 in Float")
    #expect(abs(Penalty.l2(0.1).value(single) - 0.65) < 1e-6, "L2 in Float")
  }

  @Test("one step: w = 2, g = 0.5, η = 0.1, λ = 0.01 → L2 1.948, L1 1.949") func penaltyStep() {
    for (penalty, expected) in [(Penalty.l2(0.01), 1.948), (.l1(0.01), 1.949)] {
      let w = Parameter<Double>("W", [[2]])
      w.accumulate([[0.5]])
      addGradients(of: [penalty], to: [w])
      Optimiser(GradientDescent(), [w], rate: 0.1).step()
      expectClose(w.value, NDArray([[expected]]), "w after a step with \(penalty)")
    }
  }

  @Test("the gradients are the slopes of the prices; at 0 the force of L1 is 0")
  func penaltyGradients() {
    var generator = Generator(seed: 10)
    let w = generator.standardNormal([3, 4])
    for penalty in [Penalty.l1(0.7), .l2(0.7)] {
      expectGradient(penalty.gradient(w), at: w, named: "the gradient of \(penalty)") {
        penalty.value($0)
      }
    }
    expectClose(Penalty.l1(0.2).gradient([-5, 0, 7]), [-0.2, 0, 0.2], "L1: λ·sign(w), 0 at w = 0")
    expectClose(Penalty.l2(0.2).gradient([-5, 0, 7]), [-1, 0, 1.4], "L2: λw")
    expectFloat(Penalty.l1(0.2).gradient([-5, 0, 7]), [-0.2, 0, 0.2], "the gradient of L1")
    expectFloat(Penalty.l2(0.2).gradient([-5, 0, 7]), [-1, 0, 1.4], "the gradient of L2")
  }

  @Test("matrices pay, biases do not; gradients are added, and frozen weights take none")
  func whoPays() {
    let w = Parameter<Double>("W", [[2, -4]])
    let b = Parameter<Double>("b", [100, 100])
    let gamma = Parameter<Double>("γ", [7, 7])
    let k = Parameter<Double>("K", [[[[3]]]])
    #expect(
      paying([w, b, gamma, k]).map(\.name) == ["W", "K"],
      "what has more than one axis pays, whatever it is called")
    let price = penalty([.l1(0.5), .l2(0.1)], on: [w, b, gamma, k])
    expectClose(
      price, 0.5 * 9 + 0.05 * 29, "both penalties on W and K: ½(2 + 4 + 3) + .05(4 + 16 + 9)")
    expectClose(penalty([], on: [w]), 0, "no penalty costs nothing")
    w.accumulate([[1, 1]])
    b.accumulate([1, 1])
    addGradients(of: [.l1(0.5), .l2(0.1)], to: [w, b, k])
    expectClose(w.gradient, [[1.7, 0.1]], "dW: 1 from before, 0.5·sign(w) and 0.1·w added")
    expectClose(b.gradient, [1, 1], "db as before: biases are spared")
    expectClose(k.gradient, [[[[0.8]]]], "dK of a kernel: 0.5 + 0.3")
    let frozen = Parameter<Double>("W", [[2]])
    frozen.isFrozen = true
    addGradients(of: [.l2(1)], to: [frozen])
    expectClose(frozen.gradient, [[0]], "a frozen weight takes no gradient")
  }

  @Test("ten steps like torch.optim.SGD: L2 is its weight_decay, L1 is not")
  func penaltiesAgainstPyTorch() throws {
    let references: PenaltyReferences = try reference("penalties.json")
    for (stored, penalty) in [
      (references.l1, Penalty.l1(references.l1.strength)),
      (references.l2, .l2(references.l2.strength)),
    ] {
      let w = Parameter("W", stored.start.W)
      let b = Parameter("b", stored.start.b)
      let optimiser = Optimiser(GradientDescent(), [w, b], rate: 0.1)
      for _ in 0..<10 {
        let dY = (stored.x.dot(w.value) + b.value - stored.t) / 4
        (w.gradient, b.gradient) = (stored.x.T.dot(dY), dY.sum(axis: 0))
        addGradients(of: [penalty], to: [w, b])
        optimiser.step()
      }
      expectClose(w.value, stored.W, "W after ten steps with \(penalty)")
      expectClose(b.value, stored.b, "b, which pays nothing")
    }
  }

  @Test("L2 and decoupled decay: the same for descent, not for Adam")
  func decayIsNotAPenaltyForAdam() {
    func after(_ rule: some UpdateRule, _ decay: Decay, _ penalties: [Penalty]) -> NDArray<Double> {
      let w = Parameter<Double>("W", [[2, -1]])
      let optimiser = Optimiser(rule, [w], rate: 0.1, decay: decay)
      for _ in 0..<3 {
        w.gradient = [[0.5, 30]]
        addGradients(of: penalties, to: [w])
        optimiser.step()
      }
      return w.value
    }
    expectClose(
      after(GradientDescent(), .none, [.l2(0.2)]), after(GradientDescent(), .decoupled(0.2), []),
      "three steps of descent: ½λ‖w‖² in the loss, or w(1 − ηλ) beside the rule")
    let adam = after(Adam(), .none, [.l2(0.2)])
    #expect(
      abs(adam - after(Adam(), .decoupled(0.2), [])).max() > 1e-3,
      "Adam divides the penalty's gradient by √r like any other, so it hardly decays")
  }
}
