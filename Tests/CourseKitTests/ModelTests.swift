import CourseKit
import NDArray
import Testing

/// A neuron, a list of them, a shared parameter, a buffer: what a model is made of.
private final class Neuron: Module {
  typealias Element = Double
  let weight: Parameter<Double>
  let mean = Buffer<Double>("mean", [0])
  private(set) var isTraining = true
  init(_ values: NDArray<Double>) { weight = Parameter("w", values) }
  func setTraining(_ isTraining: Bool) { self.isTraining = isTraining }
}

private final class Pair: Module {
  typealias Element = Double
  let first = Neuron([1, 2])
  let rest: [Neuron] = [Neuron([3]), Neuron([4, 5, 6])]
  let spare: Neuron? = Neuron([7])
  let scales = [Parameter<Double>("s", [8]), Parameter<Double>("s", [9])]
  let shared: Parameter<Double>
  init() { shared = rest[1].weight }
}

@Suite struct ModelTests {
  @Test func partsAreFoundByTheirNames() {
    let names = Pair().namedParameters.map(\.name)
    #expect(names == ["scales.0.s", "scales.1.s", "w", "first.w", "rest.0.w", "spare.w"])
    #expect(Pair().namedBuffers.map(\.name).count == 4)
  }

  @Test func aSharedParameterCountsOnce() {
    let pair = Pair()
    #expect(pair.parameters.filter { $0 === pair.shared }.count == 1)
    #expect(pair.counts == (trainable: 9, frozen: 0))
  }

  @Test func gradientsAddUntilTheyAreCleared() {
    let w = Parameter<Float>("W", [[1, 2, 3]])
    #expect(w.gradient == NDArray<Float>.zeros([1, 3]))
    w.accumulate([[1, 0, 2]])
    let kept = w.gradient
    w.accumulate([[1, 5, 0]])
    #expect(w.gradient == [[2, 5, 2]])
    #expect(kept == [[1, 0, 2]])
    w.clearGradient()
    #expect(w.gradient == NDArray<Float>.zeros([1, 3]))
  }

  @Test func whatIsFrozenTakesNoGradient() {
    let neuron = Neuron([1, 2])
    neuron.freeze()
    var computed = false
    func gradient() -> NDArray<Double> {
      computed = true
      return [1, 1]
    }
    neuron.weight.accumulate(gradient())
    #expect(!computed && neuron.mean.isFrozen && neuron.counts == (trainable: 0, frozen: 2))
    neuron.freeze(false)
    neuron.weight.accumulate(gradient())
    #expect(computed && neuron.weight.gradient == [1, 1] && !neuron.mean.isFrozen)
    neuron.clearGradients()
    #expect(neuron.weight.gradient == [0, 0])
  }

  @Test func aGradientOfAnotherShapeIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Parameter<Double>("W", [[1, 2, 3]]).accumulate([[1], [2], [3]])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("the gradient of W has the shape [3, 1], but W has [1, 3]"))
  }

  @Test func trainingReachesEveryPart() {
    let pair = Pair()
    pair.setTraining(false)
    #expect(![pair.first, pair.rest[0], pair.rest[1], pair.spare!].contains { $0.isTraining })
  }

  @Test func aSnapshotBringsBackValuesAndStatistics() {
    let neuron = Neuron([1, 2])
    neuron.mean.value = [5]
    let snapshot = Snapshot(of: neuron)
    neuron.weight.value += 1
    neuron.mean.value = [0]
    snapshot.restore()
    #expect(neuron.weight.value == [1, 2] && neuron.mean.value == [5])
  }

  @Test func aSummaryCountsAndAligns() {
    var summary = Summary()
    let frozen = Neuron(.zeros([1234]))
    frozen.freeze()
    summary.add("0", Neuron([1, 2]), output: [1, 8, 8])
    summary.add("head", frozen, output: [3])
    #expect(
      "\(summary)" == """
        layer         output      trainable   frozen
        0 Neuron      [1, 8, 8]           2        0
        head Neuron   [3]                 0    1,234
        together                          2    1,234
        """)
  }

  @Test func aHistoryKnowsTheBestEpoch() {
    var history = History()
    #expect(history.best("loss") == nil)
    for (loss, accuracy) in [(0.9, 0.1), (.nan, 0.6), (0.5, 0.6), (0.5, 0.4)] {
      history.add(["loss": loss, "accuracy": accuracy])
    }
    #expect(history.best("loss")! == (epoch: 3, value: 0.5))
    #expect(history.best("accuracy", highest: true)! == (epoch: 2, value: 0.6))
    #expect(history.epochsSinceBest("loss") == 1 && history.epochs == 4)
    #expect(history["accuracy"] == [0.1, 0.6, 0.6, 0.4])
  }
}
