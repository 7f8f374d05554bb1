import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct FreezingChecks {
  private var pictures: NDArray<Double> {
    var generator = Generator(seed: 40)
    return generator.standardNormal([5, 2, 4, 3])
  }
  private let labels: NDArray<Int> = [0, 2, 1, 1, 0]

  /// Three epochs with everything that could move a weight: a gradient, momentum and decay.
  private func train(_ model: Classifier<Double>, decay: Decay = .penalty(0.1)) {
    var generator = Generator(seed: 41)
    let all = [model.head.parameters, model.body.parameters].map {
      Optimiser(Momentum(), $0, rate: 0.1, decay: decay)
    }
    for _ in 0..<3 {
      _ = trainEpoch(model, pictures, labels, batchSize: 2 + 1, optimisers: all, using: &generator)
    }
  }

  @Test("the first layers are frozen, what is above them learns") func freezingTheFirst() {
    for count in [0, 1, 3, 4, 7] {
      let model: Classifier<Double> = smallClassifier(seed: 42)
      model.freezeBody()
      model.head.freeze()
      model.freeze(first: count)
      let frozen = model.body.namedParameters.filter { $0.parameter.isFrozen }.map(\.name)
      let expected = ["0.W", "1.γ", "1.β", "3.W", "4.γ", "4.β"].prefix {
        Int($0.prefix(1))! < count
      }
      #expect(frozen == Array(expected), "freeze(first: \(count)): the frozen parameters")
      let still = model.body.namedBuffers.filter { $0.buffer.isFrozen }.map(\.name)
      #expect(
        still
          == ["1.mean", "1.variance", "4.mean", "4.variance"].filter { Int($0.prefix(1))! < count },
        "freeze(first: \(count)): the frozen statistics")
      #expect(
        model.head.parameters.allSatisfy { !$0.isFrozen },
        "freeze(first: \(count)): the head learns")
    }
    let model: Classifier<Double> = smallClassifier(seed: 42)
    model.freezeBody()
    #expect(
      model.counts == (15, model.body.counts.frozen),
      "freezeBody(): 4·3 + 3 numbers of the head learn")
    model.unfreeze()
    #expect(model.counts.frozen == 0, "unfreeze(): everything learns again")
  }

  @Test("keep_last counts parameters: 2 are the head's W and b") func keepingTheLast() {
    let model: Classifier<Double> = smallClassifier(seed: 43)
    #expect(freeze(model, keepingLast: 2) == ["head.W", "head.b"], "the names of the last two")
    #expect(model.counts.trainable == 15, "what learns: the head")
    #expect(
      freeze(model, keepingLast: 1) == ["head.b"], "the last one: the bias of the head alone")
    #expect(model.head.weight.isFrozen, "so the head's W is frozen")
    #expect(
      freeze(model, keepingLast: 3) == ["body.4.β", "head.W", "head.b"],
      "the last three: β of the last batch normalisation, and not a third layer")
    #expect(!model.head.weight.isFrozen, "keeping three lets the head's W learn again")
    #expect(freeze(model, keepingLast: 0).isEmpty && model.counts.trainable == 0, "keeping none")
    #expect(freeze(model, keepingLast: 99).count == 8, "keeping more than there are: all of them")
    #expect(model.counts.frozen == 0, "then nothing is frozen")
  }

  @Test("running statistics are frozen with the part that they belong to")
  func statisticsFollowTheirPart() {
    let model: Classifier<Double> = smallClassifier(seed: 44)
    func frozen() -> [String] { model.namedBuffers.filter { $0.buffer.isFrozen }.map(\.name) }
    freeze(model, keepingLast: 2)
    #expect(
      frozen() == [
        "mean", "deviation", "body.1.mean", "body.1.variance", "body.4.mean", "body.4.variance",
      ], "the head alone is kept: all statistics are frozen")
    freeze(model, keepingLast: 3)
    #expect(
      frozen() == ["mean", "deviation", "body.1.mean", "body.1.variance"],
      "β of body.4 is kept, so body.4's statistics follow its input")
    freeze(model, keepingLast: 8)
    #expect(
      !frozen().contains("body.1.mean"), "everything is kept: batch normalisation's statistics move"
    )
  }

  @Test("a frozen body stays as it is under gradient, momentum and decay") func frozenBodyIsStill()
  {
    for decay in [Decay.none, .penalty(0.1), .decoupled(0.1)] {
      let model: Classifier<Double> = smallClassifier(seed: 45)
      model.freezeBody()
      let before = contents(model)
      train(model, decay: decay)
      #expect(
        changes(before, contents(model)) == ["head.W", "head.b"],
        "what three epochs with \(decay) changed: running statistics must not move either")
    }
    let kept: Classifier<Double> = smallClassifier(seed: 45)
    freeze(kept, keepingLast: 2)
    let before = contents(kept)
    train(kept)
    #expect(
      changes(before, contents(kept)) == ["head.W", "head.b"], "the same with keepingLast: 2")
  }

  @Test("momentum does not carry on what has been frozen") func momentumStops() {
    let model: Classifier<Double> = smallClassifier(seed: 46)
    var generator = Generator(seed: 47)
    let both = optimisers(of: model, Momentum(), rate: 0.1, bodyRate: 0.1, decay: .decoupled(0.01))
    func epoch() {
      _ = trainEpoch(model, pictures, labels, batchSize: 5, optimisers: both, using: &generator)
    }
    epoch()
    model.freeze(first: 3)
    let before = contents(model)
    epoch()
    #expect(
      changes(before, contents(model)) == [
        "body.3.W", "body.4.mean", "body.4.variance", "body.4.β", "body.4.γ", "head.W", "head.b",
      ], "frozen after an epoch: nothing of layers 0 to 2 rolls on, all the rest learns")
  }

  @Test("what is let go again moves, also by optimisers made before") func unfreezingLater() {
    let model: Classifier<Double> = smallClassifier(seed: 48)
    var generator = Generator(seed: 49)
    model.freezeBody()
    let both = optimisers(of: model, GradientDescent(), rate: 0.1, bodyRate: 0.05)
    model.unfreeze()
    let before = contents(model)
    _ = trainEpoch(model, pictures, labels, batchSize: 5, optimisers: both, using: &generator)
    let changed = changes(before, contents(model))
    for name in ["body.0.W", "body.3.W", "body.4.γ", "head.W"] {
      #expect(
        changed.contains(name),
        "\(name) has not moved: the optimisers must hold all parameters, also those that were frozen when they were made"
      )
    }
    #expect(changed.contains("body.1.mean"), "and the running statistics follow again")
  }

  @Test("the first layer that learns") func firstLearningLayer() {
    let (model, spies, _) = spiedClassifier()
    #expect(model.firstLearning == 0, "nothing is frozen: layer 0")
    model.freeze(first: 2)
    #expect(model.firstLearning == 2, "layers 0 and 1 frozen: layer 2")
    model.freeze(first: 3)
    #expect(
      model.firstLearning == 4, "layers 0 to 2 frozen; layer 3 has no parameters, so layer 4")
    model.freezeBody()
    #expect(model.firstLearning == 7, "all frozen: the number of layers")
    spies[1].weight.isFrozen = false
    #expect(model.firstLearning == 2, "a single parameter that learns is enough")
    let kept: Classifier<Double> = smallClassifier(seed: 70)
    kept.freezeBody()
    kept.body.layers[4].parameters.last?.isFrozen = false
    #expect(kept.firstLearning == 4, "β of layer 4 learns, γ does not: one parameter is enough")
    let counted: Classifier<Double> = smallClassifier(seed: 70)
    for layer in counted.body.layers[..<2] {
      for parameter in layer.parameters { parameter.isFrozen = true }
    }
    #expect(
      counted.firstLearning == 3,
      "statistics that run are nothing to learn: parameters of layers 0 and 1 frozen, none in 2, so layer 3"
    )
  }

  @Test("the backward pass stops where nobody waits for a gradient") func backwardStops() {
    let (model, spies, bystanders) = spiedClassifier()
    let x = pictures
    func walk() -> [Int] {
      let before = spies.map(\.backwards) + bystanders.map(\.backwards)
      let dLogits = model.forward(x) * 0 + 1
      model.backward(dLogits)
      return zip(spies.map(\.backwards) + bystanders.map(\.backwards), before).map { $0 - $1 }
    }
    #expect(walk() == [1, 1, 1, 1, 1, 1], "nothing is frozen: once through every layer")
    model.freeze(first: 2)
    #expect(walk() == [0, 1, 1, 0, 1, 1], "layers 0 and 1 frozen: they are not walked back")
    model.freezeBody()
    #expect(walk() == [0, 0, 0, 0, 0, 0], "the whole body frozen: not one of its layers")
    spies[0].weight.isFrozen = false
    #expect(
      walk() == [1, 1, 1, 1, 1, 1],
      "layer 0 alone learns: its gradient comes through the frozen layers above it")
  }

  @Test("what is below the first layer that learns is used, not trained")
  func frozenLayersAreInUse() {
    let (model, spies, bystanders) = spiedClassifier()
    func modes() -> [Bool?] {
      zip(spies, bystanders).flatMap { [$0.0.isTraining, $0.1.isTraining] }
    }
    model.setTraining(true)
    #expect(modes() == [true, true, true, true, true, true], "nothing is frozen: all in training")
    model.freeze(first: 2)
    model.setTraining(true)
    #expect(
      modes() == [false, false, true, true, true, true],
      "layers 0 and 1 are frozen: both in use, dropout between frozen layers too")
    model.freezeBody()
    model.setTraining(true)
    #expect(modes() == [false, false, false, false, false, false], "the whole body in use")
    spies[0].weight.isFrozen = false
    model.setTraining(true)
    #expect(
      modes() == [true, true, true, true, true, true],
      "layer 0 alone learns: what is above it is in training, frozen or not")
    model.unfreeze()
    model.setTraining(true)
    model.setTraining(false)
    #expect(
      modes() == [false, false, false, false, false, false], "setTraining(false): all in use")

    let (first, last) = (Spy(1), Bystander())
    var generator = Generator(seed: 92)
    let short = Classifier<Double>(
      body: Sequential([first, last] as [any Layer<Double>]), features: 2, classes: 3,
      statistics: ([0, 0], [1, 1]), using: &generator)
    short.setTraining(true)
    #expect(last.isTraining == true, "the last layer of a body, whatever it is, is told as well")
  }

  @Test("a frozen body says the same of a picture in any batch")
  func featuresDoNotDependOnTheBatch() {
    let model: Classifier<Double> = smallClassifier(seed: 50)
    model.freezeBody()
    model.setTraining(true)
    let together = model.features(pictures)
    expectClose(
      model.features(pictures[1..<3]), together[1..<3],
      "features of two pictures alone and among five, in training: batch normalisation takes its running statistics"
    )
    model.unfreeze()
    model.setTraining(true)
    let difference = abs(model.features(pictures[1..<3]) - model.features(pictures)[1..<3]).max()
    #expect(difference > 1e-6, "a body that learns normalises by the batch")
  }

  @Test("gradual unfreezing, from the last layer down") func gradualUnfreezing() {
    func plan(_ layers: Int, _ step: Int, _ every: Int, _ epochs: Int) -> [Int] {
      (0..<epochs).map { frozenLayers(of: layers, step: step, every: every, inEpoch: $0) }
    }
    #expect(plan(5, 2, 1, 6) == [5, 3, 1, 0, 0, 0], "5 layers, 2 more each epoch")
    #expect(plan(7, 3, 2, 8) == [7, 7, 4, 4, 1, 1, 0, 0], "7 layers, 3 more every two epochs")
    #expect(plan(1, 1, 3, 4) == [1, 1, 1, 0], "one layer, after three epochs")
  }
}
