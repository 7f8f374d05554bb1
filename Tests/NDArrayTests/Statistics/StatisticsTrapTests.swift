import NDArray
import Testing

@Suite("Statistics: mistakes stop the program")
struct StatisticsTrapTests {
  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case fraction = "quantile: quantiles must be in the range [0, 1], got 1.5"
    case percentage = "percentile: percentiles must be in the range [0, 100], got -1.0"
    case emptyQuantile =
      "quantile: an axis of size zero has no quantile; array of shape (0,3), axes [0]"
    case medianAxis = "median: axis 3 is out of bounds for array of dimension 2"
    case allNaN = "nanargmax: all-NaN slice encountered, array of shape (2,)"
    case emptyMax = "max: an axis of size zero has no max; array of shape (0,3), axes [0]"
    case cumulative =
      "cumulative_sum: for arrays which have more than one dimension an axis is required, got shape (2,3)"
    case accumulate = "maximum.accumulate: cannot accumulate on a scalar"
    case order = "diff: order must be non-negative but got -1"
    case mask = "sum: a mask of shape (2,) does not broadcast to shape (2,3)"
    case weights =
      "average: shape of weights (2,) must be consistent with shape (2,3) along axes [1]"
    case noWeight = "average: weights sum to zero, can't be normalized"
    case negativeWeight = "quantile: weights must be non-negative"
    case noBins = "histogram: bins must be positive, got 0"
    case range = "histogram: range of [nan, nan] is not finite"
    case edges =
      "histogram: bins must be 1d and increase monotonically, got edges of shape (2,)"
    case negativeCount = "bincount: list must not contain negative elements, got -1"
    case emptyKernel = "convolve: an array cannot be empty, got shapes (3,) and (0,)"
    case observations =
      "cov: incompatible numbers of samples and weights, got shapes (2,3) and (2,)"
    case tooFewPoints =
      "gradient: shape (2,) is too small to calculate a gradient, axis 0 needs at least 3 elements"
    case points =
      "interp: xp and fp must be one-dimensional and of the same length, got shapes (3,) and (2,)"
    case degree = "polyfit: expected degree >= 0, got -1"

    func make() {
      let a: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
      let none = NDArray<Double>.zeros([0, 3])
      let (row, pair) = (a[0], a[0, 0..<2])
      switch self {
      case .fraction: _ = a.quantile(1.5)
      case .percentage: _ = a.percentile(-1)
      case .emptyQuantile: _ = none.quantile(0.5, axis: 0)
      case .medianAxis: _ = a.median(axis: 3)
      case .allNaN: _ = NDArray<Double>([.nan, .nan]).nanArgMax()
      case .emptyMax: _ = none.nanMax(axis: 0)
      case .cumulative: _ = a.cumulativeSum()
      case .accumulate: _ = NDArray(1.0).cumulativeMax()
      case .order: _ = a.diff(n: -1)
      case .mask: _ = a.sum(where: [true, false])
      case .weights: _ = a.average(axis: 1, weights: pair)
      case .noWeight: _ = row.average(weights: [1, -1, 0])
      case .negativeWeight: _ = row.quantile(0.5, weights: [1, -1, 0])
      case .noBins: _ = histogram(a, bins: 0)
      case .range: _ = histogram(NDArray<Double>([.nan, 1]))
      case .edges: _ = histogram(a, edges: [2, 1])
      case .negativeCount: _ = bincount(NDArray([1, -1]))
      case .emptyKernel: _ = convolve(row, NDArray<Double>.zeros([0]))
      case .observations: _ = cov(a, weights: pair)
      case .tooFewPoints: _ = gradient(pair, axis: 0, edgeOrder: 2)
      case .points: _ = interp(row, row, pair)
      case .degree: _ = try? polyfit(row, row, degree: -1)
      }
    }
  }

  @Test("the message names the operation and the values", arguments: Mistake.allCases)
  func message(_ mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      mistake.make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(mistake.rawValue), "\(output)")
  }
}
