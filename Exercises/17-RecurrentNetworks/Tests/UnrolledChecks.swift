import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import Testing

@Suite(.graded) struct UnrolledChecks {
  private func last(_ outputs: NDArray<Double>) -> NDArray<Double> {
    var dY = NDArray<Double>.zeros(outputs.shape)
    dY[-1] = outputs[-1] - 0.5
    return dY
  }

  @Test("(5, 4, 2) becomes (5, 4, 3), and back") func unrolledShapes() {
    var generator = Generator(seed: 1)
    for (name, cell) in lectureCells() {
      let network = Unrolled(cell)
      let (y, state) = network.forward(generator.standardNormal([5, 4, 2]))
      expectShape(y, [5, 4, 3], "the outputs of \(name): steps, objects, width")
      expectEqual(
        y[-1], state[0], "the last output of \(name) is the first array of the last state")
      let (dX, dStart) = network.backward(generator.standardNormal([5, 4, 3]))
      expectShape(dX, [5, 4, 2], "dX of \(name)")
      #expect(dStart.count == state.count, "\(name): a gradient for each array of the start")
    }
  }

  @Test("back-propagation through time by hand") func backThroughTimeByHand() {
    let network = Unrolled<Double>(pencilElman())
    let (h, _) = network.forward(stacked(pencilInputs))
    expectClose(h.reshaped([2]), [0.537050, 0.0296310], tolerance: 1e-6, "h₁ and h₂")
    let (dX, dStart) = network.backward(last(h))
    expectNumber(network.parameters[0].gradient, 0.202428, "dw = dz₁x₁ + dz₂x₂")
    expectNumber(network.parameters[1].gradient, -0.252390, "du = dz₁h₀ + dz₂h₁")
    expectNumber(network.parameters[2].gradient, -0.737484, "db = dz₁ + dz₂")
    expectClose(
      dX.reshaped([2]), [-0.133764, -0.234978], tolerance: 1e-6, "dx₁ and dx₂, in this order")
    expectNumber(dStart[0], -0.214022, "dh₀ = dz₁u")
  }

  @Test("a loss at each step comes back through all before it") func gradientsFlowThroughTime() {
    var generator = Generator(seed: 2)
    for (name, cell) in lectureCells() {
      let network = Unrolled(cell)
      let x = generator.standardNormal([4, 3, 2])
      expectGradient(at: x, named: "dX of \(name), a loss at each of four steps") {
        network.forward($0).outputs
      } backward: { dY in
        network.backward(dY).dX
      }
    }
  }

  @Test("cut after one step, by hand") func truncatedByHand() {
    let network = Unrolled<Double>(pencilElman())
    let (h, _) = network.forward(stacked(pencilInputs))
    let dX = network.backward(last(h), window: 1)
    expectNumber(network.parameters[0].gradient, 0.469956, "dw = dz₂x₂ alone, window 1")
    expectNumber(network.parameters[2].gradient, -0.469956, "db = dz₂ alone, window 1")
    expectClose(dX.reshaped([2]), [0, -0.234978], tolerance: 1e-6, "dx₁ gets nothing, window 1")
    network.clearGradients()
    _ = network.backward(last(h), window: 2)
    expectNumber(network.parameters[0].gradient, 0.202428, "dw, window 2: both steps")
  }

  @Test("agrees with PyTorch's graph, cut") func truncatedAgainstPyTorch() throws {
    let file: CellCase.File = try reference("cells.json")
    for s in file.truncated {
      let cell = Elman(W: s.parameters["W"]!, U: s.parameters["U"]!, b: s.parameters["b"]!)
      let network = Unrolled<Double>(cell)
      _ = network.forward(s.x, from: [s.start])
      let dX = network.backward(s.dY, window: s.window)
      expectClose(dX, s.dX, "dX of 5 steps, window \(s.window)")
      for p in network.parameters {
        expectClose(p.gradient, s.gradients[p.name] ?? [], "d\(p.name), window \(s.window)")
      }
    }
  }

  @Test("a window as long as the sequence cuts nothing") func wideWindowIsFull() {
    var generator = Generator(seed: 4)
    for (name, cell) in lectureCells() {
      let network = Unrolled(cell)
      let (x, dY) = (generator.standardNormal([4, 3, 2]), generator.standardNormal([4, 3, 3]))
      _ = network.forward(x)
      let full = network.backward(dY).dX
      let gradients = network.parameters.map(\.gradient)
      network.clearGradients()
      expectClose(network.backward(dY, window: 4), full, "dX of \(name), 4 steps, window 4")
      for (p, expected) in zip(network.parameters, gradients) {
        expectClose(p.gradient, expected, "d\(p.name) of \(name), window 4")
      }
    }
  }

  @Test("backward belongs to the last forward") func unrolledStates() {
    var generator = Generator(seed: 5)
    for (early, late) in [((5, 3), (2, 4)), ((2, 1), (4, 3))] {
      let network = Unrolled<Double>(lectureCells()[0].cell)
      let x = generator.standardNormal([late.0, late.1, 2])
      _ = network.forward(generator.standardNormal([early.0, early.1, 2]))
      _ = network.forward(x)
      #expect(
        network.caches.count == late.0,
        "\(late.0) steps after \(early.0): the caches of the earlier pass must go, got \(network.caches.count)"
      )
      guard network.caches.count == late.0 else { return }
      for _ in 0..<2 {
        let dY = generator.standardNormal([late.0, late.1, 3])
        let fresh = Unrolled<Double>(lectureCells()[0].cell)
        _ = fresh.forward(x)
        network.clearGradients()
        expectClose(network.backward(dY).dX, fresh.backward(dY).dX, "dX of the second pass")
        for (p, q) in zip(network.parameters, fresh.parameters) {
          expectClose(p.gradient, q.gradient, "d\(p.name) of the second pass")
        }
      }
    }
  }

  @Test("a sequence in two parts is the sequence") func statesAreHandedOn() {
    var generator = Generator(seed: 6)
    for (name, cell) in lectureCells() {
      let network = Unrolled(cell)
      let (x, dY) = (generator.standardNormal([5, 3, 2]), generator.standardNormal([5, 3, 3]))
      let whole = network.forward(x).outputs
      let dX = network.backward(dY).dX
      let gradients = network.parameters.map(\.gradient)
      let (first, second) = (Unrolled(cell), Unrolled(cell))
      cell.clearGradients()
      let (y1, middle) = first.forward(x[0..<2])
      let (y2, _) = second.forward(x[2..<5], from: middle)
      expectClose(concatenated([y1, y2]), whole, "the outputs of \(name) in two parts")
      let (dX2, dMiddle) = second.backward(dY[2..<5])
      let (dX1, _) = first.backward(dY[0..<2], last: dMiddle)
      expectClose(concatenated([dX1, dX2]), dX, "dX of \(name) in two parts")
      for (p, expected) in zip(cell.parameters, gradients) {
        expectClose(p.gradient, expected, "d\(p.name) of \(name) in two parts")
      }
    }
  }
}
