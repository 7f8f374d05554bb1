// The forms of the quantile: one fraction or several, of everything, along one axis or several, by a
// rule that interpolates or one that selects. Results for several fractions have them along a new first
// axis. All trap when a fraction lies outside 0…1 (a percentage outside 0…100), when there is no such axis,
// and when there is no element.

// MARK: - Of all elements

extension NDArray where Element: NDNumeric {
  /// The percentile of all elements by a rule that interpolates. NaN if there is one. Complexity: O(`count`).
  public func percentile(_ percentage: Double, method: QuantileInterpolation = .linear)
    -> Element.Quotient
  {
    percentile([percentage], method: method).scalar
  }

  /// The percentile along one axis, which goes away unless `keepDims`.
  public func percentile(
    _ percentage: Double, axis: Int, keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    percentile(percentage, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The percentile along several axes at once.
  public func percentile(
    _ percentage: Double, axes: [Int], keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    percentile([percentage], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several percentiles along one axis, for each of `percentages` along a new first axis.
  public func percentile(
    _ percentages: [Double], axis: Int, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    percentile(percentages, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several percentiles along several axes, or, without axes, of all elements, for each of
  /// `percentages` along a new first axis.
  public func percentile(
    _ percentages: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantiles(
      fractions(ofPercentages: percentages, "percentile"), axes: axes ?? allAxes,
      keepDims: keepDims, skippingNaN: false, method, "percentile")
  }
}

extension NDArray {
  /// The percentile of all elements by a rule that selects an element. NaN if there is one. Complexity: O(`count`).
  public func percentile(_ percentage: Double, method: QuantileSelection) -> Element {
    percentile([percentage], method: method).scalar
  }

  /// The percentile along one axis, which goes away unless `keepDims`.
  public func percentile(
    _ percentage: Double, axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    percentile(percentage, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The percentile along several axes at once.
  public func percentile(
    _ percentage: Double, axes: [Int], keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    percentile([percentage], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several percentiles along one axis, for each of `percentages` along a new first axis.
  public func percentile(
    _ percentages: [Double], axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    percentile(percentages, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several percentiles along several axes, or, without axes, of all elements, for each of
  /// `percentages` along a new first axis.
  public func percentile(
    _ percentages: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileSelection
  ) -> NDArray {
    quantiles(
      fractions(ofPercentages: percentages, "percentile"), axes: axes ?? allAxes,
      keepDims: keepDims, skippingNaN: false, method, "percentile")
  }
}

// MARK: - Skipping NaN

extension NDArray where Element: NDNumeric {
  /// The percentile of all elements that are not NaN by a rule that interpolates. NaN when all are. Complexity: O(`count`).
  public func nanPercentile(_ percentage: Double, method: QuantileInterpolation = .linear)
    -> Element.Quotient
  {
    nanPercentile([percentage], method: method).scalar
  }

  /// The percentile along one axis, which goes away unless `keepDims`.
  public func nanPercentile(
    _ percentage: Double, axis: Int, keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanPercentile(percentage, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The percentile along several axes at once.
  public func nanPercentile(
    _ percentage: Double, axes: [Int], keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanPercentile([percentage], axes: axes, keepDims: keepDims, method: method).slice(
      axis: 0, at: 0)
  }

  /// Several percentiles along one axis, for each of `percentages` along a new first axis.
  public func nanPercentile(
    _ percentages: [Double], axis: Int, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanPercentile(percentages, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several percentiles along several axes, or, without axes, of all elements, for each of
  /// `percentages` along a new first axis.
  public func nanPercentile(
    _ percentages: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantiles(
      fractions(ofPercentages: percentages, "nanpercentile"), axes: axes ?? allAxes,
      keepDims: keepDims, skippingNaN: true, method, "nanpercentile")
  }
}

extension NDArray {
  /// The percentile of all elements that are not NaN by a rule that selects an element. NaN when all are. Complexity: O(`count`).
  public func nanPercentile(_ percentage: Double, method: QuantileSelection) -> Element {
    nanPercentile([percentage], method: method).scalar
  }

  /// The percentile along one axis, which goes away unless `keepDims`.
  public func nanPercentile(
    _ percentage: Double, axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanPercentile(percentage, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The percentile along several axes at once.
  public func nanPercentile(
    _ percentage: Double, axes: [Int], keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanPercentile([percentage], axes: axes, keepDims: keepDims, method: method).slice(
      axis: 0, at: 0)
  }

  /// Several percentiles along one axis, for each of `percentages` along a new first axis.
  public func nanPercentile(
    _ percentages: [Double], axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanPercentile(percentages, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several percentiles along several axes, or, without axes, of all elements, for each of
  /// `percentages` along a new first axis.
  public func nanPercentile(
    _ percentages: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileSelection
  ) -> NDArray {
    quantiles(
      fractions(ofPercentages: percentages, "nanpercentile"), axes: axes ?? allAxes,
      keepDims: keepDims, skippingNaN: true, method, "nanpercentile")
  }
}
