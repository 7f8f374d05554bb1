import CourseKit
import GradedTests
import NDArray
import RecurrentNetworks
import Testing

@Suite(.graded) struct LayerChecks {
  private let rules: [any CellRule] = [TanhCell(), LSTMCell(), GRUCell()]

  @Test("(5, 4, 2) becomes (5, 4, 3) in each rule") func layerShapes() {
    var generator = Generator(seed: 1)
    for rule in rules {
      let name = "\(type(of: rule))"
      let layer = randomLayer(rule, 2, 3)
      for (steps, objects) in [(5, 4), (1, 1)] {
        let (y, last) = layer.forward(generator.standardNormal([steps, objects, 2]))
        expectShape(y, [steps, objects, 3], "the outputs of \(name)")
        #expect(last.count == rule.states, "\(name) has \(rule.states) arrays of state")
        let (dX, dStart) = layer.backward(generator.standardNormal([steps, objects, 3]))
        expectShape(dX, [steps, objects, 2], "dX of \(name)")
        for array in last + dStart { expectShape(array, [objects, 3], "a state of \(name)") }
      }
      expectShape(layer.stateWeight.gradient, [3 * rule.gates, 3], "dweight_hh of \(name)")
    }
  }

  @Test("with one bias it is Elman's network") func tanhLayerIsElman() throws {
    let s = try CellCase.load("elman")
    let layer = RecurrentLayer<Double>(
      TanhCell(), weight: (s["W"], s["U"]), bias: (0.25 * s["b"], 0.75 * s["b"]))
    let (y, last) = layer.forward(s.x, from: s.start)
    expectClose(y, s.y, "the outputs")
    expectClose(last[0], s.last[0], "the last state")
    let (dX, dStart) = layer.backward(s.dY, last: s.dLast)
    expectClose(dX, s.dX, "dX")
    expectClose(dStart[0], s.dStart[0], "the gradient by the start")
    expectClose(layer.inputBias.gradient, s.gradients["b"]!, "dbias_ih is db")
    expectClose(layer.stateBias.gradient, s.gradients["b"]!, "dbias_hh is db too")
  }

  private func expectTorch(
    sourceLocation: SourceLocation = #_sourceLocation, _ isWanted: (TorchCase) -> Bool
  ) throws {
    for stored in try TorchCase.load() where isWanted(stored) {
      stored.expect(sourceLocation: sourceLocation)
    }
  }

  private func isPlain(_ c: TorchCase) -> Bool {
    c.layers == 1 && !c.isBidirectional && c.lengths == nil
  }

  @Test("agrees with torch.nn.RNN") func rnnAgainstPyTorch() throws {
    try expectTorch { $0.kind == "RNN" && isPlain($0) }
  }

  @Test("agrees with torch.nn.LSTM") func lstmAgainstPyTorch() throws {
    try expectTorch { $0.kind == "LSTM" && isPlain($0) }
  }

  @Test("agrees with torch.nn.GRU") func gruAgainstPyTorch() throws {
    try expectTorch { $0.kind == "GRU" && isPlain($0) }
  }

  @Test("agrees with PyTorch, stacked and in both directions") func stacksAgainstPyTorch() throws {
    try expectTorch { $0.lengths == nil && ($0.layers > 1 || $0.isBidirectional) }
  }

  @Test("agrees with PyTorch on packed sequences") func lengthsAgainstPyTorch() throws {
    try expectTorch { $0.lengths != nil }
  }

  @Test("gradient check of every parameter, with a start and with lengths") func layerGradients() {
    var generator = Generator(seed: 4)
    for rule in rules {
      let name = "\(type(of: rule))"
      for (isReversed, lengths) in [(false, nil), (true, NDArray([3, 1, 2, 3, 2]))] {
        let layer = randomLayer(rule, 2, 3, isReversed: isReversed)
        let x = generator.standardNormal([3, 5, 2])
        let start = (0..<rule.states).map { _ in generator.standardNormal([5, 3]) }
        let way = isReversed ? "reversed, with lengths" : "forwards"
        for p in layer.parameters {
          let value = p.value
          expectGradient(at: value, named: "d\(p.name) of \(name), \(way)", sizes: [3, 5]) {
            p.value = $0
            return layer.forward(x, from: start, lengths: lengths).outputs
          } backward: {
            layer.clearGradients()
            _ = layer.backward($0)
            return p.gradient
          }
          p.value = value
        }
        expectGradient(at: x, named: "dX of \(name), \(way)", sizes: [3, 5]) {
          layer.forward($0, from: start, lengths: lengths).outputs
        } backward: {
          layer.backward($0).dX
        }
      }
    }
  }

  @Test("a reversed layer reads from the end and answers in place") func reversedLayer() {
    var generator = Generator(seed: 5)
    for rule in rules {
      let name = "\(type(of: rule))"
      let (plain, reversed) = (
        randomLayer(rule, 2, 3), randomLayer(rule, 2, 3, isReversed: true)
      )
      let (x, dY) = (generator.standardNormal([4, 5, 2]), generator.standardNormal([4, 5, 3]))
      let (expected, last) = plain.forward(x.flipped(axes: [0]))
      let (y, end) = reversed.forward(x)
      expectClose(
        y, expected.flipped(axes: [0]),
        "the outputs of \(name), reversed: output t belongs to input t, turned back again")
      expectClose(end[0], last[0], "its last state is the one at step 0")
      let dX = plain.backward(dY.flipped(axes: [0])).dX
      expectClose(reversed.backward(dY).dX, dX.flipped(axes: [0]), "dX of \(name), reversed")
      expectClose(
        stacked(reversed.stateGradients), stacked(plain.stateGradients).flipped(axes: [0]),
        "stateGradients of \(name), reversed: number t belongs to the h of step t")
      for (p, q) in zip(reversed.parameters, plain.parameters) {
        expectClose(p.gradient, q.gradient, "d\(p.name) of \(name), reversed")
      }
    }
  }

  @Test("a short sequence among long ones is as if alone") func shortSequences() {
    var generator = Generator(seed: 6)
    for rule in rules {
      for isReversed in [false, true] {
        let name = "\(type(of: rule))\(isReversed ? ", reversed" : "")"
        let layer = randomLayer(rule, 2, 3, isReversed: isReversed)
        let x = generator.standardNormal([5, 3, 2])
        let start = (0..<rule.states).map { _ in generator.standardNormal([3, 3]) }
        let (y, last) = layer.forward(x, from: start, lengths: [2, 5, 1])
        let alone = layer.forward(x[0..<2, 0..<1], from: start.map { $0[0..<1] })
        expectClose(y[0..<2, 0..<1], alone.outputs, "two steps of \(name) of a sequence of two")
        expectClose(
          y[2..<5, 0..<1], NDArray.zeros([3, 1, 3]), "the outputs of \(name) behind its end are 0")
        for k in last.indices {
          expectClose(
            last[k][0..<1], alone.last[k],
            "the last state of \(name) is that of its own last step")
        }
        _ = layer.forward(x, from: start, lengths: [2, 5, 1])
        _ = layer.backward(NDArray.ones([5, 3, 3]))
        guard layer.stateGradients.count == 5 else { return }
        expectClose(
          stacked(layer.stateGradients)[2..<5, 0], NDArray.zeros([3, 3]),
          "stateGradients of \(name) behind the end of a sequence are 0")
        var noise = x
        noise[2..<5, 0] = generator.standardNormal([3, 2])
        expectClose(
          layer.forward(noise, from: start, lengths: [2, 5, 1]).outputs, y,
          "what stands behind the end of a sequence of \(name) counts nothing")
      }
    }
  }

  @Test("backward belongs to the last forward, and adds") func layerStates() {
    var generator = Generator(seed: 7)
    for rule in rules {
      let name = "\(type(of: rule))"
      for (early, late) in [((5, 3), (2, 4)), ((2, 1), (4, 3))] {
        let (layer, fresh) = (randomLayer(rule, 2, 3), randomLayer(rule, 2, 3))
        let x = generator.standardNormal([late.0, late.1, 2])
        _ = layer.forward(
          generator.standardNormal([early.0, early.1, 2]),
          lengths: NDArray(Array(repeating: 1, count: early.1)))
        _ = layer.forward(x)
        _ = fresh.forward(x)
        for _ in 0..<2 {
          let dY = generator.standardNormal([late.0, late.1, 3])
          layer.clearGradients()
          fresh.clearGradients()
          let what = "of \(name), \(late) steps and objects after \(early)"
          expectClose(layer.backward(dY).dX, fresh.backward(dY).dX, "dX \(what)")
          for (p, q) in zip(layer.parameters, fresh.parameters) {
            expectClose(p.gradient, q.gradient, "d\(p.name) \(what)")
          }
          let once = layer.parameters.map(\.gradient)
          _ = layer.backward(dY)
          for (p, g) in zip(layer.parameters, once) {
            expectClose(
              p.gradient, 2 * g, "d\(p.name) after a second backward that was not cleared: it adds")
          }
        }
      }
    }
  }

  @Test("the slide's parameters: names, shapes, 8,865 numbers") func lectureParameters() {
    var generator = Generator(seed: 8)
    let net = Forecaster<Double>(using: &generator)
    let sides = ["l0", "l0_reverse", "l1", "l1_reverse"]
    var expected: [String] = []
    for side in sides {
      let inputs = side.hasPrefix("l0") ? 1 : 32
      expected += [
        "weight_ih_\(side) [64, \(inputs)]", "weight_hh_\(side) [64, 16]", "bias_ih_\(side) [64]",
        "bias_hh_\(side) [64]",
      ]
    }
    let got = net.lstm.parameters.map { "\($0.name) \($0.value.shape)" }
    #expect(got == expected, "the parameters of an LSTM of 16, two layers, both ways")
    #expect(
      net.counts.trainable == 8865,
      "all of them and fc, 33 more: expected 8865, got \(net.counts.trainable)")
  }

  @Test("a layer of Float computes what one of Double does") func layerInFloat() {
    var generator = Generator(seed: 9)
    for rule in rules {
      let double = randomLayer(rule, 2, 3)
      let p = double.parameters.map { $0.value.asType(Float.self) }
      let single = RecurrentLayer<Float>(rule, weight: (p[0], p[1]), bias: (p[2], p[3]))
      let (x, dY) = (generator.standardNormal([4, 5, 2]), generator.standardNormal([4, 5, 3]))
      let y = single.forward(x.asType(Float.self)).outputs.asType(Double.self)
      expectClose(y, double.forward(x).outputs, tolerance: 2e-5, "\(type(of: rule)) in Float")
      let dX = single.backward(dY.asType(Float.self)).dX.asType(Double.self)
      expectClose(dX, double.backward(dY).dX, tolerance: 2e-5, "dX of \(type(of: rule)) in Float")
    }
  }

  @Test("0.9⁵⁰, 1.1⁵⁰, and two objects together") func horizonByHand() {
    func horizon(_ u: NDArray<Double>, _ dLast: NDArray<Double>) -> [Double] {
      let zeros = (NDArray<Double>.zeros([3]), NDArray<Double>.zeros([3]))
      let layer = RecurrentLayer<Double>(
        TanhCell(), weight: (NDArray.zeros([3, 2]), u), bias: zeros)
      return gradientHorizon(layer, NDArray.zeros([51, dLast.shape[0], 2]), dLast: dLast)
    }
    let (eye, ones) = (NDArray<Double>.eye(3), NDArray<Double>.ones([4, 3]))
    let (short, long) = (horizon(0.9 * eye, ones), horizon(1.1 * eye, ones))
    #expect(short.count == 51, "a number for each of the 51 steps, got \(short.count)")
    expectClose(short.first ?? .nan, 1, "the share at the last step itself")
    expectClose(short[1], 0.9, "one step back, u = 0.9")
    expectClose(short.last ?? .nan, 0.005154, tolerance: 1e-6, "0.9⁵⁰: it vanishes")
    expectClose(long.last ?? .nan, 117.39, tolerance: 1e-4, "1.1⁵⁰: it explodes")
    let two = horizon(eye * [0.9, 0.5, 0], [[1, 0, 0], [0, 1, 0]])
    expectClose(
      two[1], ((0.81 + 0.25) / 2).squareRoot(),
      "one step back, ‖dh‖ of one object 0.9, of the other 0.5: the length of both together, as a share of √2"
    )
  }

  @Test("a rotation keeps lengths") func rotationKeepsLengths() {
    var generator = Generator(seed: 10)
    let q: NDArray<Double> = rotation(5, using: &generator)
    expectClose(q.T.dot(q), NDArray.eye(5), "QᵀQ of a rotation is I")
    let p: NDArray<Double> = rotation(5, scale: 1.5, using: &generator)
    expectClose(p.T.dot(p), 2.25 * NDArray.eye(5), "with the scale 1.5: 1.5² · I")
    #expect(abs(q - p / 1.5).max() > 1e-6, "two draws are two rotations")
  }
}
