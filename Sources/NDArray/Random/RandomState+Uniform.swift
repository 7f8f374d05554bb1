extension RandomState {
  /// A number uniformly distributed in [0, 1), as NumPy's `random_sample()`.
  public mutating func random() -> Double { nextDouble() }

  /// Numbers uniformly distributed in [0, 1), drawn in C order, as NumPy's `random_sample(shape)`.
  public mutating func random(_ shape: [Int]) -> NDArray<Double> {
    uniform(shape: shape)
  }

  /// A number uniformly distributed in [0, 1), as NumPy's `rand()`.
  public mutating func rand() -> Double { nextDouble() }

  /// Numbers uniformly distributed in [0, 1), as NumPy's `rand(d0, d1, …)`.
  public mutating func rand(_ first: Int, _ rest: Int...) -> NDArray<Double> {
    random([first] + rest)
  }

  /// A standard normal number, as NumPy's `randn()`.
  public mutating func randn() -> Double { nextNormal() }

  /// Standard normal numbers, as NumPy's `randn(d0, d1, …)`.
  public mutating func randn(_ first: Int, _ rest: Int...) -> NDArray<Double> {
    standardNormal([first] + rest)
  }

  /// A number uniformly distributed in [low, high), as NumPy's `uniform(low, high)`.
  /// Traps when `high` lies below `low`.
  public mutating func uniform(_ low: Double = 0, _ high: Double = 1) -> Double {
    draw(.uniform(low, high))
  }

  /// Numbers uniformly distributed in [low, high), drawn in C order, as NumPy's
  /// `uniform(low, high, shape)`. Traps when `high` lies below `low`.
  public mutating func uniform(
    _ low: Double = 0, _ high: Double = 1, shape: [Int]
  ) -> NDArray<Double> {
    draw(.uniform(low, high), shape, "uniform")
  }

  /// A number from the normal distribution with mean 0 and variance 1, as NumPy's
  /// `standard_normal()`.
  public mutating func standardNormal() -> Double { nextNormal() }

  /// Standard normal numbers, drawn in C order, as NumPy's `standard_normal(shape)`.
  public mutating func standardNormal(_ shape: [Int]) -> NDArray<Double> {
    normal(shape: shape)
  }

  /// A number from the normal distribution, as NumPy's `normal(loc, scale)`.
  /// A negative standard deviation traps.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    draw(.normal(mean, standardDeviation))
  }

  /// Numbers from the normal distribution, drawn in C order, as NumPy's
  /// `normal(loc, scale, shape)`. A negative standard deviation traps.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> NDArray<Double> {
    draw(.normal(mean, standardDeviation), shape, "normal")
  }

  /// A number from the exponential distribution with mean 1, as NumPy's `standard_exponential()`.
  public mutating func standardExponential() -> Double { nextExponential() }

  /// Numbers from the exponential distribution with mean 1, drawn in C order, as NumPy's
  /// `standard_exponential(shape)`.
  public mutating func standardExponential(_ shape: [Int]) -> NDArray<Double> {
    exponential(shape: shape)
  }
}
