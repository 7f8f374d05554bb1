import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct TuningChecks {
  private var pictures: NDArray<Double> {
    var generator = Generator(seed: 80)
    return generator.standardNormal([7, 2, 4, 3])
  }
  private let labels: NDArray<Int> = [0, 2, 1, 1, 0, 2, 1]

  @Test("one step: the head by its rate, the body by its own") func twoRates() {
    let model: Classifier<Double> = smallClassifier(seed: 81)
    let both = optimisers(of: model, GradientDescent(), rate: 0.1, bodyRate: 0.01)
    #expect(both.count == 2, "one optimiser for the head, one for the body")
    model.clearGradients()
    let loss = SoftmaxCrossEntropy<Double>()
    _ = loss.forward(model.forward(pictures), labels)
    model.backward(loss.backward())
    let before = contents(model)
    let gradients = model.namedParameters.map { ($0.name, $0.parameter.gradient) }
    for optimiser in both { optimiser.step() }
    let after = contents(model)
    for (name, gradient) in gradients {
      let rate = name.hasPrefix("head.") ? 0.1 : 0.01
      expectStep(
        of: name, from: before[name]!, to: after[name]!, expected: before[name]! - rate * gradient)
    }
    let decaying = optimisers(
      of: model, GradientDescent(), rate: 0.1, bodyRate: 0.01, decay: .decoupled(0.5))
    model.clearGradients()
    for optimiser in decaying { optimiser.step() }
    expectClose(
      model.head.weight.value, 0.95 * after["head.W"]!, "the head's decay: 1 − 0.1 · 0.5")
    expectClose(
      model.body.parameters[0].value, 0.995 * after["body.0.W"]!, "the body's decay: 1 − 0.01 · 0.5"
    )
  }

  @Test("an epoch by hand: the order, the steps and the mean loss") func epochOfAClassifier() {
    let (model, twin): (Classifier<Double>, Classifier<Double>) = (
      smallClassifier(seed: 82), smallClassifier(seed: 82)
    )
    var (a, b) = (Generator(seed: 83), Generator(seed: 83))
    let both = optimisers(of: model, Momentum(), rate: 0.1, bodyRate: 0.05)
    let twins = optimisers(of: twin, Momentum(), rate: 0.1, bodyRate: 0.05)
    model.setTraining(false)
    let loss = SoftmaxCrossEntropy<Double>()
    for epoch in 1...2 {
      let mean = trainEpoch(model, pictures, labels, batchSize: 3, optimisers: both, using: &a)
      var total = 0.0
      for order in batches(of: 3, count: 7, using: &b) where order.count > 0 {
        twin.clearGradients()
        total += loss.forward(twin.forward(pictures[order]), labels[order]) * Double(order.count)
        twin.backward(loss.backward())
        for optimiser in twins { optimiser.step() }
      }
      expectClose(
        mean, total / 7,
        "the mean loss of 7 objects in batches of 3, 3 and 1, epoch \(epoch), in training although the model was in use before"
      )
    }
    for (name, value) in contents(twin) { expectClose(contents(model)[name]!, value, name) }
  }

  @Test("each batch is changed on its way, and only on its way") func changesOnTheWay() {
    let (model, spies, _) = spiedClassifier()
    _ = spies
    var generator = Generator(seed: 84)
    var seen: [[Int]] = []
    let x = pictures
    let before = contents(model)
    _ = trainEpoch(
      model, x, labels, batchSize: 4, optimisers: [],
      change: { batch, generator in
        seen.append(batch.shape)
        _ = generator.random()
        return batch * 0
      }, using: &generator)
    #expect(
      seen == [[4, 2, 4, 3], [3, 2, 4, 3]], "`change` was given the batches of the shapes \(seen)")
    #expect(
      model.body.parameters[0].gradient.max() == 0,
      "pictures of zeros give the first weight no gradient: what `change` returns is what is learned from"
    )
    #expect(changes(before, contents(model)).isEmpty, "without optimisers nothing moves")
    var again = Generator(seed: 84)
    _ = again.permutation(7)
    _ = (again.random() as Double, again.random() as Double)
    let next: Double = generator.random()
    #expect(next == again.random(), "`change` draws from the generator that was handed in")
    var calls = 0
    fineTune(
      model, x, labels, headEpochs: 2, epochs: 3, batchSize: 4, rule: GradientDescent(), rate: 0.1,
      bodyRate: 0.1,
      change: { batch, _ in
        calls += 1
        return batch
      }, using: &generator)
    #expect(
      calls == 6,
      "fine-tuning: 3 epochs of 2 batches are changed, and the head's 2 epochs not; got \(calls)")
  }

  @Test("features computed once: the same as training the head through the whole network")
  func headOnStoredFeatures() {
    let (model, twin): (Classifier<Double>, Classifier<Double>) = (
      smallClassifier(seed: 85), smallClassifier(seed: 85)
    )
    var (a, b) = (Generator(seed: 86), Generator(seed: 86))
    let losses = trainHead(
      of: model, pictures, labels, epochs: 3, batchSize: 3,
      optimiser: Optimiser(Adam(), model.head.parameters, rate: 0.1), using: &a)
    twin.freezeBody()
    let optimiser = Optimiser(Adam(), twin.head.parameters, rate: 0.1)
    for epoch in 0..<3 {
      let expected = trainEpoch(
        twin, pictures, labels, batchSize: 3, optimisers: [optimiser], using: &b)
      expectClose(
        losses.indices.contains(epoch) ? losses[epoch] : .nan, expected,
        "the loss of epoch \(epoch + 1)")
    }
    expectClose(model.head.weight.value, twin.head.weight.value, "W of the head")
    #expect(model.counts.trainable == 15, "trainHead freezes the body and leaves it so")
    #expect(
      model.body.namedBuffers.allSatisfy { $0.buffer.isFrozen },
      "frozen with the body are its running statistics: freezeBody(), not the parameters alone")
  }

  @Test("the body is asked once, however many epochs there are") func featuresAreComputedOnce() {
    final class Counter: Layer {
      typealias Element = Double
      private(set) var forwards = 0
      func forward(_ x: NDArray<Double>) -> NDArray<Double> {
        forwards += 1
        return x.mean(axes: [2, 3])
      }
      func backward(_ dY: NDArray<Double>) -> NDArray<Double> { dY }
    }
    var generator = Generator(seed: 87)
    let counter = Counter()
    let model = Classifier<Double>(
      body: Sequential([counter]), features: 2, classes: 3, statistics: ([0, 0], [1, 1]),
      using: &generator)
    let losses = trainHead(
      of: model, pictures, labels, epochs: 5, batchSize: 2,
      optimiser: Optimiser(GradientDescent(), model.head.parameters, rate: 0.1), using: &generator)
    #expect(losses.count == 5, "a loss for each epoch")
    #expect(counter.forwards == 1, "the body was asked \(counter.forwards) times in 5 epochs")
  }

  @Test("the head alone, then everything: like PyTorch with two groups of parameters")
  func fineTuningAgainstPyTorch() throws {
    let stored: TuningReferences = try reference("tuning.json")
    var generator = Generator(seed: 88)
    let body = Sequential<Double>([
      Conv2d(2, 3, kernel: 3, padding: .zeros(1), bias: false, using: &generator), BatchNorm2d(3),
      Activate(.relu), GlobalAveragePool2d(),
    ])
    let model = Classifier<Double>(
      body: body, features: 3, classes: 4, statistics: (stored.mean, stored.deviation),
      using: &generator)
    let buffers = stored.start.buffers
    guard fill(body, stored.start.body, buffers, "the body") else { return }
    model.head.weight.value = stored.start.weight.array
    model.head.bias.value = stored.start.bias.array
    let losses = fineTune(
      model, stored.x.array, NDArray(stored.labels), headEpochs: 3, epochs: 3, batchSize: 7,
      rule: TorchMomentum(), rate: 0.1, bodyRate: 0.02, using: &generator)
    expectClose(
      NDArray(losses), NDArray(stored.losses),
      "the losses: three of the head alone, three of everything")
    for ((name, parameter), expected) in zip(
      body.namedParameters.map { ($0.name, $0.parameter) }, stored.end.body)
    {
      expectClose(parameter.value, expected.array, "body.\(name) in the end")
    }
    for ((name, buffer), expected) in zip(
      body.namedBuffers.map { ($0.name, $0.buffer) }, stored.end.buffers)
    {
      expectClose(buffer.value, expected.array, "body.\(name) in the end")
    }
    expectClose(model.head.weight.value, stored.end.weight.array, "W of the head in the end")
    expectClose(model.head.bias.value, stored.end.bias.array, "b of the head in the end")
  }

  @Test("predictions are made with the network in use") func predictionsInUse() {
    let model: Classifier<Double> = smallClassifier(seed: 89)
    model.setTraining(false)
    let logits = model.forward(pictures)
    model.setTraining(true)
    let before = contents(model)
    expectEqual(
      predict(model, pictures), logits.argMax(axis: 1), "the largest logit of each picture")
    #expect(changes(before, contents(model)).isEmpty, "to predict moves no statistics")
    let share = (logits.argMax(axis: 1) .== labels).mean()
    expectClose(accuracy(model, pictures, labels), share, "the share that is right")
  }

  @Test("a few of each class") func fewOfEachClass() {
    let labels: NDArray<Int> = [2, 0, 1, 0, 2, 0, 1, 0, 0, 2, 0]
    for seed in 0..<4 {
      var (a, b) = (Generator(seed: seed), Generator(seed: seed))
      let chosen = fewOfEach(labels, classes: 3, count: 3, using: &a)
      let order = b.permutation(11)
      let expected = (0..<3).flatMap { label in
        order.elements.filter { labels[$0] == label }.prefix(3)
      }
      expectEqual(
        chosen, NDArray(expected),
        "three of class 0, both of class 1, three of class 2, in the order of the permutation")
    }
    var generator = Generator(seed: 5)
    #expect(
      fewOfEach(labels, classes: 3, count: 1, using: &generator).count == 3, "one of each class")
  }

  @Test("the mean over classes, not over pictures") func balancedAccuracyByHand() {
    let labels: NDArray<Int> = [0, 0, 0, 0, 0, 0, 1, 1, 3]
    let always: NDArray<Int> = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    expectClose(
      balancedAccuracy(always, labels, classes: 4), 1.0 / 3,
      "always class 0: recalls 1, 0, none and 0; class 2 has no pictures and does not count")
    expectClose(
      balancedAccuracy([0, 0, 0, 1, 2, 3, 1, 0, 3], labels, classes: 4), (0.5 + 0.5 + 1) / 3,
      "recalls ½, ½ and 1")
    expectClose(balancedAccuracy(labels, labels, classes: 4), 1, "all right")
    expectClose(balancedAccuracy([1], [1], classes: 2), 1, "one picture")
  }
}
