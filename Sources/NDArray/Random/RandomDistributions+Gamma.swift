// The gamma distribution and what is made of it.

extension RandomDistributions {
  /// A number from the gamma distribution of shape `k` and scale 1, as NumPy's
  /// `standard_gamma(shape)`. Traps when `k` is negative.
  public mutating func standardGamma(_ k: Double) -> Double {
    draw(.standardGamma(k))
  }

  /// Numbers from the gamma distribution of shape `k` and scale 1, drawn in C order, as NumPy's
  /// `standard_gamma(shape, shape)`. Traps when `k` is negative.
  public mutating func standardGamma(_ k: Double, shape: [Int]) -> NDArray<Double> {
    draw(.standardGamma(k), shape, "standardGamma")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `standard_gamma(shape)` of arrays.
  public mutating func standardGamma(
    _ k: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(k, shape: shape, "standardGamma") { .standardGamma($0) }
  }

  /// A number from the gamma distribution of shape `k`, as NumPy's `gamma(shape, scale)`. Traps
  /// when one of them is negative.
  public mutating func gamma(_ k: Double, scale: Double = 1) -> Double {
    draw(.gamma(k, scale))
  }

  /// Numbers from the gamma distribution of shape `k`, drawn in C order, as NumPy's `gamma(shape,
  /// scale, shape)`. Traps when one of them is negative.
  public mutating func gamma(_ k: Double, scale: Double = 1, shape: [Int]) -> NDArray<Double> {
    draw(.gamma(k, scale), shape, "gamma")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `gamma(shape, scale)` of arrays.
  public mutating func gamma(
    _ k: NDArray<Double>, scale: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(k, scale, shape: shape, "gamma") { .gamma($0, $1) }
  }

  /// A number from the beta distribution, as NumPy's `beta(a, b)`. Traps unless both are positive.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    draw(.beta(a, b))
  }

  /// Numbers from the beta distribution, drawn in C order, as NumPy's `beta(a, b, shape)`. Traps
  /// unless both are positive.
  public mutating func beta(_ a: Double, _ b: Double, shape: [Int]) -> NDArray<Double> {
    draw(.beta(a, b), shape, "beta")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `beta(a, b)` of arrays.
  public mutating func beta(
    _ a: NDArray<Double>, _ b: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(a, b, shape: shape, "beta") { .beta($0, $1) }
  }

  /// A number from the χ² distribution with `df` degrees of freedom, as NumPy's `chisquare(df)`.
  /// Traps unless `df` is positive.
  public mutating func chisquare(_ df: Double) -> Double {
    draw(.chisquare(df))
  }

  /// Numbers from the χ² distribution with `df` degrees of freedom, drawn in C order, as NumPy's
  /// `chisquare(df, shape)`. Traps unless `df` is positive.
  public mutating func chisquare(_ df: Double, shape: [Int]) -> NDArray<Double> {
    draw(.chisquare(df), shape, "chisquare")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `chisquare(df)` of arrays.
  public mutating func chisquare(
    _ df: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(df, shape: shape, "chisquare") { .chisquare($0) }
  }

  /// A number from the noncentral χ² distribution, as NumPy's `noncentral_chisquare(df, nonc)`.
  /// Traps unless `df` is positive and `nonc` not negative.
  public mutating func noncentralChisquare(_ df: Double, _ nonc: Double) -> Double {
    draw(.noncentralChisquare(df, nonc))
  }

  /// Numbers from the noncentral χ² distribution, drawn in C order, as NumPy's
  /// `noncentral_chisquare(df, nonc, shape)`. Traps unless `df` is positive and `nonc` not
  /// negative.
  public mutating func noncentralChisquare(_ df: Double, _ nonc: Double, shape: [Int]) -> NDArray<
    Double
  > {
    draw(.noncentralChisquare(df, nonc), shape, "noncentralChisquare")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `noncentral_chisquare(df, nonc)` of arrays.
  public mutating func noncentralChisquare(
    _ df: NDArray<Double>, _ nonc: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(df, nonc, shape: shape, "noncentralChisquare") { .noncentralChisquare($0, $1) }
  }

  /// A number from Fisher's F distribution, as NumPy's `f(dfnum, dfden)`. Traps unless both are
  /// positive.
  public mutating func f(_ dfnum: Double, _ dfden: Double) -> Double {
    draw(.f(dfnum, dfden))
  }

  /// Numbers from Fisher's F distribution, drawn in C order, as NumPy's `f(dfnum, dfden, shape)`.
  /// Traps unless both are positive.
  public mutating func f(_ dfnum: Double, _ dfden: Double, shape: [Int]) -> NDArray<Double> {
    draw(.f(dfnum, dfden), shape, "f")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `f(dfnum, dfden)` of arrays.
  public mutating func f(
    _ dfnum: NDArray<Double>, _ dfden: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(dfnum, dfden, shape: shape, "f") { .f($0, $1) }
  }

  /// A number from the noncentral F distribution, as NumPy's `noncentral_f(dfnum, dfden, nonc)`.
  /// Traps unless the degrees of freedom are positive and `nonc` not negative.
  public mutating func noncentralF(_ dfnum: Double, _ dfden: Double, _ nonc: Double) -> Double {
    draw(.noncentralF(dfnum, dfden, nonc))
  }

  /// Numbers from the noncentral F distribution, drawn in C order, as NumPy's `noncentral_f(dfnum,
  /// dfden, nonc, shape)`. Traps unless the degrees of freedom are positive and `nonc` not
  /// negative.
  public mutating func noncentralF(_ dfnum: Double, _ dfden: Double, _ nonc: Double, shape: [Int])
    -> NDArray<Double>
  {
    draw(.noncentralF(dfnum, dfden, nonc), shape, "noncentralF")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `noncentral_f(dfnum, dfden, nonc)` of arrays.
  public mutating func noncentralF(
    _ dfnum: NDArray<Double>, _ dfden: NDArray<Double>, _ nonc: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(dfnum, dfden, nonc, shape: shape, "noncentralF") { .noncentralF($0, $1, $2) }
  }

  /// A number from Student's t distribution with `df` degrees of freedom, as NumPy's
  /// `standard_t(df)`. Traps unless `df` is positive.
  public mutating func standardT(_ df: Double) -> Double {
    draw(.standardT(df))
  }

  /// Numbers from Student's t distribution with `df` degrees of freedom, drawn in C order, as
  /// NumPy's `standard_t(df, shape)`. Traps unless `df` is positive.
  public mutating func standardT(_ df: Double, shape: [Int]) -> NDArray<Double> {
    draw(.standardT(df), shape, "standardT")
  }

  /// One number for each set of parameters, which broadcast, to `shape` if one is given, as NumPy's
  /// `standard_t(df)` of arrays.
  public mutating func standardT(
    _ df: NDArray<Double>, shape: [Int]? = nil
  ) -> NDArray<Double> {
    draw(df, shape: shape, "standardT") { .standardT($0) }
  }
}
