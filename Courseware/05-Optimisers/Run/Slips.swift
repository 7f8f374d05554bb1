import CourseKit
import Foundation
import NDArray
import Optimisers

/// The neural-systems lecture's Adam as it is printed, slip by slip, and what each costs.
private struct PrintedAdam: UpdateRule {
  enum Slip { case noExponent, overwriting, sumUnderTheRoot }
  let slip: Slip
  var memories: Int { 2 }

  func update<Element: NDFloat>(
    _ w: inout NDArray<Element>, _ g: NDArray<Element>, _ memory: inout [NDArray<Element>],
    rate: Element, step: Int
  ) {
    let t = slip == .noExponent ? 1.0 : Double(step)
    memory[0] = 0.9 * memory[0] + 0.1 * g
    memory[1] = 0.999 * memory[1] + 0.001 * g * g
    let s = memory[0] / Element(1 - pow(0.9, t))
    let r = memory[1] / Element(1 - pow(0.999, t))
    if slip == .overwriting { memory = [s, r] }
    let root = slip == .sumUnderTheRoot ? sqrt(abs(s + r)) : sqrt(r) + Element(1e-8)
    w -= rate * s / root
  }
}

/// Where the lectures' formulas slip, or differ from PyTorch's, and by how much.
func slips() {
  section("What the slips cost: Adam, second step in the ravine, η = 0.05")
  func second(_ name: String, _ rule: some UpdateRule) {
    let path = Surface.ravine.path(of: rule, from: [1, 1], rate: 0.05, steps: 100)
    print("\(name.padding(34)) \(path[2].point().padding(27)) after 100: \(path[100].point(4))")
  }
  second("as published", Adam())
  second("1 − ρ for 1 − ρᵗ", PrintedAdam(slip: .noExponent))
  second("corrected s, r kept for the next", PrintedAdam(slip: .overwriting))
  second("√(s + r) for √r + δ", PrintedAdam(slip: .sumUnderTheRoot))
  second("no correction (foundations)", UncorrectedAdam())

  print("\nThe first step with g = 10⁻⁴, η = 0.05, δ = 10⁻⁶")
  for (name, rule) in [
    ("inside the root", RMSProp(rho: 0.9, delta: 1e-6) as any UpdateRule),
    ("outside", TorchRMSProp(rho: 0.9, delta: 1e-6)),
  ] {
    var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([0], [[0]])
    rule.update(&w, [1e-4], &memory, rate: 0.05, step: 1)
    print("  RMSProp, δ \(name.padding(16)) \((w[0] as Double).text(9))")
  }
  print("\nMomentum, g = 1 twice, η = 0.1 and then 0.01")
  for (name, rule) in [("inside", Momentum() as any UpdateRule), ("outside", TorchMomentum())] {
    var (w, memory): (NDArray<Double>, [NDArray<Double>]) = ([0], [[0]])
    rule.update(&w, [1], &memory, rate: 0.1, step: 1)
    rule.update(&w, [1], &memory, rate: 0.01, step: 2)
    print("  η \(name.padding(8)) \((w[0] as Double).text(3))")
  }
}
