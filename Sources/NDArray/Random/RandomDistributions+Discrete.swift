extension RandomDistributions {
  /// An integer from the Poisson distribution with mean `rate`, as NumPy's `poisson(lam)`. Traps
  /// when the rate is negative.
  public mutating func poisson(_ rate: Double = 1) -> Int {
    draw(.poisson(rate))
  }

  /// Integers from the Poisson distribution with mean `rate`, drawn in C order, as NumPy's
  /// `poisson(lam, shape)`. Traps when the rate is negative.
  public mutating func poisson(_ rate: Double = 1, shape: [Int]) -> NDArray<Int> {
    draw(.poisson(rate), shape, "poisson")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `poisson(lam)` of arrays.
  public mutating func poisson(
    _ rate: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(rate, shape: shape, "poisson") { .poisson($0) }
  }

  /// An integer: the number of successes in `n` trials, each with probability `p`, as NumPy's
  /// `binomial(n, p)`. Traps when `n` is negative or `p` not in [0, 1].
  public mutating func binomial(_ n: Int, _ p: Double) -> Int {
    draw(.binomial(n, p))
  }

  /// Integers, each the number of successes in `n` trials, each with probability `p`, drawn in C
  /// order, as NumPy's `binomial(n, p, shape)`. Traps when `n` is negative or `p` not in [0, 1].
  public mutating func binomial(_ n: Int, _ p: Double, shape: [Int]) -> NDArray<Int> {
    draw(.binomial(n, p), shape, "binomial")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `binomial(n, p)` of arrays.
  public mutating func binomial(
    _ n: NDArray<Int>, _ p: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(n, p, shape: shape, "binomial") { .binomial($0, $1) }
  }

  /// An integer: the number of failures before the `n`-th success of probability `p`, as NumPy's
  /// `negative_binomial(n, p)`. Traps unless `n` is positive and `p` in (0, 1].
  public mutating func negativeBinomial(_ n: Double, _ p: Double) -> Int {
    draw(.negativeBinomial(n, p))
  }

  /// Integers, each the number of failures before the `n`-th success of probability `p`, drawn in C
  /// order, as NumPy's `negative_binomial(n, p, shape)`. Traps unless `n` is positive and `p` in
  /// (0, 1].
  public mutating func negativeBinomial(_ n: Double, _ p: Double, shape: [Int]) -> NDArray<Int> {
    draw(.negativeBinomial(n, p), shape, "negativeBinomial")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `negative_binomial(n, p)` of arrays.
  public mutating func negativeBinomial(
    _ n: NDArray<Double>, _ p: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(n, p, shape: shape, "negativeBinomial") { .negativeBinomial($0, $1) }
  }

  /// An integer: the number of trials up to the first success of probability `p`, as NumPy's
  /// `geometric(p)`. Traps unless `p` lies in (0, 1].
  public mutating func geometric(_ p: Double) -> Int {
    draw(.geometric(p))
  }

  /// Integers, each the number of trials up to the first success of probability `p`, drawn in C
  /// order, as NumPy's `geometric(p, shape)`. Traps unless `p` lies in (0, 1].
  public mutating func geometric(_ p: Double, shape: [Int]) -> NDArray<Int> {
    draw(.geometric(p), shape, "geometric")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `geometric(p)` of arrays.
  public mutating func geometric(
    _ p: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(p, shape: shape, "geometric") { .geometric($0) }
  }

  /// An integer: the number of good items among `sample` drawn from `good` and `bad` ones without
  /// replacement, as NumPy's `hypergeometric(ngood, nbad, nsample)`. Traps when one is negative, a
  /// kind reaches 10⁹, or the sample exceeds their sum.
  public mutating func hypergeometric(_ good: Int, _ bad: Int, _ sample: Int) -> Int {
    draw(.hypergeometric(good, bad, sample))
  }

  /// Integers, each the number of good items among `sample` drawn from `good` and `bad` ones
  /// without replacement, drawn in C order, as NumPy's `hypergeometric(ngood, nbad, nsample,
  /// shape)`. Traps when one is negative, a kind reaches 10⁹, or the sample exceeds their sum.
  public mutating func hypergeometric(_ good: Int, _ bad: Int, _ sample: Int, shape: [Int])
    -> NDArray<Int>
  {
    draw(.hypergeometric(good, bad, sample), shape, "hypergeometric")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `hypergeometric(ngood, nbad, nsample)` of arrays.
  public mutating func hypergeometric(
    _ good: NDArray<Int>, _ bad: NDArray<Int>, _ sample: NDArray<Int>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(good, bad, sample, shape: shape, "hypergeometric") { .hypergeometric($0, $1, $2) }
  }

  /// An integer from the Zipf (zeta) distribution, P(k) ∝ k⁻ᵃ, as NumPy's `zipf(a)`. Traps unless
  /// `a` exceeds 1.
  public mutating func zipf(_ a: Double) -> Int {
    draw(.zipf(a))
  }

  /// Integers from the Zipf (zeta) distribution, P(k) ∝ k⁻ᵃ, drawn in C order, as NumPy's `zipf(a,
  /// shape)`. Traps unless `a` exceeds 1.
  public mutating func zipf(_ a: Double, shape: [Int]) -> NDArray<Int> {
    draw(.zipf(a), shape, "zipf")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `zipf(a)` of arrays.
  public mutating func zipf(
    _ a: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(a, shape: shape, "zipf") { .zipf($0) }
  }

  /// An integer from the logarithmic series distribution, P(k) ∝ pᵏ / k, as NumPy's `logseries(p)`.
  /// Traps unless `p` lies in [0, 1).
  public mutating func logseries(_ p: Double) -> Int {
    draw(.logseries(p))
  }

  /// Integers from the logarithmic series distribution, P(k) ∝ pᵏ / k, drawn in C order, as NumPy's
  /// `logseries(p, shape)`. Traps unless `p` lies in [0, 1).
  public mutating func logseries(_ p: Double, shape: [Int]) -> NDArray<Int> {
    draw(.logseries(p), shape, "logseries")
  }

  /// One integer for each set of parameters, which broadcast, to `shape` if one is given, as
  /// NumPy's `logseries(p)` of arrays.
  public mutating func logseries(
    _ p: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    draw(p, shape: shape, "logseries") { .logseries($0) }
  }
}
