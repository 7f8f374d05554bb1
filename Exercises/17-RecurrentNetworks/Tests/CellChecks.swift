import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import Testing

@Suite(.graded) struct CellChecks {
  @Test("Elman's two steps by hand") func elmanByHand() {
    let cell = pencilElman()
    let (first, cache1) = cell.step(pencilInputs[0], [[[0]]])
    expectNumber(first[0], 0.537050, "h₁ = tanh(0.5·1 + 0.8·0 + 0.1)")
    let (second, cache2) = cell.step(pencilInputs[1], first)
    expectNumber(second[0], 0.0296310, "h₂ = tanh(0.5·(−1) + 0.8·0.537050 + 0.1)")
    let (dX2, dBefore) = cell.stepBack([second[0] - 0.5], cache2)
    expectNumber(dBefore[0], -0.375965, "dh₁ of L = ½(h₂ − 0.5)²: dz₂·u")
    expectNumber(dX2, -0.234978, "dx₂ = dz₂·w")
    expectNumber(cell.input.gradient, 0.469956, "dw after the second step alone, dz₂·x₂")
    _ = cell.stepBack(dBefore, cache1)
    expectNumber(cell.input.gradient, 0.202428, "dw, the sum of both steps")
    expectNumber(cell.recurrent.gradient, -0.252390, "du, the sum of both steps")
    expectNumber(cell.bias.gradient, -0.737484, "db, the sum of both steps")
  }

  @Test("agrees with PyTorch's gradients of Elman's network") func elmanAgainstPyTorch() throws {
    let stored = try CellCase.load("elman")
    stored.expect(Elman(W: stored["W"], U: stored["U"], b: stored["b"]), "Elman")
  }

  @Test("Jordan's two steps by hand") func jordanByHand() {
    let cell = Jordan<Double>(W: [[0.5]], U: [[0.8]], b: [0.1], V: [[1.5]], c: [-0.2])
    let (first, cache1) = cell.step(pencilInputs[0], [[[0]]])
    expectNumber(first[0], 0.605574, "y₁ = 1.5·0.537050 − 0.2")
    let (second, cache2) = cell.step(pencilInputs[1], first)
    expectNumber(second[0], -0.0736112, "y₂, which sees y₁ and not h₁")
    let (_, dBefore) = cell.stepBack([second[0] - 0.5], cache2)
    _ = cell.stepBack(dBefore, cache1)
    expectNumber(cell.recurrent.gradient, -0.517347, "du of L = ½(y₂ − 0.5)²")
  }

  @Test("agrees with PyTorch's gradients of Jordan's network") func jordanAgainstPyTorch() throws {
    let s = try CellCase.load("jordan")
    s.expect(Jordan(W: s["W"], U: s["U"], b: s["b"], V: s["V"], c: s["c"]), "Jordan, 4 wide, 3 out")
  }

  @Test("a context that fades by half") func traceByHand() {
    let cell = ExponentialTrace<Double>(W: [[0.5]], U: [[0.8]], b: [0.1], alpha: 0.5)
    let (first, _) = cell.step(pencilInputs[0], [[[0]], [[0]]])
    expectNumber(first[0], 0.537050, "h₁")
    expectNumber(first[1], 0.268525, "c₁ = 0.5·0 + 0.5·h₁")
    let (second, cache) = cell.step(pencilInputs[1], first)
    expectNumber(second[0], -0.183093, "h₂ = tanh(−0.5 + 0.8·c₁ + 0.1): it sees c₁")
    expectNumber(second[1], 0.0427160, "c₂ = 0.5·c₁ + 0.5·h₂")
    let (_, dBefore) = cell.stepBack([[[0]], [[1]]], cache)
    expectNumber(dBefore[1], 0.886591, "dc₁ of L = c₂: α + (1 − α)(1 − h₂²)u")
    expectNumber(dBefore[0], 0, "dh₁: nothing reads h₁ but c₁")
  }

  @Test("agrees with PyTorch's gradients of a trace of 0.7") func traceAgainstPyTorch() throws {
    let s = try CellCase.load("trace")
    s.expect(ExponentialTrace(W: s["W"], U: s["U"], b: s["b"], alpha: 0.7), "the trace")
  }

  @Test("a trace that keeps nothing is Elman's network") func traceWithoutMemoryIsElman() throws {
    let s = try CellCase.load("elman")
    let trace = Unrolled<Double>(
      ExponentialTrace(W: s["W"], U: s["U"], b: s["b"], alpha: 0))
    let (y, _) = trace.forward(s.x, from: [s.start[0], s.start[0]])
    expectClose(y, s.y, "the outputs with α = 0")
    let (dX, _) = trace.backward(s.dY, last: [s.dLast[0], NDArray.zeros(s.dLast[0].shape)])
    expectClose(dX, s.dX, "dX with α = 0")
    for p in trace.parameters {
      expectClose(p.gradient, s.gradients[p.name] ?? [], "d\(p.name), α = 0")
    }
  }

  @Test("gradient check of every cell of the lecture") func lectureCellGradients() {
    var generator = Generator(seed: 8)
    for (name, cell) in lectureCells() {
      let x = generator.standardNormal([4, 2])
      let width = cell.start(1)[0].shape[1]
      let state = cell.start(4).map { _ in generator.standardNormal([4, width]) }
      let upstream = state.map { _ in generator.standardNormal([4, width]) }
      func loss(_ x: NDArray<Double>, _ state: [NDArray<Double>]) -> Double {
        zip(cell.step(x, state).state, upstream).reduce(0) { $0 + ($1.0 * $1.1).sum() }
      }
      cell.clearGradients()
      let (dX, dState) = cell.stepBack(upstream, cell.step(x, state).cache)
      let gradients = cell.parameters.map(\.gradient)
      expectGradient(dX, at: x, named: "dX of \(name)", sizes: [4]) { loss($0, state) }
      for k in state.indices {
        expectGradient(
          dState[k], at: state[k], named: "array \(k) of the state before, \(name)", sizes: [4]
        ) {
          var moved = state
          moved[k] = $0
          return loss(x, moved)
        }
      }
      for (p, gradient) in zip(cell.parameters, gradients) {
        let value = p.value
        expectGradient(gradient, at: value, named: "d\(p.name) of \(name)", sizes: [4]) {
          p.value = $0
          return loss(x, state)
        }
        p.value = value
      }
    }
  }

  @Test("a step leaves nothing in the cell") func stepsReturnTheirCache() {
    var generator = Generator(seed: 9)
    for (name, cell) in lectureCells() {
      let width = cell.start(1)[0].shape[1]
      func draw() -> (NDArray<Double>, [NDArray<Double>]) {
        (
          generator.standardNormal([5, 2]),
          cell.start(5).map { _ in generator.standardNormal([5, width]) }
        )
      }
      let ((x1, s1), (x2, s2)) = (draw(), draw())
      let dState = cell.start(5).map { _ in generator.standardNormal([5, width]) }
      let (_, cache) = cell.step(x1, s1)
      let alone = cell.stepBack(dState, cache)
      _ = cell.step(x2, s2)
      let later = cell.stepBack(dState, cache)
      expectClose(
        later.dX, alone.dX, tolerance: 0,
        "dX of \(name) from the cache of a step, after another step: what a step needs is in its cache"
      )
      for k in dState.indices {
        expectClose(
          later.dState[k], alone.dState[k], tolerance: 0,
          "the gradient by the state before, \(name), after another step")
      }
    }
  }

  @Test("sums of ±1000 and one object, in Double and Float") func cellsAtTheEdges() {
    for (name, cell) in lectureCells() {
      let states = cell.start(1)
      for edge in [1000.0, -1000] {
        let (state, cache) = cell.step(NDArray([[edge, edge]]), states)
        let (dX, before) = cell.stepBack(states.map { $0 + 1 }, cache)
        for array in state + [dX] + before {
          #expect(
            isFinite(array).all(),
            "\(name) at x = \(edge): every number must be finite, got \(array)")
        }
      }
    }
    let cell = Elman<Float>(W: [[0.5]], U: [[0.8]], b: [0.1])
    let h = cell.step([[1]], [[[0]]]).state[0].asType(Double.self)
    expectClose(h, [[0.537050]], tolerance: 1e-5, "h₁ in Float")
  }
}
