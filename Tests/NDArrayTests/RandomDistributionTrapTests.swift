import NDArray
import Testing

@Suite("Distributions: mistakes stop the program")
struct RandomDistributionTrapTests {
  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case legacySeed = "RandomState: seed must be between 0 and 2**32 - 1, got -1"
    case largeSeed = "RandomState: seed must be between 0 and 2**32 - 1, got [1, 4294967296]"
    case emptySeed = "RandomState: seed must be non-empty"
    case gammaShape = "gamma: shape < 0 or shape is NaN (nan)"
    case gammaArray = "gamma: scale < 0 (-2.0)"
    case broadcast =
      "beta: operands could not be broadcast together with shapes (2,) (3,)"
    case poisson = "poisson: lam < 0 or lam is NaN (-1.0)"
    case largePoisson = "poisson: lam value too large (1e+19)"
    case binomial = "binomial: p < 0, p > 1 or p is NaN (1.5)"
    case hypergeometric = "hypergeometric: ngood + nbad < nsample (1, 2, 4)"
    case triangular = "triangular: left == right (2.0)"
    case multinomial = "multinomial: sum(pvals[:-1]) > 1.0"
    case dirichlet = "dirichlet: alpha < 0 or alpha is NaN"
    case randint = "randint: low >= high (4, 4)"
    case legacyChoice =
      "choice: cannot take a larger sample than population when replace is False, 4 of 3"
    case permutedAxis = "permuted: axis 2 is out of bounds for array of dimension 1"
    case integers = "integers: low >= high (3, 3)"
    case bytes = "bytes: negative dimensions are not allowed, got -1"

    func make() {
      var rng = Generator(seed: 0)
      var legacy = RandomState(seed: 0)
      switch self {
      case .legacySeed: _ = RandomState(seed: -1)
      case .largeSeed: _ = RandomState(seed: [1, 1 << 32])
      case .emptySeed: _ = RandomState(seed: [])
      case .gammaShape: _ = rng.gamma(.nan)
      case .gammaArray: _ = legacy.gamma([1, 2], scale: [1, -2])
      case .broadcast: _ = rng.beta([1, 2], [1, 2, 3])
      case .poisson: _ = rng.poisson(-1, shape: [2])
      case .largePoisson: _ = rng.poisson(1e19)
      case .binomial: _ = rng.binomial(3, 1.5)
      case .hypergeometric: _ = rng.hypergeometric(1, 2, 4)
      case .triangular: _ = rng.triangular(2, 2, 2)
      case .multinomial: _ = rng.multinomial(3, [0.5, 0.6, 0.1])
      case .dirichlet: _ = legacy.dirichlet([0, 1])
      case .randint: _ = legacy.randint(4..<4, [2])
      case .legacyChoice: _ = legacy.choice(3, [4], replace: false)
      case .permutedAxis: _ = rng.permuted(NDArray([1, 2]), axis: 2)
      case .integers: _ = rng.integers([0, 3], [3])
      case .bytes: _ = rng.bytes(-1)
      }
    }
  }

  @Test("the message names the operation and the values", arguments: Mistake.allCases)
  func message(_ mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      mistake.make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(mistake.rawValue), "\(output)")
  }
}
