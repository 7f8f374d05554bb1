import NDArray
import Testing

@Suite("Generator: mistakes stop the program")
struct RandomTrapTests {
  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case negativeSeed = "Generator: expected non-negative integer as seed, got -1"
    case negativeShape = "random: negative dimensions are not allowed, got [2, -3]"
    case uniformBounds = "uniform: low > high (2.0, 1.0)"
    case uniformOverflow = "uniform: high - low range exceeds valid bounds"
    case negativeDeviation = "normal: scale < 0 (-1.0)"
    case emptyRange = "integers: low >= high (4, 4)"
    case negativePermutation = "permutation: negative dimensions are not allowed, got -2"
    case shuffledScalar = "shuffle: the array must be at least 1-dimensional"
    case choiceFromNothing = "choice: a cannot be empty unless no samples are taken"
    case choiceOfTooMany =
      "choice: cannot take a larger sample than population when replace is False, 4 of 3"
    case probabilityCount = "choice: a and p must have same size, got 3 and shape (2,)"
    case negativeProbability = "choice: probabilities are not non-negative"
    case probabilitySum = "choice: probabilities do not sum to 1, but to 0.75"
    case impossibleChoice = "choice: fewer non-zero entries in p than size"

    func make() {
      var rng = Generator(seed: 0)
      var scalar = NDArray(1.0)
      switch self {
      case .negativeSeed: _ = Generator(seed: [3, -1])
      case .negativeShape: _ = rng.random([2, -3])
      case .uniformBounds: _ = rng.uniform(2, 1)
      case .uniformOverflow:
        let huge = Double.greatestFiniteMagnitude
        _ = rng.uniform(-huge, huge, shape: [2])
      case .negativeDeviation: _ = rng.normal(standardDeviation: -1, shape: [2])
      case .emptyRange: _ = rng.integers(4..<4, [2])
      case .negativePermutation: _ = rng.permutation(-2)
      case .shuffledScalar: rng.shuffle(&scalar)
      case .choiceFromNothing: _ = rng.choice(0, [1])
      case .choiceOfTooMany: _ = rng.choice(3, [2, 2], replace: false)
      case .probabilityCount: _ = rng.choice(3, [2], p: [0.5, 0.5])
      case .negativeProbability: _ = rng.choice(2, [2], p: [1.5, -0.5])
      case .probabilitySum: _ = rng.choice(2, [2], p: [0.5, 0.25])
      case .impossibleChoice: _ = rng.choice(3, [2], replace: false, p: [0, 1, 0])
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
