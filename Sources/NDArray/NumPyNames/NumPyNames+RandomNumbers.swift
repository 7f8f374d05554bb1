// NumPy's spellings of what is named otherwise here: random numbers. The compiler offers the right name.

extension RandomDistributions {
  @available(*, unavailable, renamed: "negativeBinomial(_:_:)")
  public mutating func negative_binomial(_ n: Double, _ p: Double) -> Int { fatalError() }

  @available(*, unavailable, renamed: "noncentralChisquare(_:_:)")
  public mutating func noncentral_chisquare(_ df: Double, _ nonc: Double) -> Double { fatalError() }

  @available(*, unavailable, renamed: "noncentralF(_:_:_:)")
  public mutating func noncentral_f(_ dfnum: Double, _ dfden: Double, _ nonc: Double) -> Double {
    fatalError()
  }

  @available(*, unavailable, renamed: "standardCauchy()")
  public mutating func standard_cauchy() -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardGamma(_:)")
  public mutating func standard_gamma(_ k: Double) -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardT(_:)")
  public mutating func standard_t(_ df: Double) -> Double { fatalError() }

  @available(*, unavailable, renamed: "multivariateNormal(mean:covariance:)")
  public mutating func multivariate_normal(_ mean: NDArray<Double>, _ covariance: NDArray<Double>)
    -> NDArray<Double>
  { fatalError() }
}

extension Generator {
  @available(*, unavailable, renamed: "standardNormal()")
  public mutating func standard_normal() -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardNormal(_:)")
  public mutating func standard_normal(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, renamed: "standardExponential()")
  public mutating func standard_exponential() -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardExponential(_:)")
  public mutating func standard_exponential(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, renamed: "random(_:)")
  public mutating func random_sample(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, message: "write rng.random([m, n])")
  public mutating func rand(_ shape: Int...) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, message: "write rng.standardNormal([m, n])")
  public mutating func randn(_ shape: Int...) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, message: "write rng.integers(low..<high, shape)")
  public mutating func randint(_ low: Int, _ high: Int, _ shape: [Int] = []) -> NDArray<Int> {
    fatalError()
  }

  @available(*, unavailable, message: "write rng.integers(low..<high, shape)")
  public mutating func integers(_ low: Int, _ high: Int, _ shape: [Int] = []) -> NDArray<Int> {
    fatalError()
  }

  @available(*, unavailable, renamed: "bitGenerator")
  public var bit_generator: PCG64 { fatalError() }
}

extension RandomState {
  @available(*, unavailable, renamed: "standardNormal()")
  public mutating func standard_normal() -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardNormal(_:)")
  public mutating func standard_normal(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, renamed: "standardExponential()")
  public mutating func standard_exponential() -> Double { fatalError() }

  @available(*, unavailable, renamed: "standardExponential(_:)")
  public mutating func standard_exponential(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, renamed: "random(_:)")
  public mutating func random_sample(_ shape: [Int]) -> NDArray<Double> { fatalError() }

  @available(*, unavailable, message: "write random.randint(low..<high, shape)")
  public mutating func randint(_ low: Int, _ high: Int, _ shape: [Int] = []) -> NDArray<Int> {
    fatalError()
  }

  @available(*, unavailable, message: "write random = RandomState(seed: seed)")
  public mutating func seed(_ seed: Int) { fatalError() }
}

extension SeedSequence {
  @available(*, unavailable, renamed: "generateState(_:)")
  public func generate_state(_ count: Int) -> [UInt32] { fatalError() }
}

@available(*, unavailable, renamed: "Generator.init(seed:)")
public func default_rng(_ seed: Int) -> Generator { fatalError() }

@available(
  *, unavailable,
  message: "numbers come from a generator, var rng = Generator(seed: 1): write rng.random([m, n])"
)
public func rand(_ first: Int, _ rest: Int...) -> NDArray<Double> { fatalError() }

@available(
  *, unavailable,
  message:
    "numbers come from a generator, var rng = Generator(seed: 1): write rng.standardNormal([m, n])"
)
public func randn(_ first: Int, _ rest: Int...) -> NDArray<Double> { fatalError() }

@available(
  *, unavailable,
  message:
    "numbers come from a generator, var rng = Generator(seed: 1): write rng.integers(low..<high, shape)"
)
public func randint(_ low: Int, _ high: Int, _ shape: [Int] = []) -> NDArray<Int> { fatalError() }
