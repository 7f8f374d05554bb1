import CourseKit
import GradedTests
import NDArray
import SequenceToSequence
import Testing

@Suite(.graded) struct AttentionChecks {
  @Test("softmax over what counts, by hand") func maskedSoftmaxByHand() {
    let scores: NDArray<Double> = [[1, 2, 3], [1, 2, 3]]
    let weights = maskedSoftmax(scores, [[true, true, true], [true, true, false]])
    expectClose(
      weights[0], [0.0900306, 0.244728, 0.665241], tolerance: 1e-6,
      "all three: e¹, e², e³ by their sum")
    expectClose(
      weights[1], [0.268941, 0.731059, 0], tolerance: 1e-6,
      "the third masked *before* softmax: the other two sum to 1 (after it they would sum to 0.334759)"
    )
  }

  @Test("softmax at the edges") func maskedSoftmaxEdges() {
    let far: NDArray<Double> = maskedSoftmax(
      [[1000, -1000, 999], [-1000, -1000, 5000]],
      [[true, true, true], [true, true, false]])
    expectClose(
      far, [[0.731059, 0, 0.268941], [0.5, 0.5, 0]], tolerance: 1e-6,
      "scores of ±1000; a masked score does not even shift the others")
    expectClose(
      maskedSoftmax([[3, 4], [1, 1]], [[false, false], [false, true]]), [[0, 0], [0, 1]],
      "nothing counts: zeros and no NaN; one counts: 1")
    expectClose(
      maskedSoftmax([[-1e12, -1e12, 0]], [[true, true, false]]), [[0.5, 0.5, 0]],
      "scores of −10¹²: what is masked is less than any number, −∞")
    let stack = maskedSoftmax(
      NDArray<Double>([[[1, 2, 3]], [[2, 2, 9]]]), [[[true, true, true]], [[true, true, false]]])
    expectClose(
      stack, [[[0.0900306, 0.244728, 0.665241]], [[0.5, 0.5, 0]]], tolerance: 1e-6,
      "the last axis, whatever stands before it: (2, 1, 3)")
    let single = maskedSoftmax(NDArray<Float>([[1, 2]]), [[true, true]])
    expectClose(single.asType(Double.self), [[0.268941, 0.731059]], tolerance: 1e-6, "in Float")
  }

  @Test("the gradient of softmax, row by row") func softmaxGradient() {
    expectClose(
      softmaxBackward([[1, -1, 0]], [[0.0900306, 0.244728, 0.665241]]),
      [[0.103958, -0.206869, 0.102911]], tolerance: 1e-6, "a ⊙ (da − Σ da ⊙ a), Σ = −0.154698")
    expectClose(
      softmaxBackward(NDArray<Double>([[[1, 0]], [[0, 2]]]), [[[0.5, 0.5]], [[0.5, 0.5]]]),
      [[[0.25, -0.25]], [[-0.5, 0.5]]], "the last axis, whatever stands before it: (2, 1, 2)")
    var generator = Generator(seed: 3)
    let scores = generator.standardNormal([3, 4])
    let mask: NDArray<Bool> = [
      [true, true, true, true], [true, false, false, false], [true, true, false, false],
    ]
    expectGradient(at: scores, named: "dScores") {
      maskedSoftmax($0, mask)
    } backward: {
      softmaxBackward($0, maskedSoftmax(scores, mask))
    }
  }

  @Test("dot products by hand") func dotScoresByHand() {
    let score = DotScore<Double>()
    let keys: NDArray<Double> = [[[1, 0], [0, 1], [1, 1]], [[2, 0], [0, 0], [-1, 3]]]
    let (scores, cache) = score.forward([[1, 2], [3, -1]], keys)
    expectClose(
      scores, [[1, 2, 3], [6, 0, -6]], "q · k for each state, each text with its own query")
    let d = score.backward([[1, 0, 2], [0, 1, -1]], cache)
    expectClose(d.query, [[3, 2], [1, -3]], "dq = Σ ds_j k_j over the states")
    expectClose(
      d.keys, [[[1, 2], [0, 0], [2, 4]], [[0, 0], [3, -1], [-3, 1]]], "dk_j = ds_j q")
    let scaled = DotScore<Double>(isScaled: true)
    let (small, scaledCache) = scaled.forward([[1, 2, 0, 2]], [[[1, 0, 5, 1]]])
    expectClose(small, [[1.5]], "scaled: 3/√4, d = 4 is the width of the query")
    expectClose(
      scaled.backward([[2]], scaledCache).query, [[1, 0, 5, 1]], "scaled on the way back, too")
  }

  @Test("scores with weights of their own by hand") func additiveScoresByHand() {
    let ones = NDArray<Double>.eye(2)
    let score = AdditiveScore<Double>(W: ones, U: ones, v: [1, 1])
    let states: NDArray<Double> = [[[1, 0], [0, 1], [1, 1]]]
    expectClose(
      score.forward(pencilQuery, score.keys(states)).scores, [[1.928055, 1.756649, 1.959082]],
      tolerance: 1e-6, "v · tanh(q + h): the first 2 tanh 2")
    let other = AdditiveScore<Double>(
      W: [[1, 0, 2], [0, -1, 1]], U: [[0, 1, 0]], v: [2, 3, -1])
    let keys = other.keys([[[0.5], [-1]]])
    expectClose(keys, [[[0, 0.5, 0], [0, -1, 0]]], "keys hU, once for all queries")
    expectClose(
      other.forward([[0.1, 0.2]], keys).scores, [[0.693325, -2.681577]], tolerance: 1e-6,
      "v · tanh(qW + hU): query, states and inside of three widths")
    let general = GeneralScore<Double>([[1, 2], [0, 1], [3, 0]])
    let generalKeys = general.keys([[[1, 0, 0], [0, 1, 1]]])
    expectClose(generalKeys, [[[1, 2], [3, 1]]], "general: keys hW")
    expectClose(general.forward([[2, 5]], generalKeys).scores, [[12, 11]], "general: q · hW")
  }

  @Test("centred differences for each score") func scoreGradients() {
    var generator = Generator(seed: 7)
    func normal(_ shape: [Int]) -> NDArray<Double> { generator.standardNormal(shape) }
    let scores: [(String, any AttentionScore<Double>)] = [
      ("dot", DotScore()), ("scaled dot", DotScore(isScaled: true)),
      ("general", GeneralScore(normal([3, 3]))),
      ("additive", AdditiveScore(W: normal([3, 2]), U: normal([3, 2]), v: normal([2]))),
    ]
    let (query, states) = (normal([2, 3]), normal([2, 4, 3]))
    for (name, score) in scores {
      func values(_ q: NDArray<Double>, _ h: NDArray<Double>) -> NDArray<Double> {
        score.forward(q, score.keys(h)).scores
      }
      func back(_ dS: NDArray<Double>) -> (query: NDArray<Double>, keys: NDArray<Double>) {
        score.backward(dS, score.forward(query, score.keys(states)).cache)
      }
      expectGradient(at: query, named: "dq of the \(name) score") {
        values($0, states)
      } backward: {
        back($0).query
      }
      expectGradient(at: states, named: "dh of the \(name) score, through its keys") {
        values(query, $0)
      } backward: {
        score.keysBackward(back($0).keys, states)
      }
      for parameter in score.parameters {
        let value = parameter.value
        expectGradient(at: value, named: "d\(parameter.name) of the \(name) score") {
          parameter.value = $0
          return values(query, states)
        } backward: {
          parameter.clearGradient()
          _ = score.keysBackward(back($0).keys, states)
          return parameter.gradient
        }
        parameter.value = value
      }
    }
  }

  @Test("the context by hand") func contextByHand() {
    let (_, look, _) = pencilLook(DotScore())
    expectClose(
      look.weights, [[0.0900306, 0.244728, 0.665241]], tolerance: 1e-6, "softmax of 1, 2, 3")
    expectClose(
      look.context, [[0.755272, 0.909969]], tolerance: 1e-6,
      "Σ a_j h_j: the mean with these weights")
    let ones = NDArray<Double>.eye(2)
    let additive = pencilLook(AdditiveScore(W: ones, U: ones, v: [1, 1])).1
    expectClose(
      additive.weights, [[0.347948, 0.293139, 0.358913]], tolerance: 1e-6, "additive scores")
    let masked = pencilLook(DotScore(), mask: [[true, true, false]]).1
    expectClose(
      masked.weights, [[0.268941, 0.731059, 0]], tolerance: 1e-6, "the third masked")
    expectClose(
      masked.context, [[0.268941, 0.731059]], tolerance: 1e-6, "of the first two states alone")
  }

  @Test("the gradients of attention by hand") func attentionGradientByHand() {
    let (attention, look, memory) = pencilLook(DotScore())
    let d = attention.lookBack([[1, -1]], look, memory)
    expectClose(d.query, [[0.206869, -0.103958]], tolerance: 1e-6, "dq = Σ ds_j h_j")
    expectClose(
      d.states[0, 0], [0.0900306, -0.0900306], tolerance: 1e-6,
      "dh₁ through the context: a₁ dz (the way through the scores is the keys')")
    expectClose(
      d.keys[0, 0], [0.103958, 0.207916], tolerance: 1e-6, "dh₁ through the scores: ds₁ q")
    let whole: NDArray<Double> = [
      [0.193989, 0.117886], [0.0378590, -0.658467], [0.768152, -0.459418],
    ]
    expectClose(
      (d.states + d.keys)[0], whole, tolerance: 1e-6, "dh, both ways together")
  }

  @Test("contexts and weights like PyTorch's") func attentionAgainstPyTorch() throws {
    for item in try AttentionCase.load() {
      let attention = Attention(item.score)
      let memory = attention.memory(item.states.swappedAxes(0, 1), mask: item.mask)
      let look = attention.look(item.query, memory)
      expectClose(look.weights, item.weights, "the weights, \(item.title)")
      expectClose(look.context, item.context, "the context, \(item.title)")
    }
  }

  @Test("gradients like PyTorch's") func attentionGradientsAgainstPyTorch() throws {
    for item in try AttentionCase.load() {
      let attention = Attention(item.score)
      let memory = attention.memory(item.states.swappedAxes(0, 1), mask: item.mask)
      let look = attention.look(item.query, memory)
      let d = attention.lookBack(item.dContext, look, memory)
      let dStates = d.states + attention.score.keysBackward(d.keys, memory.states)
      expectClose(d.query, item.dQuery, "dq, \(item.title)")
      expectClose(dStates, item.dStates, "dh, \(item.title)")
      for parameter in attention.parameters {
        expectClose(
          parameter.gradient, item.gradients[parameter.name] ?? [],
          "d\(parameter.name), \(item.title)")
      }
    }
  }

  @Test("what is behind a text is never seen") func paddingIsNotSeen() {
    var generator = Generator(seed: 8)
    let (states, query) = (generator.standardNormal([3, 2, 4]), generator.standardNormal([2, 4]))
    let attention = Attention<Double>(DotScore())
    func look(_ behind: Double) -> (NDArray<Double>, NDArray<Double>) {
      var filled = concatenated([states, NDArray.full([2, 2, 4], behind)], axis: 0)
      filled[2, 1] = NDArray.full([4], behind)
      let mask: NDArray<Bool> = [
        [true, true, true, false, false], [true, true, false, false, false],
      ]
      let memory = attention.memory(filled, mask: mask)
      let look = attention.look(query, memory)
      let d = attention.lookBack(generator.standardNormal([2, 4]) * 0 + 1, look, memory)
      expectClose(
        (d.states + d.keys)[0, 3...], NDArray.zeros([2, 4]), "no gradient gets into padding")
      return (look.context, look.weights)
    }
    let (quiet, loud) = (look(0), look(300))
    expectClose(loud.0, quiet.0, "the context does not depend on what fills a text up")
    let alone = attention.memory(states[..<2, 1..<2], mask: [[true, true]])
    expectClose(
      quiet.0[1], attention.look(query[1..<2], alone).context[0],
      "a short text in a batch finds what it finds alone")
    expectClose(quiet.1[1, 2...], [0, 0, 0], "no weight behind the end")
  }

  @Test("a look keeps what its own way back needs") func looksAreIndependent() {
    var generator = Generator(seed: 9)
    func normal(_ shape: [Int]) -> NDArray<Double> { generator.standardNormal(shape) }
    for score in [
      DotScore() as any AttentionScore<Double>,
      GeneralScore(normal([3, 3])),
      AdditiveScore(W: normal([3, 2]), U: normal([3, 2]), v: normal([2])),
    ] {
      let attention = Attention(score)
      let memory = attention.memory(normal([4, 2, 3]), mask: .full([2, 4], true))
      let (first, dZ) = (normal([2, 3]), normal([2, 3]))
      let look = attention.look(first, memory)
      let expected = attention.lookBack(dZ, look, memory)
      _ = score.keysBackward(expected.keys, memory.states)
      let once = attention.parameters.map(\.gradient)
      _ = attention.look(normal([2, 3]), memory)
      let later = attention.lookBack(dZ, look, memory)
      _ = score.keysBackward(later.keys, memory.states)
      expectClose(
        later.query, expected.query,
        "dq of the first look after a second one: its cache must not be in the module")
      expectClose(later.states, expected.states, "dh of the first look after a second one")
      for (parameter, gradient) in zip(attention.parameters, once) {
        expectClose(
          parameter.gradient, 2 * gradient, "d\(parameter.name): the second way back adds")
      }
    }
  }
}
