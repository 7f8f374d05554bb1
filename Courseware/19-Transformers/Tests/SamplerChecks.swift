import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct SamplerChecks {
  private let z: NDArray<Double> = [2, 1, 0, -1]
  private let none = NDArray<Int>.zeros([4])

  @Test("temperature by hand") func temperatureByHand() {
    for (t, expected) in [
      (0.5, [0.864955, 0.117059, 0.015842, 0.002144]),
      (1, [0.643914, 0.236883, 0.087144, 0.032059]),
      (2, [0.455054, 0.276004, 0.167405, 0.101536]),
    ] {
      expectClose(
        Sampler(temperature: t).probabilities(z, counts: none), NDArray(expected), tolerance: 1e-6,
        "T = \(t): the logits are divided before softmax")
    }
    expectClose(
      Sampler(temperature: 0).probabilities([1, 5, 5, 2], counts: none), [0, 1, 0, 0],
      "T = 0: all on the likeliest, the first of equals")
  }

  @Test("penalties by hand") func penaltiesByHand() {
    let counts: NDArray<Int> = [2, 0, 1, 0]
    expectClose(
      penalised(z, counts: counts, presence: 0.3, frequency: 0.5), [0.7, 1, -0.8, -1],
      "presence once, frequency for each time")
    expectClose(
      penalised(z, counts: [3, 0, 0, 1], presence: -1, frequency: 0), [3, 1, 0, 0],
      "a negative one is a bonus")
    expectClose(penalised(z, counts: counts, presence: 0, frequency: 0), z, "none")
  }

  @Test("top-k by hand") func topKByHand() {
    let out = -Double.infinity
    let mixed: NDArray<Double> = [-1, 2, 0, 1, 2]
    expectClose(keepingTop(2, of: mixed), NDArray([out, 2, out, out, 2]), "the two largest")
    expectClose(keepingTop(1, of: mixed), NDArray([out, 2, out, out, out]), "of equals the first")
    expectClose(keepingTop(3, of: mixed), NDArray([out, 2, out, 1, 2]), "three")
    expectClose(keepingTop(5, of: mixed), mixed, "all")
    expectClose(keepingTop(9, of: mixed), mixed, "more than there are: all")
    expectClose(keepingTop(0, of: mixed), NDArray([out, 2, out, out, out]), "none asked for: one")
    expectClose(
      Sampler(topK: 2).probabilities(z, counts: none), [0.731059, 0.268941, 0, 0], tolerance: 1e-6,
      "what is left sums to 1 again")
  }

  @Test("top-p by hand: the token that crosses p stays") func topPByHand() {
    expectClose(
      Sampler(topP: 0.9).probabilities(z, counts: none), [0.665241, 0.244728, 0.090031, 0],
      tolerance: 1e-6, ".644 + .237 = .881 does not reach .9: the third stays")
    expectClose(
      Sampler(topP: 0.88).probabilities(z, counts: none), [0.731059, 0.268941, 0, 0],
      tolerance: 1e-6, ".881 reaches .88: two")
    expectClose(
      Sampler(topP: 0.001).probabilities(z, counts: none), [1, 0, 0, 0], "one is left always")
    expectClose(
      Sampler(topP: 0).probabilities(z, counts: none), [1, 0, 0, 0], "even for p = 0")
    expectClose(
      keepingTop(probability: 0.5, of: [3, 3]), [3, -.infinity],
      "two of ½ each: the first reaches ½ exactly, and that is enough")
    expectClose(
      keepingTop(probability: 0.7, of: [0, 2, -1, 1]),
      NDArray([-Double.infinity, 2, -Double.infinity, 1]),
      "in their own places, however the logits are ordered")
  }

  @Test("top-k comes before top-p") func topKThenTopP() {
    expectClose(
      Sampler(topK: 2, topP: 0.7).probabilities(z, counts: none), [1, 0, 0, 0],
      "of the two that k leaves the first has .731, which reaches .7; before k it had .644")
    expectClose(
      Sampler(temperature: 0, presence: 2).probabilities(z, counts: [1, 0, 0, 0]), [0, 1, 0, 0],
      "T = 0, too, comes after the penalties")
  }

  @Test("all settings together as NumPy has them") func samplerAgainstNumPy() throws {
    let sampling = try ModelReferences.load().sampling
    for item in sampling.cases {
      let sampler = Sampler(
        temperature: item.temperature, topK: item.topK, topP: item.topP, presence: item.presence,
        frequency: item.frequency)
      expectClose(
        sampler.probabilities(sampling.logits.array, counts: sampling.counts.integers),
        item.probabilities.array,
        "T \(item.temperature), top-k \(item.topK ?? 0), top-p \(item.topP ?? 0), presence \(item.presence), frequency \(item.frequency)"
      )
    }
  }

  @Test("what is drawn follows the probabilities and the text") func drawing() {
    var generator = Generator(seed: 32)
    let sampler = Sampler(topK: 3, presence: 0.4)
    let expected = sampler.probabilities(z, counts: [0, 2, 0, 0])
    var counts = [0.0, 0, 0, 0]
    for _ in 0..<4000 { counts[sampler.draw(z, after: [1, 1], using: &generator)] += 1 }
    for token in 0..<4 {
      let p: Double = expected[token]
      expectClose(
        counts[token] / 4000, p, tolerance: 0.03, "the share of token \(token) in 4000 draws")
    }
    expectClose(
      Sampler().probabilities([1000, -1000, 999, 0], counts: none), [0.731059, 0, 0.268941, 0],
      tolerance: 1e-6, "logits of ±1000")
  }
}
