// The forms of the quantile: one fraction or several, of everything, along one axis or several, by a
// rule that interpolates or one that selects. Results for several fractions have them along a new first
// axis. All trap when a fraction lies outside 0…1 (a percentage outside 0…100), when there is no such axis,
// and when there is no element.

// MARK: - Of all elements

extension NDArray where Element: NDNumeric {
  /// The quantile of all elements by a rule that interpolates. NaN if there is one. Complexity: O(`count`).
  public func quantile(_ q: Double, method: QuantileInterpolation = .linear) -> Element.Quotient {
    quantile([q], method: method).scalar
  }

  /// The quantile along one axis, which goes away unless `keepDims`.
  public func quantile(
    _ q: Double, axis: Int, keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantile(q, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The quantile along several axes at once.
  public func quantile(
    _ q: Double, axes: [Int], keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantile([q], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several quantiles along one axis, for each of `fractions` along a new first axis.
  public func quantile(
    _ fractions: [Double], axis: Int, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantile(fractions, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several quantiles along several axes, or, without axes, of all elements, for each of
  /// `fractions` along a new first axis.
  public func quantile(
    _ fractions: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantiles(
      fractions, axes: axes ?? allAxes, keepDims: keepDims, skippingNaN: false, method,
      "quantile")
  }
}

extension NDArray {
  /// The quantile of all elements by a rule that selects an element. NaN if there is one. Complexity: O(`count`).
  public func quantile(_ q: Double, method: QuantileSelection) -> Element {
    quantile([q], method: method).scalar
  }

  /// The quantile along one axis, which goes away unless `keepDims`.
  public func quantile(
    _ q: Double, axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    quantile(q, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The quantile along several axes at once.
  public func quantile(
    _ q: Double, axes: [Int], keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    quantile([q], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several quantiles along one axis, for each of `fractions` along a new first axis.
  public func quantile(
    _ fractions: [Double], axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    quantile(fractions, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several quantiles along several axes, or, without axes, of all elements, for each of
  /// `fractions` along a new first axis.
  public func quantile(
    _ fractions: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileSelection
  ) -> NDArray {
    quantiles(
      fractions, axes: axes ?? allAxes, keepDims: keepDims, skippingNaN: false, method,
      "quantile")
  }
}

// MARK: - Skipping NaN

extension NDArray where Element: NDNumeric {
  /// The quantile of all elements that are not NaN by a rule that interpolates. NaN when all are. Complexity: O(`count`).
  public func nanQuantile(_ q: Double, method: QuantileInterpolation = .linear) -> Element.Quotient
  {
    nanQuantile([q], method: method).scalar
  }

  /// The quantile along one axis, which goes away unless `keepDims`.
  public func nanQuantile(
    _ q: Double, axis: Int, keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanQuantile(q, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The quantile along several axes at once.
  public func nanQuantile(
    _ q: Double, axes: [Int], keepDims: Bool = false, method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanQuantile([q], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several quantiles along one axis, for each of `fractions` along a new first axis.
  public func nanQuantile(
    _ fractions: [Double], axis: Int, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    nanQuantile(fractions, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several quantiles along several axes, or, without axes, of all elements, for each of
  /// `fractions` along a new first axis.
  public func nanQuantile(
    _ fractions: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileInterpolation = .linear
  ) -> NDArray<Element.Quotient> {
    quantiles(
      fractions, axes: axes ?? allAxes, keepDims: keepDims, skippingNaN: true, method,
      "nanquantile")
  }
}

extension NDArray {
  /// The quantile of all elements that are not NaN by a rule that selects an element. NaN when all are. Complexity: O(`count`).
  public func nanQuantile(_ q: Double, method: QuantileSelection) -> Element {
    nanQuantile([q], method: method).scalar
  }

  /// The quantile along one axis, which goes away unless `keepDims`.
  public func nanQuantile(
    _ q: Double, axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanQuantile(q, axes: [axis], keepDims: keepDims, method: method)
  }

  /// The quantile along several axes at once.
  public func nanQuantile(
    _ q: Double, axes: [Int], keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanQuantile([q], axes: axes, keepDims: keepDims, method: method).slice(axis: 0, at: 0)
  }

  /// Several quantiles along one axis, for each of `fractions` along a new first axis.
  public func nanQuantile(
    _ fractions: [Double], axis: Int, keepDims: Bool = false, method: QuantileSelection
  ) -> NDArray {
    nanQuantile(fractions, axes: [axis], keepDims: keepDims, method: method)
  }

  /// Several quantiles along several axes, or, without axes, of all elements, for each of
  /// `fractions` along a new first axis.
  public func nanQuantile(
    _ fractions: [Double], axes: [Int]? = nil, keepDims: Bool = false,
    method: QuantileSelection
  ) -> NDArray {
    quantiles(
      fractions, axes: axes ?? allAxes, keepDims: keepDims, skippingNaN: true, method,
      "nanquantile")
  }
}
