import GradedTests
import NDArray
import Networks
import Testing

@Suite(.graded) struct LossChecks {
  @Test("softmax: rows sum to 1, logits of ±1000 are safe, a shift changes nothing")
  func softmaxIsSafe() {
    let p = softmax([[1000, 1000, -1000], [0, 0, 0]] as NDArray<Double>)
    let third = 1.0 / 3
    expectFloat(softmax([[1000, 1000, -1000], [0, 0, 0]]), p, "softmax")
    expectClose(
      p, NDArray([[0.5, 0.5, 0], [third, third, third]]), "softmax of large and of equal logits")
    var generator = Generator(seed: 7)
    let z = generator.standardNormal([6, 4])
    expectClose(softmax(z).sum(axis: 1), NDArray.ones([6]), "the sum of each row")
    expectClose(softmax(z + 5), softmax(z), "softmax(z + 5) = softmax(z)")
  }

  @Test("three equal logits: loss ln 3, gradient (−2/3, 1/3, 1/3)")
  func crossEntropyByHand() {
    let loss = SoftmaxCrossEntropy<Double>()
    expectClose(loss.forward([[0, 0, 0]], [0]), 1.0986122886681098, "the loss")
    let third = 1.0 / 3
    expectClose(loss.backward(), NDArray([[-2 * third, third, third]]), "p − y")
    expectClose(loss.forward([[1000, -1000]], [1]), 2000, "the loss of a confident mistake")
    let far: NDArray<Double> = [[1000, -1000, 0], [-1000, -1000, -1000]]
    expectClose(
      loss.forward(far, [1, 2]), (2000 + 1.0986122886681098) / 2,
      "rows far apart: each is shifted by its own maximum")
    expectClose(
      loss.backward(), NDArray([[1.0, -1, 0], [third, third, -2 * third]]) / 2,
      "(p − y)/n of these rows: p comes from the shifted softmax")

    let logits: NDArray<Double> = [[0, 1, 2], [3, 0, 0], [0, 0, 1], [1, -1, 0]]
    let labels: NDArray<Int> = [2, 0, 1, 1]
    let value = loss.forward(logits, labels)
    let logP = logits - log(exp(logits).sum(axis: 1, keepDims: true))
    #expect(
      abs(value + logP[.all, labels].mean()) > 1e-9,
      "\(value) is the mean of 4 × 4 numbers, every row taken for every label: a range or .all beside labels does that; the element (i, labels[i]) of each row is picked by two arrays, [NDArray.arange(n), labels]"
    )
    expectClose(value, 1.1153948998104433, "the mean loss of four objects")
  }

  @Test("gradient check of the cross-entropy: (p − y)/n")
  func crossEntropyGradients() {
    var generator = Generator(seed: 8)
    let z = generator.standardNormal([5, 4])
    let labels: NDArray<Int> = [0, 3, 1, 1, 2]
    let loss = SoftmaxCrossEntropy<Double>()
    _ = loss.forward(z, labels)
    var everyRow = exp(z) / exp(z).sum(axis: 1, keepDims: true)
    everyRow[.all, labels] -= 1
    #expect(
      abs(loss.backward() * 5 - everyRow).max() > 1e-9,
      "1 was subtracted in every row for every label: a range or .all beside labels does that; only the element (i, labels[i]) of each row is meant, [NDArray.arange(n), labels]"
    )
    expectGradient(loss.backward(), at: z, named: "logits") {
      SoftmaxCrossEntropy<Double>().forward($0, labels)
    }

    for (first, last) in batchSizes {
      let (early, late) = (
        generator.standardNormal([first, 3]), generator.standardNormal([last, 3])
      )
      let (used, fresh) = (SoftmaxCrossEntropy<Double>(), SoftmaxCrossEntropy<Double>())
      _ = used.forward(early, NDArray.arange(first) % 3)
      let earlier = used.backward()
      _ = used.forward(late, NDArray.arange(last) % 3)
      _ = fresh.forward(late, NDArray.arange(last) % 3)
      let (expected, what) = (fresh.backward(), "dz of \(last) objects after a batch of \(first)")
      guard expectReplaced(used.backward(), by: expected, after: earlier, what) else { return }
      expectClose(used.backward(), expected, "the same asked a second time: the cache must stay")
    }

    let single = SoftmaxCrossEntropy<Float>()
    expectClose(
      Double(single.forward(z.asType(Float.self), labels)), loss.forward(z, labels),
      tolerance: 1e-6, "the loss, in Float")
    expectFloat(single.backward(), loss.backward(), "dz")
  }

  @Test("cross-entropy agrees with PyTorch")
  func crossEntropyAgainstPyTorch() throws {
    let references: LayerReferences = try reference("layers.json")
    for stored in references.crossEntropy {
      let loss = SoftmaxCrossEntropy<Double>()
      let logits = stored.logits.array
      expectClose(loss.forward(logits, stored.labels.labels), stored.loss, "loss, \(logits.shape)")
      expectClose(loss.backward(), stored.dLogits.array, "dLogits, \(logits.shape)")
      expectClose(softmax(logits), stored.probabilities.array, "p, \(logits.shape)")
    }
  }

  @Test("half the squared error: value by hand, gradient (ŷ − y)/n, PyTorch")
  func squaredErrorLoss() throws {
    let loss = SquaredError<Double>()
    expectClose(loss.forward([[0.35]], [[0.9]]), 0.15125, "½(0.35 − 0.9)²")
    expectClose(loss.backward(), [[-0.55]], "0.35 − 0.9")
    let references: LayerReferences = try reference("layers.json")
    for stored in references.squaredError {
      let value = loss.forward(stored.y.array, stored.target.array)
      expectClose(value, stored.loss, "loss, \(stored.y.shape)")
      expectClose(loss.backward(), stored.dY.array, "dY, \(stored.y.shape)")
    }

    var generator = Generator(seed: 22)
    for (first, last) in batchSizes {
      let (early, late) = (
        generator.standardNormal([first, 3]), generator.standardNormal([last, 3])
      )
      let (used, fresh) = (SquaredError<Double>(), SquaredError<Double>())
      _ = used.forward(early, 2 * early)
      let earlier = used.backward()
      let value = used.forward(late, 3 * late)
      expectClose(value, fresh.forward(late, 3 * late), "the loss after a batch of \(first)")
      let (expected, what) = (fresh.backward(), "dŷ of \(last) objects after a batch of \(first)")
      guard expectReplaced(used.backward(), by: expected, after: earlier, what) else { return }
      expectClose(used.backward(), expected, "the same asked a second time: the cache must stay")
    }
    let single = SquaredError<Float>()
    expectClose(Double(single.forward([[0.5]], [[0.25]])), 0.03125, "the loss, in Float")
    expectFloat(single.backward(), [[0.25]], "ŷ − y")
  }
}
