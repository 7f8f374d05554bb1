import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import SequenceToSequence
import Testing

@Suite(.graded) struct NetworkChecks {
  @Test("a step of the LSTM by hand") func lstmStepByHand() {
    let cell = LSTMStep<Double>(
      W: [[0.5], [0.4], [1], [0.3]], U: [[0.2], [0.1], [-0.5], [0.6]], b: [0, 1, 0.2, -0.1])
    let (state, cache) = cell.step([[1]], [[[0.5]], [[-1]]])
    expectClose(state[0], [[-0.199581]], tolerance: 1e-6, "h of unit 17's lesson")
    expectClose(state[1], [[-0.332353]], tolerance: 1e-6, "c of unit 17's lesson")
    let (dX, dState) = cell.stepBack([[[1]], [[0]]], cache)
    expectClose(dX, [[0.153517]], tolerance: 1e-6, "dx for dh = 1")
    expectClose(dState[0], [[-0.116521]], tolerance: 1e-6, "dh before")
    expectClose(dState[1], [[0.452357]], tolerance: 1e-6, "dc before")
    expectClose(
      cell.bias.gradient, [0.0945209, -0.0859486, 0.163241, -0.0753500], tolerance: 1e-6,
      "db of i f g o")
  }

  @Test("step by step it is unit 17's layer") func lstmStepsAreTheLayer() {
    var generator = Generator(seed: 4)
    func normal(_ shape: [Int]) -> NDArray<Double> { 0.6 * generator.standardNormal(shape) }
    let (W, U, b) = (normal([12, 2]), normal([12, 3]), normal([12]))
    let cell = LSTMStep<Double>(W: W, U: U, b: b)
    let layer = RecurrentLayer<Double>(
      LSTMCell(), weight: (W, U), bias: (b, NDArray.zeros([12])))
    let (x, start, dY) = (
      normal([5, 4, 2]), [normal([4, 3]), normal([4, 3])], normal([5, 4, 3])
    )
    let (outputs, last) = layer.forward(x, from: start)
    let d = layer.backward(dY)
    var (state, caches): ([NDArray<Double>], [[NDArray<Double>]]) = (start, [])
    for t in 0..<5 {
      let (next, cache) = cell.step(x[t], state)
      (state, caches) = (next, caches + [cache])
      expectClose(next[0], outputs[t], "h after step \(t)")
    }
    expectClose(state[1], last[1], "c at the end")
    var dState = cell.start(4)
    for t in (0..<5).reversed() {
      let (dX, before) = cell.stepBack([dState[0] + dY[t], dState[1]], caches[t])
      expectClose(dX, d.dX[t], "dx of step \(t)")
      dState = before
    }
    expectClose(dState[0], d.dStart[0], "dh at the start")
    expectClose(dState[1], d.dStart[1], "dc at the start")
    expectClose(cell.inputWeight.gradient, layer.inputWeight.gradient, "dW, all steps added up")
    expectClose(cell.stateWeight.gradient, layer.stateWeight.gradient, "dU, all steps added up")
    expectClose(cell.bias.gradient, layer.inputBias.gradient, "db, all steps added up")
  }

  @Test("what the encoder returns") func encoderShapes() {
    for (order, sides) in [(ReadingOrder.forwards, 1), (.backwards, 1), (.bothWays, 2)] {
      let encoder = smallModel(order == .bothWays ? .dot : nil, order).encoder
      let (states, last) = encoder.forward(Padded([[5, 4], [3, 4, 5], [4]]))
      expectShape(states, [3, 3, 4], "states of 3 steps of 3 texts, \(sides) directions")
      #expect(last.count == 2, "[h, c]")
      for s in last {
        expectShape(s, [3, 4], "the last state of 3 texts, directions side by side")
      }
    }
  }

  @Test("a text's last state is that of its own last symbol") func encoderLengths() {
    let model = smallModel(.dot)
    let (states, last) = model.encoder.forward(Padded([[5, 4], [3, 4, 5, 5], [4]]))
    for (k, length) in [2, 4, 1].enumerated() {
      expectClose(
        last[0][k], states[length - 1, k],
        "h of text \(k): after its symbol \(length), not after the padding")
    }
    let alone = model.encoder.forward(Padded([[5, 4]]))
    expectClose(last[1][0], alone.last[1][0], "c of text 0 is what it is without the others")
    let backwards = smallModel(.dot, .backwards)
    let turned = backwards.encoder.forward(Padded([[5, 4], [3, 4, 5, 5]]))
    expectClose(
      turned.last[0][0], turned.states[0, 0], "read backwards, the *first* symbol is read last")
    let both = smallModel(.dot, .bothWays)
    let sides = both.encoder.forward(Padded([[5, 4], [3, 4, 5, 5]]))
    expectClose(sides.last[0][0, ..<2], sides.states[1, 0, ..<2], "both ways: h from the left")
    expectClose(sides.last[0][0, 2...], sides.states[0, 0, 2...], "both ways: h from the right")
  }

  @Test("centred differences of the encoder") func encoderGradients() {
    for order in [ReadingOrder.forwards, .backwards, .bothWays] {
      let encoder = smallModel(.dot, order).encoder
      let source = Padded([[5, 4, 4], [3], [4, 5]])
      checkParameters(of: encoder, "\(order)") {
        let (states, last) = encoder.forward(source)
        return concatenated([states, stacked(last)], axis: 0)
      } backward: { d in
        encoder.backward(states: d[..<3], last: [d[3], d[4]])
      }
    }
  }

  @Test("the query is the state before the step") func stepsOfTheDecoder() {
    let decoder = smallModel(.dot).decoder
    var generator = Generator(seed: 6)
    func normal(_ shape: [Int]) -> NDArray<Double> { generator.standardNormal(shape) }
    let state = [normal([2, 4]), normal([2, 4])]
    let attention = decoder.attention!
    let memory = attention.memory(normal([3, 2, 4]), mask: .full([2, 3], true))
    let step = decoder.step([5, 3], state, memory)
    let look = attention.look(state[0], memory)
    if let found = step.look {
      expectClose(found.weights, look.weights, "the decoder asks with its h before the step")
    } else {
      Issue.record("with attention a step must keep its look")
    }
    let x = concatenated([decoder.embedding.table.value[NDArray([5, 3])], look.context], axis: 1)
    let next = decoder.cell.step(x, state).state
    expectClose(step.state[0], next[0], "h: the LSTM reads [Ey; z]")
    expectClose(step.state[1], next[1], "c")
    expectClose(
      step.feature, concatenated([next[0], look.context], axis: 1), "the output sees [h; z]")
    let plain = smallModel(nil).decoder.step([5, 3], state, nil)
    expectShape(plain.feature, [2, 4], "without attention the output sees h alone")
    #expect(plain.look == nil, "and there is no look")
  }

  @Test("logits of all steps") func decoderShapes() {
    let model = smallModel()
    let batch = Batch(source: [[5, 4], [3, 4, 5]], target: [[3, 4, 5, 6], [6]])
    let z = model.forward(batch)
    expectShape(z, [5, 2, 7], "(steps, objects, kinds): four symbols and the end, two texts")
    let (state, memory) = model.read(batch.source)
    var now = state
    for t in 0..<5 {
      let step = model.decoder.step(batch.inputs[t], now, memory)
      expectClose(
        z[t], model.decoder.logits(step.feature),
        "the logits of step \(t): after reading the right symbols, from the state of the step before"
      )
      now = step.state
    }
  }

  @Test("centred differences of the decoder") func decoderGradients() {
    for kind in [nil, ScoreKind.dot, .general, .additive(3)] {
      let model = smallModel(kind)
      let decoder = model.decoder
      let inputs = Batch(source: [[4], [5]], target: [[3, 4], [6]]).inputs
      var generator = Generator(seed: 11)
      func normal(_ shape: [Int]) -> NDArray<Double> { 0.7 * generator.standardNormal(shape) }
      let (outputs, state) = (normal([3, 2, 4]), [normal([2, 4]), normal([2, 4])])
      let mask: NDArray<Bool> = [[true, true, true], [true, true, false]]
      func forward(_ outputs: NDArray<Double>, _ state: [NDArray<Double>]) -> NDArray<Double> {
        var unused = Generator(seed: 0)
        let memory = decoder.attention?.memory(outputs, mask: mask)
        return decoder.forward(inputs, from: state, memory, using: &unused)
      }
      let name = kind.map { "\($0)" } ?? "plain"
      checkParameters(of: decoder, name) {
        forward(outputs, state)
      } backward: {
        _ = forward(outputs, state)
        _ = decoder.backward($0)
      }
      for k in 0..<2 {
        expectGradient(
          at: state[k], named: "by \(["h", "c"][k]) at the start, \(name)"
        ) {
          forward(outputs, k == 0 ? [$0, state[1]] : [state[0], $0])
        } backward: {
          _ = forward(outputs, state)
          return decoder.backward($0).last[k]
        }
      }
      if kind == nil { continue }
      expectGradient(at: outputs, named: "by the encoder's states, \(name)") {
        forward($0, state)
      } backward: {
        _ = forward(outputs, state)
        return decoder.backward($0).states ?? []
      }
    }
  }
}
