import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

@Suite(.graded) struct MonteCarloChecks {
  @Test("the lecture's six results: μ = 6.19, σ² = 1.85") func lectureMeanAndVariance() {
    let results: NDArray<Double> = [5.42, 7.89, 4.39, 5.17, 8.01, 6.27]
    let (mean, variance) = meanAndVariance(results)
    expectClose(mean, NDArray(37.15 / 6), "μ")
    #expect(
      abs(variance.scalar - 2.216416667) > 1e-6,
      "2.216417 divides by n − 1; the lecture's σ² = 1.85 divides by n")
    expectClose(variance, NDArray(1.847013888888889), "σ²")
    let table: NDArray<Double> = [[[1, 5]], [[4, 5]], [[4, 8]]]
    let both = meanAndVariance(table)
    expectClose(both.mean, [[3, 6]], "the mean over the passes, axis 0, of two outputs")
    expectClose(both.variance, [[2, 2]], "their variance")
  }

  @Test("dropping is switched wherever it is, and nothing else") func droppingIsSwitched() {
    let norm = BatchNorm1d<Double>(4)
    let inner = Sequential<Double>([norm, Dropout(0.5, seed: 1)])
    let connect = DropConnect<Double>(
      weight: NDArray.eye(4), bias: [0, 0, 0, 0], p: 0.5, seed: 2)
    let network = Sequential<Double>([connect, inner])
    network.setTraining(false)
    let x = NDArray<Double>.ones([6, 4])
    let plain = network.forward(x)
    setDropping(true, in: network)
    let dropped = network.forward(x)
    #expect(dropped != plain, "Dropout and DropConnect drop although the network is in use")
    #expect((connect.forward(x) .== 0).any(), "the DropConnect, too, which comes first")
    #expect((inner.forward(x) .== 0).any(), "the Dropout inside of the inner Sequential, too")
    expectClose(
      norm.mean.value, [0, 0, 0, 0],
      "batch normalisation is still in use: its running mean must not learn from questions")
    setDropping(false, in: network)
    expectClose(network.forward(x), plain, "and stops again")
  }

  @Test("Monte-Carlo dropout: mean and variance of a linear network are known")
  func monteCarloOfALinearNetwork() {
    let weight: NDArray<Double> = [[1], [-2], [3]]
    let norm = BatchNorm1d<Double>(3)
    norm.variance.value = [1, 1, 1] - norm.epsilon
    let network = Sequential<Double>([
      norm, Dropout(0.2, seed: 3), Linear(weight: weight, bias: [10]),
    ])
    let (mean, variance) = monteCarlo(network, [[1, 1, 1], [0, 0, 0]], passes: 4000)
    expectShape(mean, [2, 1], "the mean: one answer for each object")
    expectShape(variance, [2, 1], "the variance")
    expectClose(mean[1], [10], "where nothing comes in, nothing can be dropped")
    expectClose(variance[1], [0], "so all passes agree there")
    let (m, v) = (mean[0, 0] as Double, variance[0, 0] as Double)
    #expect(abs(m - 12) < 0.15, "the mean is the answer in use, 1 − 2 + 3 + 10 = 12; got \(m)")
    #expect(
      abs(v - 3.5) < 0.35, "the variance is p/(1 − p)·Σw²x² = 0.25·14 = 3.5; got \(v)")
    expectClose(norm.mean.value, [0, 0, 0], "the running statistics have not moved")
    let again = network.forward([[1, 1, 1]])
    expectClose(again, [[12]], "afterwards everything is in use: nothing is dropped any more")
    var asked = 0
    let squares = monteCarlo(network, [[0, 0, 0]], passes: 3) {
      asked += 1
      return $0 * $0
    }
    expectClose(squares.mean, [[100]], "the mean of what `answer` makes of the outputs")
    #expect(asked == 3, "passes: 3 asks three times")
    let above = monteCarlo(network, [[1, 1, 1]], passes: 200) { which($0 .> 12, 1, 0 * $0) }
    let share: Double = above.mean[0, 0]
    #expect(
      share > 0.1 && share < 0.9,
      "`answer` is asked in each pass: of 200 answers some are above 12, not none and not all")
    let one = monteCarlo(network, [[1, 1, 1]], passes: 1)
    expectClose(one.variance, [[0]], "a single pass has the variance 0")
  }
}
