import NDArray

extension Operations {
  /// Streams of random numbers: a seed and calls in their order.
  static let random: Table = [
    "rng": { call in
      var generator = Generator(try seed(call))
      return .arrays(try calls(call).map { try $0.run(on: &generator) })
    },
    "legacy_rng": { call in
      let numbers = try call.ints(0)
      var state = numbers.count == 1 ? RandomState(seed: numbers[0]) : RandomState(seed: numbers)
      return .arrays(try calls(call).map { try $0.run(on: &state) })
    },
    "seedseq": { call in
      let (sequence, count) = (try seed(call), try call.int(1))
      if call.count > 2, try call.argument(2).text == "uint64" {
        let words: [UInt64] = sequence.generateState(count)
        return .array(NDArray(words))
      }
      return .array(NDArray(sequence.generateState(count)))
    },
    "pcg64_state": { call in
      let generator = PCG64(try seed(call))
      let words = [generator.state, generator.increment].flatMap {
        [UInt64(truncatingIfNeeded: $0 >> 64), UInt64(truncatingIfNeeded: $0)]
      }
      return .array(NDArray(words))
    },
  ]

  /// The seed, an integer of any length or a list of them.
  private static func seed(_ call: Call) throws -> SeedSequence {
    let json = try call.argument(0)
    return SeedSequence(
      try (json.items ?? [json]).flatMap { item -> [UInt] in
        switch item {
        case .integer(let value) where value >= 0: [UInt(value)]
        case .unsigned(let value): [value]
        case .long(let digits): digits.map { UInt($0) }
        default: throw NotForType("a seed of \(item.line)")
        }
      })
  }

  private static func calls(_ call: Call) throws -> [RandomCall] {
    guard let items = try call.argument(1).items else {
      throw Malformed("\(call.operation) without calls")
    }
    return try items.map(RandomCall.init)
  }
}

/// One call of a method of a generator.
struct RandomCall {
  let method: String
  private let positional: [JSON]
  private let keywords: [String: JSON]

  init(_ json: JSON) throws {
    guard let items = json.items, let method = items.first?.text else {
      throw Malformed("no call of a method: \(json.line)")
    }
    self.method = method
    positional = items.count > 1 ? items[1].items ?? [] : []
    if items.count > 2, case .object(let keywords) = items[2] {
      self.keywords = keywords
    } else {
      keywords = [:]
    }
  }

  // MARK: - Arguments by position or name

  func argument(_ position: Int, _ name: String) -> JSON? {
    let value = position < positional.count ? positional[position] : keywords[name]
    return value == .null ? nil : value
  }

  /// A parameter as an array, of rank 0 for a number.
  func real(_ position: Int, _ name: String, default value: Double? = nil) throws -> NDArray<Double>
  {
    guard let json = argument(position, name) else {
      guard let value else { throw Malformed("\(method) without \(name)") }
      return NDArray(value)
    }
    return try Self.array(json)
  }

  func integer(_ position: Int, _ name: String) throws -> NDArray<Int> {
    // Not every integer is a double.
    if let value = argument(position, name)?.int { return NDArray(value) }
    return try real(position, name).asType(Int.self)
  }

  static func array(_ json: JSON) throws -> NDArray<Double> {
    if let list = json["of"] { return try array(list) }
    if let array = json["array"] { return try Record(array).array(of: Double.self) }
    if let value = (json["f"] ?? json).double { return NDArray(value) }
    guard let items = json.items else { throw Malformed("no number: \(json.line)") }
    return stacked(try items.map(array), axis: 0)
  }

  /// The shape asked for, or nil.
  func size(_ position: Int) -> [Int]? {
    argument(position, "size").flatMap { $0.ints ?? $0.int.map { [$0] } }
  }

  func flag(_ position: Int, _ name: String, default value: Bool) -> Bool {
    argument(position, name).map { $0 == .bool(true) } ?? value
  }

  var isSingle: Bool { keywords["dtype"]?.text == "float32" }

  var unknown: Unsupported { Unsupported("not implemented: \(method)") }
}

// MARK: - Arrays put in another order

extension RandomCall {
  /// An array, of whatever type, with its elements moved as `body` moves their positions.
  private func moved(_ json: JSON?, _ body: (NDArray<Int>) -> NDArray<Int>) throws -> Record {
    guard let json else { throw Malformed("\(method) without an array") }
    let record = try json["array"].map { try Record($0) } ?? Self.record(ofList: json["of"] ?? json)
    func gathered<E: NDScalar>(_ type: E.Type) -> Record {
      let array = record.array(of: type)
      let positions = NDArray.arange(array.count).reshaped(array.shape)
      return Record(array.flattened()[body(positions)])
    }
    return gathered(record.dtype.elementType)
  }

  private static func record(ofList json: JSON) throws -> Record {
    func isWhole(_ json: JSON) -> Bool { json.items?.allSatisfy(isWhole) ?? (json.int != nil) }
    let array = try array(json)
    return isWhole(json) ? Record(array.asType(Int.self)) : Record(array)
  }

  private func permutation(_ random: inout some RandomDistributions) throws -> Record {
    if let count = argument(0, "x")?.int { return Record(random.permutation(count)) }
    let axis = argument(1, "axis")?.int ?? 0
    return try moved(argument(0, "x")) { random.permutation($0, axis: axis) }
  }

  /// A choice by `draw`, which takes the population, the shape and the probabilities.
  private func choice(
    _ draw: (Int, [Int], NDArray<Double>?) -> NDArray<Int>
  ) throws -> Record {
    let p = try argument(3, "p").map { _ in try real(3, "p") }
    let shape = size(1) ?? []
    if let count = argument(0, "a")?.int { return Record(draw(count, shape, p)) }
    let axis = argument(4, "axis")?.int ?? 0
    return try moved(argument(0, "a")) {
      $0.taking(draw($0.shape[axis < 0 ? axis + $0.rank : axis], shape, p), axis: axis)
    }
  }
}

// MARK: - Methods of one generator

extension RandomCall {
  func run(on random: inout Generator) throws -> Record {
    let shape = size(0) ?? []
    switch method {
    case "random_raw":
      return Record(random.integers(0...UInt64.max, shape))
    case "random":
      return isSingle
        ? single(random.random(shape, as: Float.self)) : Record(random.random(shape))
    case "standard_normal":
      return isSingle
        ? single(random.standardNormal(shape, as: Float.self))
        : Record(random.standardNormal(shape))
    case "standard_exponential" where keywords["method"]?.text == "inv":
      return Record(random.standardExponentialByInversion(shape))
    case "standard_exponential":
      return isSingle
        ? single(random.standardExponential(shape, as: Float.self))
        : Record(random.standardExponential(shape))
    case "standard_gamma" where isSingle:
      let k = Float(try real(0, "shape").scalar)
      return single(random.standardGamma(k, shape: size(1) ?? [], as: Float.self), size(1))
    case "multivariate_hypergeometric":
      return Record(
        random.multivariateHypergeometric(
          argument(0, "colors")?.ints ?? [], try integer(1, "nsample").scalar,
          shape: size(2) ?? [], method: argument(3, "method")?.text == "count" ? .count : .marginals
        ))
    case "integers":
      let ends = [argument(0, "low"), argument(1, "high")].compactMap { $0 }
      if ends.contains(where: { $0.items != nil || $0["array"] != nil }) {
        return try integersBetweenArrays { low, high, shape, endpoint in
          Record(random.integers(low, high, shape: shape, endpoint: endpoint))
        }
      }
      return try integers(&random)
    case "choice":
      let replace = flag(2, "replace", default: true)
      let shuffle = flag(5, "shuffle", default: true)
      return try choice { random.choice($0, $1, replace: replace, p: $2, shuffle: shuffle) }
    case "permuted":
      let axis = argument(1, "axis")?.int
      return try moved(argument(0, "x")) { positions in
        axis.map { random.permuted(positions, axis: $0) } ?? random.permuted(positions)
      }
    case "bytes": return Record(NDArray(random.bytes(argument(0, "length")?.int ?? 0)))
    default: return try distribution(&random)
    }
  }

  func run(on random: inout RandomState) throws -> Record {
    switch method {
    case "rand", "randn":
      let shape = positional.compactMap(\.int)
      return Record(method == "rand" ? random.random(shape) : random.standardNormal(shape))
    case "random_sample", "random", "ranf": return Record(random.random(size(0) ?? []))
    case "standard_normal": return Record(random.standardNormal(size(0) ?? []))
    case "standard_exponential": return Record(random.standardExponential(size(0) ?? []))
    case "randint":
      let ends = [argument(0, "low"), argument(1, "high")].compactMap { $0 }
      if ends.contains(where: { $0.items != nil || $0["array"] != nil }) {
        return try integersBetweenArrays { low, high, shape, _ in
          Record(random.randint(low, high, shape: shape))
        }
      }
      return try integers(&random)
    case "choice":
      let replace = flag(2, "replace", default: true)
      return try choice { random.choice($0, $1, replace: replace, p: $2) }
    case "bytes": return Record(NDArray(random.bytes(argument(0, "length")?.int ?? 0)))
    default: return try distribution(&random)
    }
  }

  /// Integers between bounds of which one at least is an array.
  private func integersBetweenArrays(
    _ draw: (NDArray<Int>, NDArray<Int>, [Int]?, Bool) -> Record
  ) throws -> Record {
    guard (argument(3, "dtype")?.text ?? "int64") == "int64" else { throw unknown }
    let isAlone = argument(1, "high") == nil
    let (low, high) = (
      isAlone ? NDArray(0) : try integer(0, "low"),
      isAlone ? try integer(0, "low") : try integer(1, "high")
    )
    return draw(low, high, size(2), flag(4, "endpoint", default: false))
  }

  /// Integers of the dtype named.
  private func integers(_ random: inout some IntegerSource) throws -> Record {
    let name = argument(3, "dtype")?.text ?? "int64"
    if name == "bool" { return Record(random.bools(size(2) ?? [])) }
    guard let type = DType(rawValue: name)?.elementType as? any NDInteger.Type else {
      throw unknown
    }
    let hasEnd = flag(4, "endpoint", default: false)
    func drawn<Value: NDInteger>(_ type: Value.Type) throws -> Record {
      guard let first = argument(0, "low") else { throw unknown }
      let second = argument(1, "high")
      let low = second == nil ? 0 : Call.number(first, type)
      // The end may lie one past the type's greatest number.
      let last = second ?? first
      let through =
        last == .unsigned(1 << 63) || last.int == Int(truncatingIfNeeded: Value.max) &+ 1
        ? Value.max : Call.number(last, type).map { hasEnd ? $0 : $0 &- 1 }
      guard let low, let through else {
        throw NotForType("\(method) of \(first.line), \(last.line)")
      }
      return Record(random.integers(from: low, through: through, size(2) ?? []))
    }
    return try drawn(type)
  }

  /// Single-precision numbers, of which NumPy makes a Python number where no size is asked for.
  private func single(_ array: NDArray<Float>) -> Record { single(array, size(0)) }

  private func single(_ array: NDArray<Float>, _ size: [Int]?) -> Record {
    size == nil ? Record(array.asType(Double.self)) : Record(array)
  }
}

/// What `integers` and `randint` have in common.
private protocol IntegerSource {
  mutating func integers<Value: NDInteger>(
    from low: Value, through high: Value, _ shape: [Int]
  ) -> NDArray<Value>

  mutating func bools(_ shape: [Int]) -> NDArray<Bool>
}

extension Generator: IntegerSource {
  fileprivate mutating func integers<Value: NDInteger>(
    from low: Value, through high: Value, _ shape: [Int]
  ) -> NDArray<Value> {
    integers(low...high, shape)
  }
}

extension RandomState: IntegerSource {
  fileprivate mutating func integers<Value: NDInteger>(
    from low: Value, through high: Value, _ shape: [Int]
  ) -> NDArray<Value> {
    high == .max ? randint(low..<high, shape) : randint(low..<(high + 1), shape)
  }
}

// MARK: - Distributions

extension RandomCall {
  private func distribution(_ random: inout some RandomDistributions) throws -> Record {
    switch method {
    case "permutation", "shuffle": try permutation(&random)
    case "multinomial", "dirichlet", "multivariate_normal": try multivariate(&random)
    case "poisson": Record(random.poisson(try real(0, "lam", default: 1), shape: size(1)))
    case "binomial":
      Record(random.binomial(try integer(0, "n"), try real(1, "p"), shape: size(2)))
    case "negative_binomial":
      Record(random.negativeBinomial(try real(0, "n"), try real(1, "p"), shape: size(2)))
    case "geometric": Record(random.geometric(try real(0, "p"), shape: size(1)))
    case "hypergeometric":
      Record(
        random.hypergeometric(
          try integer(0, "ngood"), try integer(1, "nbad"), try integer(2, "nsample"),
          shape: size(3)))
    case "zipf": Record(random.zipf(try real(0, "a"), shape: size(1)))
    case "logseries": Record(random.logseries(try real(0, "p"), shape: size(1)))
    default: Record(try continuous(&random))
    }
  }

  private func multivariate(_ random: inout some RandomDistributions) throws -> Record {
    switch method {
    case "multinomial":
      let n = try integer(0, "n").scalar
      return Record(random.multinomial(n, try real(1, "pvals"), shape: size(2) ?? []))
    case "dirichlet":
      return Record(random.dirichlet(try real(0, "alpha"), shape: size(1) ?? []))
    default:
      let (mean, covariance) = (try real(0, "mean"), try real(1, "cov"))
      return Record(
        try random.multivariateNormal(mean: mean, covariance: covariance, shape: size(2) ?? []))
    }
  }

  private func continuous(_ random: inout some RandomDistributions) throws -> NDArray<Double> {
    func location() throws -> NDArray<Double> { try real(0, "loc", default: 0) }
    func scale(_ i: Int = 1) throws -> NDArray<Double> { try real(i, "scale", default: 1) }
    switch method {
    case "uniform":
      return random.uniform(
        try real(0, "low", default: 0), try real(1, "high", default: 1), shape: size(2))
    case "normal":
      return random.normal(mean: try location(), standardDeviation: try scale(), shape: size(2))
    case "lognormal":
      return random.lognormal(
        mean: try real(0, "mean", default: 0), sigma: try real(1, "sigma", default: 1),
        shape: size(2))
    case "laplace":
      return random.laplace(location: try location(), scale: try scale(), shape: size(2))
    case "gumbel":
      return random.gumbel(location: try location(), scale: try scale(), shape: size(2))
    case "logistic":
      return random.logistic(location: try location(), scale: try scale(), shape: size(2))
    case "exponential": return random.exponential(scale: try scale(0), shape: size(1))
    case "rayleigh": return random.rayleigh(scale: try scale(0), shape: size(1))
    case "wald":
      return random.wald(mean: try real(0, "mean"), scale: try real(1, "scale"), shape: size(2))
    case "vonmises":
      return random.vonmises(mu: try real(0, "mu"), kappa: try real(1, "kappa"), shape: size(2))
    case "triangular":
      return random.triangular(
        try real(0, "left"), try real(1, "mode"), try real(2, "right"), shape: size(3))
    case "standard_cauchy": return random.standardCauchy(shape: size(0) ?? [])
    default: return try fromGamma(&random)
    }
  }

  private func fromGamma(_ random: inout some RandomDistributions) throws -> NDArray<Double> {
    switch method {
    case "standard_gamma" where !isSingle:
      return random.standardGamma(try real(0, "shape"), shape: size(1))
    case "gamma":
      return random.gamma(
        try real(0, "shape"), scale: try real(1, "scale", default: 1), shape: size(2))
    case "beta": return random.beta(try real(0, "a"), try real(1, "b"), shape: size(2))
    case "chisquare": return random.chisquare(try real(0, "df"), shape: size(1))
    case "noncentral_chisquare":
      return random.noncentralChisquare(try real(0, "df"), try real(1, "nonc"), shape: size(2))
    case "noncentral_f":
      return random.noncentralF(
        try real(0, "dfnum"), try real(1, "dfden"), try real(2, "nonc"), shape: size(3))
    case "f": return random.f(try real(0, "dfnum"), try real(1, "dfden"), shape: size(2))
    case "standard_t": return random.standardT(try real(0, "df"), shape: size(1))
    case "weibull": return random.weibull(try real(0, "a"), shape: size(1))
    case "pareto": return random.pareto(try real(0, "a"), shape: size(1))
    case "power": return random.power(try real(0, "a"), shape: size(1))
    default: throw unknown
    }
  }
}
