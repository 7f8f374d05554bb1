import Convolution
import CourseKit
import Foundation
import NDArray
import Networks
import Optimisers
import Regularisation
import TransferLearning

/// What it costs to do one thing differently, with three and ten examples of each class.
func slips(
  _ data: ScatteredDigits, _ file: URL, _ statistics: (mean: [Double], deviation: [Double])
) throws {
  section("One thing done differently: held-out accuracy, mean of 4 draws")
  let test = TargetTask.test(data)
  typealias Change = (Classifier<Float>, TargetTask, inout Generator) -> Void
  func tune(
    head: Int, _ epochs: Int, rate: Double = 0.01, bodyRate: Double = 0.001,
    before: @escaping (Classifier<Float>) -> Void = { _ in }
  ) -> Change {
    { model, task, generator in
      before(model)
      fineTune(
        model, task.x, task.labels, headEpochs: head, epochs: epochs, batchSize: 32, rule: Adam(),
        rate: rate, bodyRate: bodyRate, using: &generator)
    }
  }
  let gradually: Change = { model, task, generator in
    let both = optimisers(of: model, Adam(), rate: 0.01, bodyRate: 0.001)
    trainHead(
      of: model, task.x, task.labels, epochs: 40, batchSize: 32, optimiser: both[0],
      using: &generator)
    for epoch in 0..<12 {
      model.freeze(
        first: frozenLayers(of: model.body.layers.count, step: 3, every: 2, inEpoch: epoch))
      _ = trainEpoch(
        model, task.x, task.labels, batchSize: 32, optimisers: both, using: &generator)
    }
  }
  let plain: (Classifier<Float>) -> Void = { model in
    (model.mean.value, model.deviation.value) = (
      model.mean.value * 0, model.deviation.value * 0 + 1
    )
  }
  let variants: [(name: String, change: Change)] = [
    ("head only", tune(head: 40, 0)),
    ("  without the source's normalisation", tune(head: 40, 0, before: plain)),
    ("  the body left in training", headUnderMovingStatistics),
    ("fine-tuned: head 0.01, body 0.001", tune(head: 40, 12)),
    ("  the head not trained first", tune(head: 0, 12)),
    ("  one rate for both, 0.01", tune(head: 40, 12, bodyRate: 0.01)),
    ("  neither: one rate, and all at once", tune(head: 0, 12, bodyRate: 0.01)),
    ("  layer by layer from above", gradually),
  ]
  print("".padding(40) + [3, 10].map { "\($0) of each".padding(12) }.joined())
  for (name, change) in variants {
    var cells: [String] = []
    for count in [3, 10] {
      var results: [Double] = []
      for seed in 0..<4 {
        let task = TargetTask(data, count: count, seed: seed)
        let model = ScatteredDigits.network(classes: 3, statistics: statistics, seed: 10 + seed)
        try model.loadBody(from: file)
        var generator = Generator(seed: 200 + seed)
        change(model, task, &generator)
        results.append(accuracy(model, test.x, test.labels))
      }
      cells.append(results.mean.text(3).padding(12))
    }
    print(name.padding(40) + cells.joined())
  }
}

/// The head alone, but the body is in training meanwhile: its weights are frozen, and batch normalisation takes the
/// batch's statistics and goes on collecting them.
private func headUnderMovingStatistics(
  _ model: Classifier<Float>, _ task: TargetTask, _ generator: inout Generator
) {
  for parameter in model.body.parameters { parameter.isFrozen = true }
  let optimiser = Optimiser(Adam(), model.head.parameters, rate: 0.01)
  let loss = SoftmaxCrossEntropy<Float>()
  for _ in 0..<40 {
    for (x, labels) in batches(of: 32, task.x, task.labels, using: &generator) {
      model.body.setTraining(true)
      model.clearGradients()
      _ = loss.forward(model.forward(x), labels)
      model.backward(loss.backward())
      optimiser.step()
    }
  }
}
