extension RandomDistributions {
  /// A number from the exponential distribution with mean `scale`, as NumPy's `exponential(scale)`.
  /// Traps when the scale is negative.
  public mutating func exponential(scale: Double = 1) -> Double {
    draw(.exponential(scale))
  }

  /// Numbers from the exponential distribution with mean `scale`, drawn in C order, as NumPy's
  /// `exponential(scale, shape)`. Traps when the scale is negative.
  public mutating func exponential(scale: Double = 1, shape: [Int]) -> NDArray<Double> {
    draw(.exponential(scale), shape, "exponential")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `exponential(scale)` of arrays.
  public mutating func exponential(
    scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(scale, shape: shape, "exponential") { .exponential($0) }
  }

  /// A number from the distribution whose logarithm is normal, as NumPy's `lognormal(mean, sigma)`.
  /// Traps when `sigma` is negative.
  public mutating func lognormal(mean: Double = 0, sigma: Double = 1) -> Double {
    draw(.lognormal(mean, sigma))
  }

  /// Numbers from the distribution whose logarithm is normal, drawn in C order, as NumPy's
  /// `lognormal(mean, sigma, shape)`. Traps when `sigma` is negative.
  public mutating func lognormal(mean: Double = 0, sigma: Double = 1, shape: [Int]) -> NDArray<
    Double
  > {
    draw(.lognormal(mean, sigma), shape, "lognormal")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `lognormal(mean, sigma)` of arrays.
  public mutating func lognormal(
    mean: NDArray<Double>, sigma: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(mean, sigma, shape: shape, "lognormal") { .lognormal($0, $1) }
  }

  /// A number from the Laplace (double exponential) distribution, as NumPy's `laplace(loc, scale)`.
  /// Traps when the scale is negative.
  public mutating func laplace(location: Double = 0, scale: Double = 1) -> Double {
    draw(.laplace(location, scale))
  }

  /// Numbers from the Laplace (double exponential) distribution, drawn in C order, as NumPy's
  /// `laplace(loc, scale, shape)`. Traps when the scale is negative.
  public mutating func laplace(location: Double = 0, scale: Double = 1, shape: [Int]) -> NDArray<
    Double
  > {
    draw(.laplace(location, scale), shape, "laplace")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `laplace(loc, scale)` of arrays.
  public mutating func laplace(
    location: NDArray<Double>, scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(location, scale, shape: shape, "laplace") { .laplace($0, $1) }
  }

  /// A number from the Gumbel (extreme value) distribution, as NumPy's `gumbel(loc, scale)`. Traps
  /// when the scale is negative.
  public mutating func gumbel(location: Double = 0, scale: Double = 1) -> Double {
    draw(.gumbel(location, scale))
  }

  /// Numbers from the Gumbel (extreme value) distribution, drawn in C order, as NumPy's
  /// `gumbel(loc, scale, shape)`. Traps when the scale is negative.
  public mutating func gumbel(location: Double = 0, scale: Double = 1, shape: [Int]) -> NDArray<
    Double
  > {
    draw(.gumbel(location, scale), shape, "gumbel")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `gumbel(loc, scale)` of arrays.
  public mutating func gumbel(
    location: NDArray<Double>, scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(location, scale, shape: shape, "gumbel") { .gumbel($0, $1) }
  }

  /// A number from the logistic distribution, as NumPy's `logistic(loc, scale)`. Traps when the
  /// scale is negative.
  public mutating func logistic(location: Double = 0, scale: Double = 1) -> Double {
    draw(.logistic(location, scale))
  }

  /// Numbers from the logistic distribution, drawn in C order, as NumPy's `logistic(loc, scale,
  /// shape)`. Traps when the scale is negative.
  public mutating func logistic(location: Double = 0, scale: Double = 1, shape: [Int]) -> NDArray<
    Double
  > {
    draw(.logistic(location, scale), shape, "logistic")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `logistic(loc, scale)` of arrays.
  public mutating func logistic(
    location: NDArray<Double>, scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(location, scale, shape: shape, "logistic") { .logistic($0, $1) }
  }

  /// A number from the Rayleigh distribution, as NumPy's `rayleigh(scale)`. Traps when the scale is
  /// negative.
  public mutating func rayleigh(scale: Double = 1) -> Double {
    draw(.rayleigh(scale))
  }

  /// Numbers from the Rayleigh distribution, drawn in C order, as NumPy's `rayleigh(scale, shape)`.
  /// Traps when the scale is negative.
  public mutating func rayleigh(scale: Double = 1, shape: [Int]) -> NDArray<Double> {
    draw(.rayleigh(scale), shape, "rayleigh")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `rayleigh(scale)` of arrays.
  public mutating func rayleigh(
    scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(scale, shape: shape, "rayleigh") { .rayleigh($0) }
  }

  /// A number from the Wald (inverse Gaussian) distribution, as NumPy's `wald(mean, scale)`. Traps
  /// unless both are positive.
  public mutating func wald(mean: Double, scale: Double) -> Double {
    draw(.wald(mean, scale))
  }

  /// Numbers from the Wald (inverse Gaussian) distribution, drawn in C order, as NumPy's
  /// `wald(mean, scale, shape)`. Traps unless both are positive.
  public mutating func wald(mean: Double, scale: Double, shape: [Int]) -> NDArray<Double> {
    draw(.wald(mean, scale), shape, "wald")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `wald(mean, scale)` of arrays.
  public mutating func wald(
    mean: NDArray<Double>, scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(mean, scale, shape: shape, "wald") { .wald($0, $1) }
  }

  /// A number from the von Mises distribution of angles in [−π, π], as NumPy's `vonmises(mu,
  /// kappa)`. Traps when `kappa` is negative.
  public mutating func vonmises(mu: Double, kappa: Double) -> Double {
    draw(.vonmises(mu, kappa))
  }

  /// Numbers from the von Mises distribution of angles in [−π, π], drawn in C order, as NumPy's
  /// `vonmises(mu, kappa, shape)`. Traps when `kappa` is negative.
  public mutating func vonmises(mu: Double, kappa: Double, shape: [Int]) -> NDArray<Double> {
    draw(.vonmises(mu, kappa), shape, "vonmises")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `vonmises(mu, kappa)` of arrays.
  public mutating func vonmises(
    mu: NDArray<Double>, kappa: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(mu, kappa, shape: shape, "vonmises") { .vonmises($0, $1) }
  }

  /// A number from the triangular distribution on [`left`, `right`] with its peak at `mode`, as
  /// NumPy's `triangular(left, mode, right)`. Traps unless `left` ≤ `mode` ≤ `right` and `left` <
  /// `right`.
  public mutating func triangular(_ left: Double, _ mode: Double, _ right: Double) -> Double {
    draw(.triangular(left, mode, right))
  }

  /// Numbers from the triangular distribution on [`left`, `right`] with its peak at `mode`, drawn
  /// in C order, as NumPy's `triangular(left, mode, right, shape)`. Traps unless `left` ≤ `mode` ≤
  /// `right` and `left` < `right`.
  public mutating func triangular(_ left: Double, _ mode: Double, _ right: Double, shape: [Int])
    -> NDArray<Double>
  {
    draw(.triangular(left, mode, right), shape, "triangular")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `triangular(left, mode, right)` of arrays.
  public mutating func triangular(
    _ left: NDArray<Double>, _ mode: NDArray<Double>, _ right: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(left, mode, right, shape: shape, "triangular") { .triangular($0, $1, $2) }
  }

  /// A number from the Weibull distribution of shape `a` and scale 1, as NumPy's `weibull(a)`.
  /// Traps when `a` is negative.
  public mutating func weibull(_ a: Double) -> Double {
    draw(.weibull(a))
  }

  /// Numbers from the Weibull distribution of shape `a` and scale 1, drawn in C order, as NumPy's
  /// `weibull(a, shape)`. Traps when `a` is negative.
  public mutating func weibull(_ a: Double, shape: [Int]) -> NDArray<Double> {
    draw(.weibull(a), shape, "weibull")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `weibull(a)` of arrays.
  public mutating func weibull(
    _ a: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(a, shape: shape, "weibull") { .weibull($0) }
  }

  /// A number from the Pareto II (Lomax) distribution of shape `a`, as NumPy's `pareto(a)`. Traps
  /// unless `a` is positive.
  public mutating func pareto(_ a: Double) -> Double {
    draw(.pareto(a))
  }

  /// Numbers from the Pareto II (Lomax) distribution of shape `a`, drawn in C order, as NumPy's
  /// `pareto(a, shape)`. Traps unless `a` is positive.
  public mutating func pareto(_ a: Double, shape: [Int]) -> NDArray<Double> {
    draw(.pareto(a), shape, "pareto")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `pareto(a)` of arrays.
  public mutating func pareto(
    _ a: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(a, shape: shape, "pareto") { .pareto($0) }
  }

  /// A number from the power distribution on [0, 1] with density a xᵃ⁻¹, as NumPy's `power(a)`.
  /// Traps unless `a` is positive.
  public mutating func power(_ a: Double) -> Double {
    draw(.power(a))
  }

  /// Numbers from the power distribution on [0, 1] with density a xᵃ⁻¹, drawn in C order, as
  /// NumPy's `power(a, shape)`. Traps unless `a` is positive.
  public mutating func power(_ a: Double, shape: [Int]) -> NDArray<Double> {
    draw(.power(a), shape, "power")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `power(a)` of arrays.
  public mutating func power(
    _ a: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(a, shape: shape, "power") { .power($0) }
  }

  /// A number from the standard Cauchy distribution, as NumPy's `standard_cauchy()`.
  public mutating func standardCauchy() -> Double {
    draw(.cauchy)
  }

  /// Numbers from the standard Cauchy distribution, drawn in C order, as NumPy's
  /// `standard_cauchy(shape)`.
  public mutating func standardCauchy(shape: [Int]) -> NDArray<Double> {
    draw(.cauchy, shape, "standardCauchy")
  }

  /// One number from [low, high) for each pair of bounds, which broadcast, to `shape` if one is
  /// given, as NumPy's `uniform(low, high)` of arrays. Traps when a `high` lies below its `low`.
  public mutating func uniform(
    _ low: NDArray<Double>, _ high: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(low, high, shape: shape, "uniform") { .uniform($0, $1) }
  }

  /// One normal number for each pair of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `normal(loc, scale)` of arrays. A negative standard deviation traps.
  public mutating func normal(
    mean: NDArray<Double>, standardDeviation: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(mean, standardDeviation, shape: shape, "normal") { .normal($0, $1) }
  }
}
