import NDArray
import Testing

/// Beside the cases from NumPy, which `StatisticsCaseTests` runs: what those cannot say.
@Suite("Statistics")
struct StatisticsTests {
  private static let a = NDArray([[7, 1, 4], [2, .nan, 6.0]])

  @Test("the forms over everything, along one axis and along several agree")
  func forms() {
    let a = Self.a
    #expect(a.nanMedian() == 4)
    #expect(a.nanMedian(axis: 0) == [4.5, 1, 5])
    #expect(a.nanMedian(axes: [0, 1], keepDims: true) == [[4]])
    #expect(a.nanQuantile(0.25) == 2)
    #expect(a.nanPercentile(25) == 2)
    #expect(a.nanQuantile([0.25, 0.5], axis: 1) == [[2.5, 3], [4, 4]])
    #expect(a.nanQuantile(0.5, axis: 0, method: .higher) == [7, 1, 6])
    #expect(a.median().isNaN)
    #expect(a[0].quantile(0.5, method: .lower) == 4)
  }

  @Test("a quantile that selects has the type of the elements")
  func types() {
    let a: NDArray<Int8> = [1, 2, 4]
    let chosen: Int8 = a.quantile(0.4, method: .nearest)
    let between: Double = a.quantile(0.75)
    #expect(chosen == 2 && between == 3)
  }

  @Test("sums of exponentials do not overflow, and know infinities")
  func logSumExp() {
    let huge = Double.infinity
    let a = NDArray([[1000, 1000], [-huge, -huge], [huge, 0]])
    let sums = a.logSumExp(axis: 1).elements
    #expect(sums[0] == 1000.6931471805599)
    #expect(sums[1] == -.infinity && sums[2] == .infinity)
    #expect(NDArray<Double>.zeros([0]).logSumExp() == -.infinity)
  }

  @Test("a histogram's density integrates to 1")
  func density() {
    var rng = Generator(seed: 3)
    let found = histogram(rng.normal(shape: [1000]), bins: 17)
    #expect(found.counts.sum() == 1000)
    let area: Double = (found.density * found.edges.diff()).sum()
    #expect(Swift.abs(area - 1) < 1e-12)
    #expect(found.edges.count == 18)
  }

  @Test("weights by frequency count an observation as often")
  func covariance() {
    let x: NDArray<Double> = [[1, 2, 4], [3, 3, 5]]
    let repeated: NDArray<Double> = [[1, 2, 2, 4], [3, 3, 3, 5]]
    let found = cov(x, frequencies: [1, 2, 1])
    let difference: NDArray<Double> = abs(found - cov(repeated))
    #expect(difference.max() < 1e-15)
    // numpy.cov(x, aweights=[1, 0.5, 2])
    let weighted = cov(x, weights: [1, 0.5, 2]).elements
    let expected = [3.214285714285714, 2.2857142857142856, 2.2857142857142856, 1.7142857142857142]
    for (x, y) in zip(weighted, expected) { #expect(Swift.abs(x - y) < 1e-14) }
  }

  @Test("points that repeat are interpolated around the end")
  func period() {
    // numpy.interp([-180, -170, -185, 185, -10, -5, 0, 365], [190, -190, 350, -350], [5, 10, 3, 4], period=360)
    let x: NDArray<Double> = [-180, -170, -185, 185, -10, -5, 0, 365]
    let y = interp(x, [190, -190, 350, -350], [5, 10, 3, 4], period: 360)
    #expect(y == [7.5, 5, 8.75, 6.25, 3, 3.25, 3.5, 3.75])
  }

  @Test("running results go along every axis of every layout")
  func running() {
    let a: NDArray<Int> = [[1, 5, 2], [4, 3, 6]]
    for (layout, array) in everyLayout(of: a) {
      #expect(array.cumsum(axis: 0) == [[1, 5, 2], [5, 8, 8]], "\(layout)")
      #expect(array.cumsum(axis: 1) == [[1, 6, 8], [4, 7, 13]], "\(layout)")
      #expect(array.cumsum() == [1, 6, 8, 12, 15, 21], "\(layout)")
      #expect(array.cumulativeMax(axis: 1) == [[1, 5, 5], [4, 4, 6]], "\(layout)")
    }
    let wide = NDArray<Double>.arange(60).reshaped([4, 15])
    let last = (0..<15).map { (i: Int) -> Double in Double(4 * i + 90) }
    #expect(wide.cumsum(axis: 0)[3].elements == last)
  }
}
