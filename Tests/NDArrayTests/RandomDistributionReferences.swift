import NDArray

/// What NumPy gives, as `References/make_distributions.py` has written it.
struct DistributionReferences: Decodable, Sendable {
  struct Stream: Decodable, Sendable {
    let source: String
    let method: String
    let parameters: [Double]
    let count: Int
    let first: [UInt64]
    let digest: UInt64
    let next: Double
  }

  struct Arrays: Decodable, Sendable {
    let source: String
    let shapes: [[Int]]
    let values: [Double]
  }

  struct Multivariate: Decodable, Sendable {
    let source: String
    let method: String
    let n: Double
    let p: [Double]
    let shape: [Int]
    let first: [Double]
    let digest: UInt64
    let next: Double
  }

  struct Seed: Decodable, Sendable {
    let seed: [Int]
    let isList: Bool
    let first: [UInt64]
    let digest: UInt64
    let next: Double
  }

  struct Legacy: Decodable, Sendable {
    struct File: Decodable, Sendable {
      let seed: String
      let count: Int
      let digest: UInt64
    }

    let files: [File]
    let seeds: [Seed]
    let integers: [RandomReferences.Integers]
    let choices: [RandomReferences.Choice]
    let shuffled: [Int]
    let permuted: [Int]
    let mixed: [Double]
  }

  let streams: [Stream]
  let arrays: [Arrays]
  let multivariate: [Multivariate]
  let permutations: [String: [Int]]
  let legacy: Legacy

  static let numpy = references("distributions.json", as: DistributionReferences.self)
}

extension RandomDistributions {
  /// The bits of what a method named as in NumPy draws, or nil for a name that it has not.
  mutating func bits(of method: String, _ p: [Double], _ shape: [Int]) -> [UInt64]? {
    if let values = reals(of: method, p, shape) { return values.elements.map(\.bitPattern) }
    return integers(of: method, p, shape)?.elements.map { UInt64(bitPattern: Int64($0)) }
  }

  private mutating func reals(
    of method: String, _ p: [Double], _ shape: [Int]
  ) -> NDArray<Double>? {
    switch method {
    case "exponential": exponential(scale: p[0], shape: shape)
    case "uniform": uniform(NDArray(p[0]), NDArray(p[1]), shape: shape)
    case "normal": normal(mean: NDArray(p[0]), standardDeviation: NDArray(p[1]), shape: shape)
    case "standard_gamma": standardGamma(p[0], shape: shape)
    case "gamma": gamma(p[0], scale: p[1], shape: shape)
    case "beta": beta(p[0], p[1], shape: shape)
    case "chisquare": chisquare(p[0], shape: shape)
    case "noncentral_chisquare": noncentralChisquare(p[0], p[1], shape: shape)
    case "f": f(p[0], p[1], shape: shape)
    case "noncentral_f": noncentralF(p[0], p[1], p[2], shape: shape)
    case "standard_t": standardT(p[0], shape: shape)
    case "standard_cauchy": standardCauchy(shape: shape)
    case "pareto": pareto(p[0], shape: shape)
    case "weibull": weibull(p[0], shape: shape)
    case "power": power(p[0], shape: shape)
    case "rayleigh": rayleigh(scale: p[0], shape: shape)
    case "laplace": laplace(location: p[0], scale: p[1], shape: shape)
    case "gumbel": gumbel(location: p[0], scale: p[1], shape: shape)
    case "logistic": logistic(location: p[0], scale: p[1], shape: shape)
    case "lognormal": lognormal(mean: p[0], sigma: p[1], shape: shape)
    case "wald": wald(mean: p[0], scale: p[1], shape: shape)
    case "triangular": triangular(p[0], p[1], p[2], shape: shape)
    case "vonmises": vonmises(mu: p[0], kappa: p[1], shape: shape)
    default: nil
    }
  }

  private mutating func integers(
    of method: String, _ p: [Double], _ shape: [Int]
  ) -> NDArray<Int>? {
    switch method {
    case "poisson": poisson(p[0], shape: shape)
    case "binomial": binomial(Int(p[0]), p[1], shape: shape)
    case "negative_binomial": negativeBinomial(p[0], p[1], shape: shape)
    case "geometric": geometric(p[0], shape: shape)
    case "hypergeometric": hypergeometric(Int(p[0]), Int(p[1]), Int(p[2]), shape: shape)
    case "zipf": zipf(p[0], shape: shape)
    case "logseries": logseries(p[0], shape: shape)
    default: nil
    }
  }
}
