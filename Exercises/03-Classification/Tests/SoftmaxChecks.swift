import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct SoftmaxChecks {
  @Test("three classes by hand") func softmaxByHand() {
    let p = softmax([[1, 2, 3], [0, 0, 0]])
    expectShape(p, [2, 3], "the shape stays")
    expectClose(
      p[0], [0.09003057317038046, 0.24472847105479764, 0.6652409557748218], "softmax of (1, 2, 3)")
    expectClose(p[1], NDArray.full([3], 1.0 / 3), "softmax of (0, 0, 0)")
    expectClose(
      logSoftmax([[1, 2, 3]]), [[-2.4076059644443806, -1.4076059644443804, -0.4076059644443804]],
      "log softmax of (1, 2, 3)")
  }

  @Test("logits of ±1000 are safe") func softmaxAtAThousand() {
    let z: NDArray<Double> = [[1000, 0, -1000], [-1000, -1000, -1000], [1000, 1000, 0]]
    let third = 1.0 / 3
    let expected = NDArray([[1.0, 0, 0], [third, third, third], [0.5, 0.5, 0]])
    expectClose(softmax(z), expected, "shift each row by its own maximum before exp")
    let logarithms = logSoftmax([[1000, 0, -1000]])
    expectEqual(logarithms, [[0, -1000, -2000]], "the logarithm, no infinity")
    let ln3 = 1.0986122886681098
    let ln2 = 0.6931471805599453
    expectClose(
      logSoftmax(z),
      NDArray([[0.0, -1000, -2000], [-ln3, -ln3, -ln3], [-ln2, -ln2, -1000 - ln2]]),
      "the logarithm of rows far apart: shift each by its own maximum")
    expectEqual(
      CrossEntropy.values([[1000, 0, -1000]], [2]), [2000], "loss of a confident mistake")
    expectClose(
      CrossEntropy.values(z, [1, 0, 2]), NDArray([1000, ln3, 1000 + ln2]),
      "losses of rows far apart")
    expectClose(
      CrossEntropy.gradient(z, [1, 0, 2]),
      NDArray([[1.0, -1, 0], [third - 1, third, third], [0.5, 0.5, -1]]),
      "their gradients: the softmax in them is shifted, too")
  }

  @Test("a shift of all logits changes nothing") func softmaxIgnoresAShift() {
    var generator = Generator(seed: 6)
    let z = generator.standardNormal([5, 4])
    let shift = 10 * generator.standardNormal([5, 1])
    expectClose(softmax(z + shift), softmax(z), "softmax(z + c) = softmax(z)")
    expectClose(softmax(z).sum(axis: 1), NDArray.ones([5]), "every row adds up to 1")
  }

  @Test("two classes are one sigmoid") func softmaxOfTwoIsSigmoid() {
    let z: NDArray<Double> = [-3, -1, 0, 0.5, 10]
    let two = stacked([NDArray.zeros([5]), z], axis: 1)
    expectClose(softmax(two)[.all, 1], sigmoid(z), "softmax of (0, z) and σ(z)")
    expectClose(
      CrossEntropy.values(two, [1, 0, 1, 0, 1]), LogLoss.values(z, [1, 0, 1, 0, 1]), "the losses")
    expectClose(
      CrossEntropy.gradient(two, [1, 0, 1, 0, 1])[.all, 1],
      LogLoss.gradient(z, [1, 0, 1, 0, 1]), "and their gradients")
  }

  @Test("cross-entropy of the lecture's objects") func crossEntropyOfTheLecture() {
    let losses = CrossEntropy.values([[0, 10], [0, -1], [1, 2]], [1, 0, 0])
    expectClose(
      losses, [4.5398899216870535e-05, 0.31326168751822286, 1.3132616875182228],
      "−ln .99995, −ln .7311, −ln .2689")
    let gradient = CrossEntropy.gradient([[1, 2, 3]], [0])
    expectClose(
      gradient, [[-0.9099694268296195, 0.24472847105479764, 0.6652409557748218]],
      "softmax − (1, 0, 0)")
  }

  @Test("gradient of the cross-entropy by the logits") func crossEntropyGradient() {
    var generator = Generator(seed: 7)
    let z = 2 * generator.standardNormal([6, 5])
    let labels: NDArray<Int> = [0, 4, 2, 2, 1, 3]
    expectGradient(at: z, named: "by the logits") {
      CrossEntropy.values($0, labels)
    } backward: {
      $0[.all, .newAxis] * CrossEntropy.gradient(z, labels)
    }
  }
}
