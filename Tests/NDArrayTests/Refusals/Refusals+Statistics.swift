import NDArray

extension Refusals {
  static let statistics = Refusals {
    $0.refuse("digitize: object of too small depth for desired array, got bins of shape (1,1)") {
      _ = NDArray.zeros([2]).digitized([[1]])
    }
    $0.refuse("bincount: the weights and list don't have the same length, got shapes (1,) and (2,)")
    {
      _ = bincount(NDArray([0, 1]), weights: [1])
    }
    $0.refuse("bincount: object of too small or too great depth, got shape (1,1)") {
      _ = bincount(NDArray([[0]]))
    }
    $0.refuse("bincount: minLength must not be negative, got -1") {
      _ = bincount(NDArray([1]), minLength: -1)
    }
    $0.refuse("bincount: there are no counts for 9223372036854775807 integers and more") {
      _ = bincount(NDArray([Int.max]))
    }
    $0.refuse("bincount: 4611686018427387904 counts are more than memory holds") {
      _ = bincount(NDArray([1]), minLength: 1 << 62)
    }
    $0.refuse("histogram: 9223372036854775807 bins are more than memory holds") {
      _ = histogram(NDArray([1.0]), bins: .max)
    }
    $0.refuse(
      "histogram: too many bins for data range, cannot create 3.63424118566428e+299 finite-sized bins"
    ) {
      _ = histogram(NDArray([0, 1, 2, 3, 4, 1e300]), bins: .fd)
    }
    $0.refuse("average: weights sum to zero, can't be normalized") {
      _ = NDArray.zeros([0, 3]).average(axis: 1, weights: [0, 0, 0])
    }
    $0.refuse("average: weights sum to zero, can't be normalized") {
      _ = NDArray.zeros([2, 0]).average(axis: 1, weights: [])
    }
    $0.refuse("percentile: percentiles must be in the range [0, 100], got 100.0000001") {
      _ = NDArray([1.0]).percentile(100.0000001)
    }
    $0.refuse("nanpercentile: percentiles must be in the range [0, 100], got -1.0") {
      _ = NDArray([1.0]).nanPercentile(-1)
    }
    $0.refuse("cov: x and y must have as many observations, got shapes (2,) and (3,)") {
      _ = cov(NDArray([1, 2]), NDArray([1, 2, 3]))
    }
    $0.refuse("polyfit: a degree of 9223372036854775807 is more than LAPACK can count") {
      _ = try? polyfit(NDArray([1.0]), NDArray([1.0]), degree: .max)
    }
    $0.refuse("gradient: coordinates of shape (2,) must match the length of axis 0 of shape (3,)") {
      _ = gradient(NDArray.zeros([3]), coordinates: [0, 1])
    }
    $0.refuse("gradient: edge order must be 1 or 2, got 3") {
      _ = gradient(NDArray.zeros([5]), axis: 0, edgeOrder: 3)
    }
    $0.refuse("unwrap: requires input that is at least one dimensional") {
      _ = unwrap(NDArray(1.0))
    }
    $0.refuse("unwrap: axis 1 is out of bounds for array of dimension 1") {
      _ = unwrap(NDArray.zeros([2]), axis: 1)
    }
    $0.refuse("convolve: object too deep for desired array, got shapes (1,1) and (1,)") {
      _ = convolve(NDArray([[1.0]]), NDArray([1.0]))
    }
    $0.refuse("cov: weights cannot be negative") { _ = cov(NDArray([1.0, 2]), weights: [1, -1]) }
    $0.refuse("cov: got an array of shape (1,1,1), more than 2 dimensions") {
      _ = cov(NDArray.zeros([1, 1, 1]))
    }
    $0.refuse("histogram: too many bins for data range, cannot create 9 finite-sized bins") {
      _ = histogram(NDArray([1, 1.0.nextUp]), bins: 9)
    }
    $0.refuse("histogram: weights should have the same shape as a, got (1,) and (2,)") {
      _ = histogram(NDArray([1.0, 2]), weights: NDArray([1.0]))
    }
    $0.refuse("histogram2d: x, y and weights must have the same shape, got (2,) and (1,)") {
      _ = histogram2d([1, 2], [1])
    }
    $0.refuse("interp: array of sample points is empty") { _ = interp([1], [], []) }
    $0.refuse("interp: period must be a non-zero value") { _ = interp([1], [1], [1], period: 0) }
    $0.refuse("quantile: cannot join axes [1, 2] of empty array of shape (0,2,2)") {
      _ = NDArray.zeros([0, 2, 2]).quantile(0.5, axes: [1, 2])
    }
    $0.refuse("polyval: coefficients must be one-dimensional, got shape (1,1)") {
      _ = polyval(NDArray([[1.0]]), NDArray([1.0]))
    }
    $0.refuse("polyfit: expected non-empty vector for x, got shape (0,)") {
      _ = try? polyfit(NDArray.zeros([0]), NDArray.zeros([0]), degree: 1)
    }
    $0.refuse("polyfit: expected x and y to have same length, got shapes (2,) and (1,)") {
      _ = try? polyfit(NDArray([1.0, 2]), NDArray([1.0]), degree: 1)
    }
    $0.refuse("polyfit: expected w and y to have the same length, got shapes (1,) and (2,)") {
      _ = try? polyfit(NDArray([1.0, 2]), NDArray([1.0, 2]), degree: 1, weights: [1])
    }
    $0.refuse(
      "polyfit: the number of data points must exceed order to scale the covariance matrix"
    ) {
      _ = try? polyfitFull(NDArray([0.0, 1]), NDArray([1.0, 2]), degree: 1).covariance
    }
    $0.refuse("NamedColumns: no column 'z' among [\"a\", \"b\"]") {
      _ = try? NamedColumns<Double>(text: "a b\n1 2\n")["z"]
    }
    $0.refuse("gradient: 1 spacings for 2 axes") {
      _ = gradient(NDArray.zeros([2, 3]), spacings: [1])
    }
    $0.refuse("average: weights sum to zero, can't be normalized") {
      _ = NDArray.zeros([0, 2]).average(axis: 0, weights: NDArray.zeros([0]))
    }
    $0.refuse("quantile: weights included NaN, inf or were all zero") {
      _ = NDArray([1.0, 2]).quantile(0.5, weights: [0, 0])
    }
    $0.refuse("quantile: shape of weights (1,) must match shape (2,)") {
      _ = NDArray([1.0, 2]).quantile(0.5, weights: [1])
    }
  }
}
