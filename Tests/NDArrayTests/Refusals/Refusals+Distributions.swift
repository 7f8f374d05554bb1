import NDArray

extension Refusals {
  /// The parameters that a distribution does not have.
  static let distributions = Refusals {
    $0.draw("lognormal: sigma < 0 (-1.0)") { _ = $0.lognormal(sigma: -1) }
    $0.draw("exponential: scale < 0 (-1.0)") { _ = $0.exponential(scale: -1) }
    $0.draw("standardGamma: shape < 0 or shape is NaN (-1.0)") { _ = $0.standardGamma(-1) }
    $0.refuse("standardGamma: shape < 0 (-1.0)") {
      var rng = Generator(seed: 1)
      _ = rng.standardGamma(-1, as: Float.self)
    }
    $0.refuse(
      "multivariateHypergeometric: colors and nsample must not be negative, got [1, -1] and 1"
    ) {
      var rng = Generator(seed: 1)
      _ = rng.multivariateHypergeometric([1, -1], 1)
    }
    $0.refuse("multivariateHypergeometric: nsample > sum(colors), 4 of 3") {
      var rng = Generator(seed: 1)
      _ = rng.multivariateHypergeometric([1, 2], 4)
    }
    $0.refuse(
      "multivariateHypergeometric: sum(colors) must be less than 1000000000, got 1000000000"
    ) {
      var rng = Generator(seed: 1)
      _ = rng.multivariateHypergeometric([1_000_000_000], 4)
    }
    $0.draw("beta: a <= 0 or a is NaN (0.0)") { _ = $0.beta(0, 1) }
    $0.draw("beta: b <= 0 or b is NaN (nan)") { _ = $0.beta(1, .nan) }
    $0.draw("chisquare: df <= 0 or df is NaN (0.0)") { _ = $0.chisquare(0) }
    $0.draw("noncentralChisquare: df <= 0 or df is NaN (0.0)") {
      _ = $0.noncentralChisquare(0, 1)
    }
    $0.draw("noncentralChisquare: nonc < 0 or nonc is NaN (-1.0)") {
      _ = $0.noncentralChisquare(1, -1)
    }
    $0.draw("f: dfnum <= 0 or dfnum is NaN (0.0)") { _ = $0.f(0, 1) }
    $0.draw("f: dfden <= 0 or dfden is NaN (0.0)") { _ = $0.f(1, 0) }
    $0.draw("noncentralF: dfnum <= 0 or dfnum is NaN (0.0)") { _ = $0.noncentralF(0, 1, 1) }
    $0.draw("noncentralF: dfden <= 0 or dfden is NaN (0.0)") { _ = $0.noncentralF(1, 0, 1) }
    $0.draw("noncentralF: nonc < 0 or nonc is NaN (-1.0)") { _ = $0.noncentralF(1, 1, -1) }
    $0.draw("standardT: df <= 0 or df is NaN (0.0)") { _ = $0.standardT(0) }
    $0.draw("pareto: a <= 0 or a is NaN (0.0)") { _ = $0.pareto(0) }
    $0.draw("weibull: a < 0 or a is NaN (-1.0)") { _ = $0.weibull(-1) }
    $0.draw("power: a <= 0 or a is NaN (0.0)") { _ = $0.power(0) }
    $0.draw("rayleigh: scale < 0 (-1.0)") { _ = $0.rayleigh(scale: -1) }
    $0.draw("laplace: scale < 0 (-1.0)") { _ = $0.laplace(scale: -1) }
    $0.draw("gumbel: scale < 0 (-1.0)") { _ = $0.gumbel(scale: -1) }
    $0.draw("logistic: scale < 0 (-1.0)") { _ = $0.logistic(scale: -1) }
    $0.draw("triangular: left > mode (2.0, 1.0)") { _ = $0.triangular(2, 1, 3) }
    $0.draw("triangular: mode > right (4.0, 3.0)") { _ = $0.triangular(2, 4, 3) }
    $0.draw("wald: mean <= 0 or mean is NaN (0.0)") { _ = $0.wald(mean: 0, scale: 1) }
    $0.draw("wald: scale <= 0 or scale is NaN (0.0)") { _ = $0.wald(mean: 1, scale: 0) }
    $0.draw("vonmises: kappa < 0 or kappa is NaN (-1.0)") { _ = $0.vonmises(mu: 0, kappa: -1) }
    $0.draw("binomial: n < 0 (-1)") { _ = $0.binomial(-1, 0.5) }
    $0.draw("negativeBinomial: n <= 0 or n is NaN (0.0)") { _ = $0.negativeBinomial(0, 0.5) }
    $0.draw("negativeBinomial: p <= 0, p > 1 or p is NaN (0.0)") {
      _ = $0.negativeBinomial(1, 0)
    }
    $0.draw("negativeBinomial: n too large or p too small (1e+18, 0.01)") {
      _ = $0.negativeBinomial(1e18, 0.01)
    }
    $0.draw("geometric: p <= 0, p > 1 or p is NaN (0.0)") { _ = $0.geometric(0) }
    $0.draw("hypergeometric: ngood < 0 (-1)") { _ = $0.hypergeometric(-1, 1, 1) }
    $0.draw("hypergeometric: nbad < 0 (-1)") { _ = $0.hypergeometric(1, -1, 1) }
    $0.draw("hypergeometric: nsample < 0 (-1)") { _ = $0.hypergeometric(1, 1, -1) }
    $0.draw(
      "hypergeometric: both ngood and nbad must be less than 1000000000 (1000000000, 1)"
    ) { _ = $0.hypergeometric(1_000_000_000, 1, 1) }
    $0.draw("zipf: a <= 1 or a is NaN (1.0)") { _ = $0.zipf(1) }
    $0.draw("logseries: p < 0, p >= 1 or p is NaN (1.0)") { _ = $0.logseries(1) }
  }

  mutating func draw(_ message: String, _ draw: @escaping @Sendable (inout Generator) -> Void) {
    refuse(message) {
      var generator = Generator(seed: 0)
      draw(&generator)
    }
  }
}
