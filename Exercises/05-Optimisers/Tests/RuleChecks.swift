import CourseKit
import GradedTests
import NDArray
import Optimisers
import Testing

@Suite(.graded) struct RuleChecks {
  @Test("gradient descent by hand") func descentByHand() {
    expectRavine(GradientDescent(), [0.95, 0.5], [0.9025, 0.25], [0.005920529, 0])
    expectRobust(GradientDescent())
  }

  @Test("momentum by hand: the second step is longer") func momentumByHand() {
    expectRavine(Momentum(), [0.95, 0.5], [0.8575, -0.2], [-0.004984623, 0.002890051])
    expectOtherNumbers(Momentum(alpha: 0.5), 0.8, 0.3)
    expectRobust(Momentum())
  }

  @Test("PyTorch's momentum, the same while the rate is constant") func torchMomentumByHand() {
    expectRavine(TorchMomentum(), [0.95, 0.5], [0.8575, -0.2], [-0.004984623, 0.002890051])
    expectOtherNumbers(TorchMomentum(alpha: 0.5), 0.8, 0.3)
    expectRobust(TorchMomentum())
  }

  @Test("when the rate changes, inside and outside differ") func momentumWithAnotherRate() {
    func twoSteps(_ rule: some UpdateRule) -> NDArray<Double> {
      var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([0], [[0]])
      rule.update(&w, [1], &memory, rate: 0.1, step: 1)
      rule.update(&w, [1], &memory, rate: 0.01, step: 2)
      return w
    }
    expectClose(
      twoSteps(Momentum()), [-0.2],
      "inside: −0.1, then −(0.9 · 0.1 + 0.01): the old step keeps its length")
    expectClose(
      twoSteps(TorchMomentum()), [-0.119],
      "outside: −0.1, then −0.01 · 1.9: the old gradient is scaled anew")
  }

  @Test("Nesterov takes the gradient ahead") func nesterovByHand() {
    let rule = Nesterov(alpha: 0.5)
    let ahead: NDArray<Double> = rule.lookAhead([3, 1], [[2, -4]])
    expectClose(ahead, [2, 3], "w − αh from w = (3, 1), h = (2, −4), α = 0.5")
    expectRavine(Nesterov(), [0.95, 0.5], [0.85975, 0.025], [-0.000391043, 0])
    expectOtherNumbers(rule, 0.8, 0.3)
    expectRobust(Nesterov())
    let (w, h): (NDArray<Double>, NDArray<Double>) = ([3, 1], [2, -4])
    expectEqual(Momentum().lookAhead(w, [h]), w, "momentum takes its gradient where it stands")
    expectEqual(TorchNesterov().lookAhead(w, [h]), w, "and so does PyTorch's Nesterov")
  }

  @Test("PyTorch's Nesterov walks where ours looks") func torchNesterovByHand() {
    expectRavine(TorchNesterov(), [0.905, 0.05], [0.778525, -0.4025])
    expectOtherNumbers(TorchNesterov(alpha: 0.5), 0.7, 0.05)
    expectRobust(TorchNesterov())
    var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([1, 1], [[0, 0]])
    let rule = Nesterov()
    let theirs = ravine(TorchNesterov(), steps: 3)
    for k in 0..<3 {
      rule.update(&w, rule.lookAhead(w, memory) * [1, 10], &memory, rate: 0.05, step: k + 1)
      expectClose(theirs[k], rule.lookAhead(w, memory), "the point ahead after step \(k + 1)")
    }
  }

  @Test("AdaGrad: every first step is η long") func adaGradByHand() {
    expectRavine(
      AdaGrad(), [0.950000005, 0.95], [0.915562534, 0.915562528], [0.275672829, 0.275672814])
    let first = 1 - 0.2 / (1 + 2)  // r = 4, then 20
    expectOtherNumbers(AdaGrad(delta: 1), first, first - 0.4 / (1 + 20.0.squareRoot()))
    expectRobust(AdaGrad())
  }

  @Test("AdaGrad with ε inside the root") func adaGradInsideByHand() {
    var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([0, 0], [[0, 0]])
    AdaGradInside(epsilon: 9).update(&w, [4, 0], &memory, rate: 1, step: 1)
    expectClose(w, [-0.8, 0], "g = 4, ε = 9: −4/√(16 + 9)")
    AdaGradInside(epsilon: 9).update(&w, [-3, 2], &memory, rate: 1, step: 2)
    expectClose(
      w, NDArray([-0.8 + 3 / 34.0.squareRoot(), -2 / 13.0.squareRoot()]), "then g = (−3, 2)")
    expectRobust(AdaGradInside())
  }

  @Test("RMSProp forgets") func rmsPropByHand() {
    expectRavine(
      RMSProp(), [0.841886908, 0.841886125], [0.736938718, 0.736937667], [0.018493825, 0.024478900])
    // r = 1, then 4.75
    expectOtherNumbers(RMSProp(rho: 0.75, delta: 3), 0.9, 0.9 - 0.4 / 7.75.squareRoot())
    expectRobust(RMSProp())
  }

  @Test("δ inside or outside: a factor of 30 where gradients are small") func deltaInsideOrOutside()
  {
    func step(_ rule: some UpdateRule) -> NDArray<Double> {
      var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([0], [[0]])
      rule.update(&w, [1e-4], &memory, rate: 0.05, step: 1)
      return w
    }
    expectClose(
      step(RMSProp(rho: 0.9, delta: 1e-6)), [-0.004997502], tolerance: 1e-9,
      "g = 10⁻⁴, δ = 10⁻⁶ inside")
    expectClose(
      step(TorchRMSProp(rho: 0.9, delta: 1e-6)), [-0.153267150], tolerance: 1e-9,
      "g = 10⁻⁴, δ = 10⁻⁶ outside")
    expectOtherNumbers(
      TorchRMSProp(rho: 0.75, delta: 3), 0.95, 0.95 - 0.4 / (3 + 4.75.squareRoot()))
    expectRobust(TorchRMSProp())
  }

  @Test("Adam by hand: both directions alike") func adamByHand() {
    expectRavine(
      Adam(), [0.95, 0.95], [0.900083244, 0.900083243], [-0.004211401, -0.004211400])
    expectRobust(Adam())
  }

  @Test("Adam remembers s and r as they are") func adamRemembers() {
    var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([1], [[0], [0]])
    let rule = Adam(rho1: 0.5, rho2: 0.75, delta: 0)
    rule.update(&w, [2], &memory, rate: 0.1, step: 1)
    expectClose(memory[0], [1], "s = 0.5 · 2, not its corrected form 2")
    expectClose(memory[1], [1], "r = 0.25 · 4, not its corrected form 4")
    expectClose(w, [0.9], "w after the first step, as long as η")
    rule.update(&w, [4], &memory, rate: 0.1, step: 2)
    // ŝ = 2.5/0.75, r̂ = 4.75/0.4375
    expectClose(
      w, NDArray([0.9 - 0.1 * (2.5 / 0.75) / (4.75 / 0.4375).squareRoot()]),
      "w after the second, with ρᵗ to the power t")
  }

  @Test("Adam without correction: the first step 3.16 times as long") func uncorrectedAdamByHand() {
    expectRavine(UncorrectedAdam(), [0.841886908, 0.841886125], [0.631134015, 0.631132635])
    // h = 1, then 2.5; G = 1, then 4.75
    expectOtherNumbers(
      UncorrectedAdam(beta1: 0.5, beta2: 0.75, epsilon: 3), 0.95,
      0.95 - 0.1 * 2.5 / 7.75.squareRoot())
    expectRobust(UncorrectedAdam())
  }

  @Test("a rule keeps nothing for itself") func rulesAreValues() {
    func twice(_ rule: some UpdateRule) {
      let (a, b) = (ravine(rule, steps: 3), ravine(rule, steps: 3))
      expectClose(b[2], a[2], tolerance: 0, "\(type(of: rule)): a second walk like the first")
    }
    twice(Momentum())
    twice(Nesterov())
    twice(AdaGrad())
    twice(RMSProp())
    twice(Adam())
  }
}
