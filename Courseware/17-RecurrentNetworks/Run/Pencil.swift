import CourseKit
import NDArray
import RecurrentNetworks

private let inputs: NDArray<Double> = [[[1]], [[-1]]]

private func run(_ name: String, _ cell: any StepCell<Double>, window: Int? = nil) {
  let network = Unrolled(cell)
  let outputs = network.forward(inputs).outputs
  var dY = NDArray<Double>.zeros(outputs.shape)
  dY[-1] = outputs[-1] - 0.5
  if let window { _ = network.backward(dY, window: window) } else { _ = network.backward(dY) }
  let gradients = network.parameters.prefix(3).map {
    "d\($0.name.lowercased()) \($0.gradient.row())"
  }
  print("\(name.padding(26)) \(outputs.row().padding(20)) \(gradients.joined(separator: ", "))")
}

/// Two steps by hand: Elman, Jordan, a trace; in full and cut.
func pencil() {
  section("Two steps, x = (1, −1), L = ½(y₂ − 0.5)²")
  print("\("cell".padding(26)) \("y₁ y₂".padding(20)) gradients")
  let (w, u, b): (NDArray<Double>, NDArray<Double>, NDArray<Double>) = ([[0.5]], [[0.8]], [0.1])
  run("Elman", Elman(W: w, U: u, b: b))
  run("Elman, cut after one step", Elman(W: w, U: u, b: b), window: 1)
  let cell = Elman<Double>(W: w, U: u, b: b)
  let (first, cache1) = cell.step(inputs[0], cell.start(1))
  let (second, cache2) = cell.step(inputs[1], first)
  let (h1, h2) = (cache1[2], cache2[2])
  let dZ2 = (second[0] - 0.5) * (1 - h2 * h2)
  let dH1 = cell.stepBack([second[0] - 0.5], cache2).dState[0]
  let dZ1 = dH1 * (1 - h1 * h1)
  let loss = square(second[0] - 0.5) / 2.0
  print("  L \(loss.row()), dz₂ \(dZ2.row()), dh₁ \(dH1.row()), dz₁ \(dZ1.row())")
  run("Jordan", Jordan(W: w, U: u, b: b, V: [[1.5]], c: [-0.2]))
  run("trace, α = 0.5", ExponentialTrace(W: w, U: u, b: b, alpha: 0.5))
}

/// One step of every gated cell, gate by gate.
func gates() {
  section("One step of an LSTM, x = 1, h₀ = 0.5, c₀ = −1")
  let W: NDArray<Double> = [[0.5], [0.4], [1], [0.3]]
  let U: NDArray<Double> = [[0.2], [0.1], [-0.5], [0.6]]
  let b: NDArray<Double> = [0, 1, 0.2, -0.1]
  let start: [NDArray<Double>] = [[[0.5]], [[-1]]]
  let rule = LSTMCell()
  let (state, cache) = rule.forward(W.T + b, 0.5 * U.T, start)
  print("PyTorch's          i f g o  \(concatenated(Array(cache[0..<4]), axis: 1).row())")
  print("                   c \(state[1].row()), h \(state[0].row())")
  for dC in [0, 0.5] {
    let (dA, dB, dState) = rule.backward([[[1]], NDArray([[dC]])], cache)
    print(
      "  dh = 1, dc = \(dC.text(1)): dx \(dA.dot(W).row()), dh₀ \(dB.dot(U).row()), dc₀ \(dState[1].row())"
    )
    print("    db of i f g o \(dA.row())")
  }
  let u = U[NDArray([0, 1, 3])]
  for isNew in [false, true] {
    let cell = LecturePeephole(W: W, U: u, b: b, seesNewCell: isNew)
    let (state, cache) = cell.step([[1]], start)
    let shown = concatenated([cache[2], cache[3], cache[5]], axis: 1)
    print("\(isNew ? "o sees the new c" : "the lecture's   ")   i f o    \(shown.row())")
    print("                   c \(state[1].row()), h \(state[0].row())")
  }

  section("One step of a GRU, x = 1, h₀ = 0.5")
  let (gruW, gruU): (NDArray<Double>, NDArray<Double>) = (
    [[0.5], [0.4], [1]], [[0.2], [0.1], [-0.5]]
  )
  for (name, form) in [("first slide", PrintedGRU<Double>.Form.new), ("second slide", .old)] {
    let cell = PrintedGRU(form, W: gruW, U: gruU, b: [0, 1, 0.2])
    let (state, cache) = cell.step([[1]], [[[0.5]]])
    let gates = concatenated(Array(cache[2...4]), axis: 1)
    let dH = cell.stepBack([[[1]]], cache).dState[0]
    print(
      "\(name.padding(14)) z r h̃ \(gates.row()), h \(state[0].row()), dh₀ \(dH.row())")
  }
  let a: NDArray<Double> = [[1.4, 0.5, 1.2]]
  let torch = GRUCell().forward(a, [[0.05, 0.1, 0.05]], [[[0.5]]])
  let (swap, r, h): (NDArray<Double>, NDArray<Double>, NDArray<Double>) = (
    [[0, 1], [2, 0]], [[0.5, 1]], [[1, 3]]
  )
  print(
    "PyTorch        r z n  \(concatenated(Array(torch.cache[0..<3]), axis: 1).row()), h \(torch.state[0].row())"
  )
  print("U = [[0, 1], [2, 0]], r = (½, 1), h = (1, 3): ", terminator: "")
  print("r ⊙ (Uh) = \((r * h.dot(swap.T)).row(1)), U(r ⊙ h) = \((r * h).dot(swap.T).row(1))")
}

/// The lecture's two sentences.
func animals() {
  section("Cats say ____, dogs say ____")
  var generator = Generator(seed: 1)
  let dense = trainWithoutMemory(steps: 400, using: &generator)
  let after = dense.afterSay
  print("without memory: loss \(dense.loss.text(4)), after “say”: ", terminator: "")
  print("meow \((after[2] as Double).text(3)), woof \((after[4] as Double).text(3))")
  let elman = trainWithMemory(width: 6, steps: 400, using: &generator)
  print("Elman, 6 wide:  loss \(elman.loss.text(4))")
  for (row, who) in ["cats", "dogs"].enumerated() {
    let p = elman.afterSay[row]
    print("  \(who) say: meow \((p[2] as Double).text(3)), woof \((p[4] as Double).text(3))")
  }
}

/// The parameters that the slide of the laboratory lists.
func parameterTable() {
  section("The laboratory's network: hidden 16, two layers, both ways")
  var generator = Generator(seed: 1)
  let net = Forecaster<Double>(using: &generator)
  for p in net.lstm.parameters { print("lstm.\(p.name.padding(24)) \(p.value.shape)") }
  print("fc.weight, fc.bias            [1, 32] [1]")
  print("together \(net.counts.trainable)")
}
