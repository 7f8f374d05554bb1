import CourseKit
import Foundation
import GradedTests
import NDArray
import RecurrentNetworks
import Testing

@Suite(.graded) struct GateChecks {
  private let W: NDArray<Double> = [[0.5], [0.4], [1], [0.3]]
  private let U: NDArray<Double> = [[0.2], [0.1], [-0.5], [0.6]]
  private let b: NDArray<Double> = [0, 1, 0.2, -0.1]

  @Test("an LSTM's step by hand, gate by gate") func lstmByHand() {
    let (state, cache) = LSTMCell().forward(
      W.T + b, 0.5 * U.T, [NDArray([[0.5]]), NDArray([[-1.0]])])
    for (k, (name, value)) in [
      ("i = σ(0.5·1 + 0.2·0.5 + 0)", 0.645656), ("f = σ(0.4 + 0.05 + 1)", 0.809998),
      ("g = tanh(1 − 0.25 + 0.2)", 0.739783), ("o = σ(0.3 + 0.3 − 0.1)", 0.622459),
    ].enumerated() {
      expectNumber(cache[k], value, name)
    }
    expectNumber(state[1], -0.332353, "c = f·(−1) + i·g")
    expectNumber(state[0], -0.199581, "h = o·tanh c")
  }

  @Test("the LSTM's step back by hand") func lstmBackByHand() {
    func back(_ dC: Double) -> (
      dX: NDArray<Double>, dH: NDArray<Double>, dC: NDArray<Double>, dZ: NDArray<Double>
    ) {
      let rule = LSTMCell()
      let (_, cache) = rule.forward(W.T + b, 0.5 * U.T, [NDArray([[0.5]]), NDArray([[-1.0]])])
      let (dA, dB, dState) = rule.backward([NDArray([[1.0]]), NDArray([[dC]])], cache)
      return (dA.dot(W), dState[0] + dB.dot(U), dState[1], dA)
    }
    let first = back(0)
    expectNumber(first.dX, 0.153517, "dx for dh = 1")
    expectNumber(first.dH, -0.116521, "dh₀ for dh = 1")
    expectNumber(first.dC, 0.452357, "dc₀ for dh = 1")
    expectClose(
      first.dZ, [[0.0945209, -0.0859486, 0.163241, -0.0753500]], tolerance: 1e-6,
      "db of i, f, g, o for dh = 1")
    let second = back(0.5)
    expectNumber(second.dX, 0.311201, "dx for dh = 1 and dc = 0.5")
    expectNumber(second.dC, 0.857357, "dc₀ for dh = 1 and dc = 0.5")
  }

  @Test("the lecture's peepholes by hand: f 0.785835, i 0.574443, o 0.401312")
  func lecturePeepholeByHand() {
    let u = U[NDArray([0, 1, 3])]
    let cell = LecturePeephole(W: W, U: u, b: b)
    let (state, cache) = cell.step([[1]], [[[0.5]], [[-1]]])
    expectNumber(cache[2], 0.574443, "i = σ(0.5 + 0.2·(−1) + 0): the gates see c₀, not h₀")
    expectNumber(cache[3], 0.785835, "f = σ(0.4 + 0.1·(−1) + 1)")
    expectNumber(cache[5], 0.401312, "o = σ(0.3 + 0.6·(−1) − 0.1)")
    expectNumber(state[1], -0.306948, "c")
    expectNumber(state[0], -0.119454, "h")
    let new = LecturePeephole(W: W, U: u, b: b, seesNewCell: true)
    let (after, seen) = new.step([[1]], [[[0.5]], [[-1]]])
    expectNumber(seen[5], 0.503958, "o of the cell that is new, σ(0.3 + 0.6·c − 0.1)")
    expectNumber(after[0], -0.150007, "h with that o")
  }

  @Test("agrees with PyTorch's gradients of the lecture's peepholes")
  func lecturePeepholeAgainstPyTorch() throws {
    let old = try CellCase.load("lecturePeephole")
    old.expect(LecturePeephole(W: old["W"], U: old["U"], b: old["b"]), "o sees the old c")
    let new = try CellCase.load("lecturePeepholeNew")
    new.expect(
      LecturePeephole(W: new["W"], U: new["U"], b: new["b"], seesNewCell: true), "o sees the new c")
  }

  @Test("agrees with PyTorch's gradients of Gers's peepholes") func peepholeAgainstPyTorch() throws
  {
    let s = try CellCase.load("peephole")
    s.expect(Peephole(W: s["W"], U: s["U"], P: s["P"], b: s["b"]), "Gers's LSTM")
  }

  @Test("without peepholes it is PyTorch's LSTM") func closedPeepholesAreAnLSTM() {
    var generator = Generator(seed: 2)
    let layer = randomLayer(LSTMCell(), 2, 3)
    let cell = Peephole(
      W: layer.inputWeight.value, U: layer.stateWeight.value, P: NDArray.zeros([3, 3]),
      b: layer.inputBias.value + layer.stateBias.value)
    let x = generator.standardNormal([4, 5, 2])
    let (y, last) = Unrolled<Double>(cell).forward(x)
    let (expected, state) = layer.forward(x)
    expectClose(y, expected, "h of Gers's cell with P = 0, and of LSTMCell")
    expectClose(last[1], state[1], "c of both")
  }

  @Test("both printed GRUs by hand") func printedGRUsByHand() {
    let (W, U): (NDArray<Double>, NDArray<Double>) = ([[0.5], [0.4], [1]], [[0.2], [0.1], [-0.5]])
    for (form, h, dH) in [
      (PrintedGRU<Double>.Form.new, 0.668221, 0.254980), (.old, 0.592322, 0.572660),
    ] {
      let cell = PrintedGRU(form, W: W, U: U, b: [0, 1, 0.2])
      let (state, cache) = cell.step([[1]], [[[0.5]]])
      expectNumber(cache[2], 0.645656, "z = σ(0.5 + 0.1)")
      expectNumber(cache[3], 0.809998, "r = σ(0.4 + 0.05 + 1)")
      expectNumber(cache[4], 0.760542, "the candidate, tanh(1 − 0.5·(r·0.5) + 0.2)")
      expectNumber(state[0], h, "h of the form \(form)")
      expectNumber(cell.stepBack([[[1]]], cache).dState[0], dH, "dh₀ of the form \(form)")
    }
  }

  @Test("agrees with PyTorch's gradients of both printed GRUs") func printedGRUsAgainstPyTorch()
    throws
  {
    for (name, form) in [("gruNew", PrintedGRU<Double>.Form.new), ("gruOld", .old)] {
      let s = try CellCase.load(name)
      s.expect(PrintedGRU(form, W: s["W"], U: s["U"], b: s["b"]), "the GRU of the form \(form)")
    }
  }

  @Test("the two forms are one with z and 1 − z") func formsAreMirrored() throws {
    let s = try CellCase.load("gruNew")
    var (W, U, b) = (s["W"], s["U"], s["b"])
    W[0..<3] = -W[0..<3]
    U[0..<3] = -U[0..<3]
    b[0..<3] = -b[0..<3]
    let (y, _) = Unrolled<Double>(PrintedGRU(.old, W: W, U: U, b: b)).forward(s.x, from: s.start)
    expectClose(y, s.y, "σ(−a) = 1 − σ(a): the second form with the weights of z negated")
  }

  @Test("PyTorch's GRU resets after the product") func gruByHand() {
    let rule = GRUCell()
    // r z n; b_in = 0.2, b_hn = 0.3
    let a: NDArray<Double> = [[1.4, 0.5, 1.2]]
    let b: NDArray<Double> = [[0.05, 0.1, 0.05]]  // 0.5·U, and −0.25 + 0.3
    let (state, cache) = rule.forward(a, b, [[[0.5]]])
    expectNumber(cache[2], 0.845598, "n = tanh(1.2 + r·(−0.25 + 0.3))")
    expectNumber(state[0], 0.622461, "h = (1 − z)·n + z·0.5")

    let swap: NDArray<Double> = [[0, 1], [2, 0]]
    let h: NDArray<Double> = [[1, 3]]
    let open: NDArray<Double> = [[0, 40, -40, -40, 0, 0]]
    let product = concatenated([NDArray<Double>.zeros([1, 4]), h.dot(swap.T)], axis: 1)
    let after = rule.forward(open, product, [h]).state[0]
    expectClose(after, tanh([[1.5, 2]]), "r ⊙ (Uh) = (1.5, 2) for r = (½, 1), h = (1, 3)")
    let printed = PrintedGRU<Double>(
      .new, W: NDArray.zeros([6, 1]),
      U: concatenated([NDArray<Double>.zeros([4, 2]), swap]), b: [40, 40, 0, 40, 0, 0])
    let before = printed.step([[0]], [h]).state[0]
    expectClose(before, tanh([[3, 1]]), "U(r ⊙ h) = (3, 1) in the lecture's form")
  }

  @Test("gates at ±1000 and in Float") func rulesAtTheEdges() {
    let rules: [any CellRule] = [TanhCell(), LSTMCell(), GRUCell()]
    for rule in rules {
      let name = "\(type(of: rule))"
      for edge in [1000.0, -1000] {
        let a = NDArray<Double>.full([1, 2 * rule.gates], edge)
        let state = (0..<rule.states).map { _ in NDArray<Double>([[0.5, -3]]) }
        let (next, cache) = rule.forward(a, a, state)
        let (dA, dB, dState) = rule.backward(next.map { $0 * 0 + 1 }, cache)
        for array in next + [dA, dB] + dState {
          #expect(isFinite(array).all(), "\(name) at \(edge): every number is finite, got \(array)")
        }
      }
      var generator = Generator(seed: 3)
      let a = generator.standardNormal([3, 2 * rule.gates])
      let state = (0..<rule.states).map { _ in generator.standardNormal([3, 2]) }
      let double = rule.forward(a, a, state).state
      let single = rule.forward(
        a.asType(Float.self), a.asType(Float.self), state.map { $0.asType(Float.self) }
      ).state
      for (d, f) in zip(double, single) {
        expectClose(f.asType(Double.self), d, tolerance: 1e-5, "\(name) in Float")
      }
    }
  }
}
