import CourseKit
import GradedTests
import NDArray
import Networks
import Optimisers
import Regularisation
import Testing

@Suite(.graded) struct StoppingChecks {
  /// A model of one weight and one running statistic.
  private final class Model: Module {
    typealias Element = Double
    let weight = Parameter<Double>("w", [0])
    let running = Buffer<Double>("r", [0])
  }

  @Test("stops when `patience` epochs have brought nothing better") func stopsAfterPatience() {
    let model = Model()
    var stopping = EarlyStopping<Double>(patience: 3)
    let losses = [0.9, 0.5, 0.6, 0.5, 0.4, 0.45, 0.41, 0.4, 0.1]
    let answers = losses.prefix(8).map { stopping.shouldStop(after: $0, of: model) }
    let expected = [false, false, false, false, false, false, false, true]
    #expect(
      answers == expected,
      "losses .9 .5 .6 .5 .4 .45 .41 .4 with patience 3: the best is the 5th (.4 again is no better), so stop after the 8th"
    )
    #expect(stopping.epoch == 8, "eight epochs were seen, not \(stopping.epoch)")
    #expect(stopping.best?.epoch == 5, "the best epoch, counted from 1, is the 5th")
    expectClose(stopping.best?.loss ?? .nan, 0.4, "its loss")
  }

  @Test("the best weights come back, and the running statistics with them")
  func bestWeightsComeBack() {
    let model = Model()
    var stopping = EarlyStopping<Double>(patience: 10)
    stopping.restore()
    expectClose(model.weight.value, [0], "restoring before the first epoch does nothing")
    for (epoch, loss) in [3.0, 2, 1, 2, 3].enumerated() {
      model.weight.value = NDArray([Double(epoch + 1)])
      model.running.value = NDArray([Double(10 * epoch + 10)])
      _ = stopping.shouldStop(after: loss, of: model)
    }
    stopping.restore()
    #expect((model.weight.value[0] as Double) != 5, "the weights are still those of the last epoch")
    expectClose(model.weight.value, [3], "the weight of the third epoch, whose loss was lowest")
    expectClose(model.running.value, [30], "the buffer of the same epoch")
    model.weight.value = [7]
    _ = stopping.shouldStop(after: 0.5, of: model)
    model.weight.value = [8]
    stopping.restore()
    expectClose(model.weight.value, [7], "a later best takes its place")
  }

  @Test("NaN is never the best, and patience counts from the beginning without one")
  func stoppingWithoutNumbers() {
    let model = Model()
    var stopping = EarlyStopping<Double>(patience: 2)
    let early = stopping.shouldStop(after: .nan, of: model)
    #expect(!early, "one epoch without a number")
    #expect(stopping.best == nil, "NaN is no best epoch")
    let late = stopping.shouldStop(after: .infinity, of: model)
    #expect(late, "after two it stops: nothing was any good")
    model.weight.value = [6]
    stopping.restore()
    expectClose(
      model.weight.value, [6], "there was no best epoch, so there are no weights to put back")
    var other = EarlyStopping<Double>(patience: 2)
    var answers: [Bool] = []
    for loss in [1, .nan, 0.9, .nan, 1] { answers.append(other.shouldStop(after: loss, of: model)) }
    #expect(
      answers == [false, false, false, false, true], "losses 1, NaN, .9, NaN, 1 with patience 2")
    var impatient = EarlyStopping<Double>(patience: 1)
    var quick: [Bool] = []
    for loss in [-1, -2, -2.5, -2.5] { quick.append(impatient.shouldStop(after: loss, of: model)) }
    #expect(
      quick == [false, false, false, true], "patience 1 stops at the first epoch that is no better")
  }

  @Test("fit: trains, asks in use, stops, restores") func fitStopsAndRestores() {
    let norm = BatchNorm1d<Double>(1)
    let network = Sequential<Double>([norm, Dropout(0.5, seed: 1)])
    var epochs = 0
    let held = [5.0, 3, 4, 2, 6, 7, 1]
    var wasInUse: [Bool] = []
    let history = fit(network, epochs: 7, patience: 2) {
      epochs += 1
      norm.beta.value = NDArray([Double(epochs)])
      return Double(100 + epochs)
    } heldOut: {
      wasInUse.append((network.forward([[1], [2]]) .!= 0).all())
      return held[epochs - 1]
    }
    expectClose(
      history["held out"], [5, 3, 4, 2, 6, 7], "stopped two epochs after the best, the 4th")
    expectClose(history["training"], [101, 102, 103, 104, 105, 106], "the losses of the epochs")
    expectClose(norm.beta.value, [4], "the model has its best weights again")
    #expect(!wasInUse.contains(false), "the held-out loss is asked with the model in use")
    expectClose(norm.mean.value, [0], "asking has not moved the running statistics")
    let few = [2.0, 1, 3]
    epochs = 0
    let all = fit(network, epochs: 3, patience: 5) {
      epochs += 1
      norm.beta.value = NDArray([Double(10 * epochs)])
      return 1
    } heldOut: {
      few[epochs - 1]
    }
    #expect(all.epochs == 3, "no more than `epochs`")
    expectClose(
      norm.beta.value, [20],
      "the best weights, those of the 2nd epoch, where patience did not run out, too")
  }
}
