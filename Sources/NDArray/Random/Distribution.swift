/// A distribution of real numbers with its parameters.
public enum _Continuous: Sendable {
  case uniform(Double, Double)
  case normal(Double, Double)
  case lognormal(Double, Double)
  case exponential(Double)
  case gamma(Double, Double)
  case standardGamma(Double)
  case beta(Double, Double)
  case chisquare(Double)
  case noncentralChisquare(Double, Double)
  case f(Double, Double)
  case noncentralF(Double, Double, Double)
  case standardT(Double)
  case cauchy
  case pareto(Double)
  case weibull(Double)
  case power(Double)
  case rayleigh(Double)
  case laplace(Double, Double)
  case gumbel(Double, Double)
  case logistic(Double, Double)
  case triangular(Double, Double, Double)
  case wald(Double, Double)
  case vonmises(Double, Double)
}

/// A distribution of integers with its parameters.
public enum _Discrete: Sendable {
  case poisson(Double)
  case binomial(Int, Double)
  case negativeBinomial(Double, Double)
  case geometric(Double)
  case hypergeometric(Int, Int, Int)
  case zipf(Double)
  case logseries(Double)
}

extension RandomSource {
  mutating func sample(_ distribution: _Continuous) -> Double {
    switch distribution {
    case .uniform(let low, let high): low + (high - low) * nextDouble()
    case .normal(let mean, let deviation): mean + deviation * nextNormal()
    case .lognormal(let mean, let sigma): Double.exp(mean + sigma * nextNormal())
    case .exponential(let scale): scale * nextExponential()
    case .standardGamma(let shape): nextGamma(shape)
    case .gamma(let shape, let scale): scale * nextGamma(shape)
    case .beta(let a, let b): nextBeta(a, b)
    case .chisquare(let df): nextChisquare(df)
    case .noncentralChisquare(let df, let nonc): nextNoncentralChisquare(df, nonc)
    case .f(let above, let below): nextF(above, below)
    case .noncentralF(let above, let below, let nonc): nextNoncentralF(above, below, nonc)
    case .standardT(let df): nextT(df)
    case .cauchy: nextCauchy()
    case .pareto(let a): nextPareto(a)
    case .weibull(let a): nextWeibull(a)
    case .power(let a): nextPower(a)
    case .rayleigh(let scale): nextRayleigh(scale)
    case .laplace(let location, let scale): nextLaplace(location, scale)
    case .gumbel(let location, let scale): nextGumbel(location, scale)
    case .logistic(let location, let scale): nextLogistic(location, scale)
    case .triangular(let left, let mode, let right): nextTriangular(left, mode, right)
    case .wald(let mean, let scale): nextWald(mean, scale)
    case .vonmises(let mu, let kappa): nextVonMises(mu, kappa)
    }
  }

  mutating func sample(_ distribution: _Discrete) -> Int {
    switch distribution {
    case .poisson(let rate): nextPoisson(rate)
    case .binomial(let n, let p): nextBinomial(n, p)
    case .negativeBinomial(let n, let p): nextNegativeBinomial(n, p)
    case .geometric(let p): nextGeometric(p)
    case .hypergeometric(let good, let bad, let sample): nextHypergeometric(good, bad, sample)
    case .zipf(let a): nextZipf(a)
    case .logseries(let p): nextLogseries(p)
    }
  }

  mutating func fill(_ buffer: UnsafeMutableBufferPointer<Double>, from: _Continuous) {
    for index in buffer.indices { buffer.initializeElement(at: index, to: sample(from)) }
  }

  mutating func fill(_ buffer: UnsafeMutableBufferPointer<Int>, from distribution: _Discrete) {
    if case .binomial(let n, let p) = distribution, Self.drawsBinomial(n, p) {
      let binomial = Binomial(n, p, isLegacy: Self.isLegacy)
      for index in buffer.indices {
        buffer.initializeElement(at: index, to: binomial.draw(&self))
      }
      return
    }
    for index in buffer.indices { buffer.initializeElement(at: index, to: sample(distribution)) }
  }

  mutating func nextBinomial(_ n: Int, _ p: Double) -> Int {
    Self.drawsBinomial(n, p) ? Binomial(n, p, isLegacy: Self.isLegacy).draw(&self) : 0
  }

  /// A certain result costs `Generator` no random number.
  private static func drawsBinomial(_ n: Int, _ p: Double) -> Bool {
    isLegacy || (n != 0 && p != 0)
  }
}

// MARK: - Parameters that a distribution has

extension _Continuous {
  /// This distribution, whose parameters are in their range; traps when they are not.
  var checked: _Continuous {
    switch self {
    case .uniform(let low, let high):
      require(
        (high - low).isFinite, "uniform: high - low range exceeds valid bounds (\(low), \(high))")
      require(high >= low, "uniform: low > high (\(low), \(high))")
    case .normal(_, let deviation):
      require(!(deviation < 0), "normal: scale < 0 (\(deviation))")
    case .lognormal(_, let sigma): require(!(sigma < 0), "lognormal: sigma < 0 (\(sigma))")
    case .exponential(let scale): require(!(scale < 0), "exponential: scale < 0 (\(scale))")
    case .standardGamma(let shape):
      require(shape >= 0, "standardGamma: shape < 0 or shape is NaN (\(shape))")
    case .gamma(let shape, let scale):
      require(shape >= 0, "gamma: shape < 0 or shape is NaN (\(shape))")
      require(!(scale < 0), "gamma: scale < 0 (\(scale))")
    case .beta(let a, let b):
      require(a > 0, "beta: a <= 0 or a is NaN (\(a))")
      require(b > 0, "beta: b <= 0 or b is NaN (\(b))")
    case .chisquare(let df): require(df > 0, "chisquare: df <= 0 or df is NaN (\(df))")
    case .noncentralChisquare(let df, let nonc):
      require(df > 0, "noncentralChisquare: df <= 0 or df is NaN (\(df))")
      require(nonc >= 0, "noncentralChisquare: nonc < 0 or nonc is NaN (\(nonc))")
    case .f(let above, let below):
      require(above > 0, "f: dfnum <= 0 or dfnum is NaN (\(above))")
      require(below > 0, "f: dfden <= 0 or dfden is NaN (\(below))")
    case .noncentralF(let above, let below, let nonc):
      require(above > 0, "noncentralF: dfnum <= 0 or dfnum is NaN (\(above))")
      require(below > 0, "noncentralF: dfden <= 0 or dfden is NaN (\(below))")
      require(nonc >= 0, "noncentralF: nonc < 0 or nonc is NaN (\(nonc))")
    case .standardT(let df): require(df > 0, "standardT: df <= 0 or df is NaN (\(df))")
    case .cauchy: break
    case .pareto(let a): require(a > 0, "pareto: a <= 0 or a is NaN (\(a))")
    case .weibull(let a): require(a >= 0, "weibull: a < 0 or a is NaN (\(a))")
    case .power(let a): require(a > 0, "power: a <= 0 or a is NaN (\(a))")
    case .rayleigh(let scale): require(!(scale < 0), "rayleigh: scale < 0 (\(scale))")
    case .laplace(_, let scale): require(!(scale < 0), "laplace: scale < 0 (\(scale))")
    case .gumbel(_, let scale): require(!(scale < 0), "gumbel: scale < 0 (\(scale))")
    case .logistic(_, let scale): require(!(scale < 0), "logistic: scale < 0 (\(scale))")
    case .triangular(let left, let mode, let right):
      require(left <= mode, "triangular: left > mode (\(left), \(mode))")
      require(mode <= right, "triangular: mode > right (\(mode), \(right))")
      require(left != right, "triangular: left == right (\(left))")
    case .wald(let mean, let scale):
      require(mean > 0, "wald: mean <= 0 or mean is NaN (\(mean))")
      require(scale > 0, "wald: scale <= 0 or scale is NaN (\(scale))")
    case .vonmises(_, let kappa):
      require(kappa >= 0, "vonmises: kappa < 0 or kappa is NaN (\(kappa))")
    }
    return self
  }
}

extension _Discrete {
  /// This distribution, whose parameters are in their range; traps when they are not.
  var checked: _Discrete {
    switch self {
    case .poisson(let rate):
      require(rate >= 0, "poisson: lam < 0 or lam is NaN (\(rate))")
      // Ten standard deviations above the mean must still be an Int.
      require(
        rate <= 0x1p63 - 10 * 0x1p31.squareRoot() * 0x1p16, "poisson: lam value too large (\(rate))"
      )
    case .binomial(let n, let p):
      require(n >= 0, "binomial: n < 0 (\(n))")
      require(p >= 0 && p <= 1, "binomial: p < 0, p > 1 or p is NaN (\(p))")
    case .negativeBinomial(let n, let p):
      require(n > 0, "negativeBinomial: n <= 0 or n is NaN (\(n))")
      require(p > 0 && p <= 1, "negativeBinomial: p <= 0, p > 1 or p is NaN (\(p))")
      require(
        (1 - p) / p * (n + 10 * n.squareRoot()) <= 0x1p62,
        "negativeBinomial: n too large or p too small (\(n), \(p))")
    case .geometric(let p):
      require(p > 0 && p <= 1, "geometric: p <= 0, p > 1 or p is NaN (\(p))")
    case .hypergeometric(let good, let bad, let sample):
      require(good >= 0, "hypergeometric: ngood < 0 (\(good))")
      require(bad >= 0, "hypergeometric: nbad < 0 (\(bad))")
      require(sample >= 0, "hypergeometric: nsample < 0 (\(sample))")
      require(
        good < 1_000_000_000 && bad < 1_000_000_000,
        "hypergeometric: both ngood and nbad must be less than 1000000000 (\(good), \(bad))")
      require(
        good + bad >= sample, "hypergeometric: ngood + nbad < nsample (\(good), \(bad), \(sample))")
    case .zipf(let a): require(a > 1, "zipf: a <= 1 or a is NaN (\(a))")
    case .logseries(let p):
      require(p >= 0 && p < 1, "logseries: p < 0, p >= 1 or p is NaN (\(p))")
    }
    return self
  }
}
