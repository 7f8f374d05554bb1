import NDArray

extension Refusals {
  static let samples = Refusals {
    $0.draw("uniform: high - low range exceeds valid bounds (0.0, inf)") {
      _ = $0.uniform(0, .infinity)
    }
    $0.refuse("uniform: high - low range exceeds valid bounds (0.0, inf)") {
      var state = RandomState(seed: 0)
      _ = state.uniform(NDArray([0.0]), NDArray([Double.infinity]))
    }
    $0.refuse("generateState: the number of words must not be negative, got -1") {
      let words: [UInt32] = SeedSequence(1).generateState(-1)
      _ = words
    }
    $0.refuse("generateState: 9223372036854775807 words of 64 bits are more than an Int can count")
    {
      let words: [UInt64] = SeedSequence(1).generateState(.max)
      _ = words
    }
    $0.refuse("spawn: the number of children must not be negative, got -1") {
      var seeds = SeedSequence(1)
      _ = seeds.spawn(-1)
    }
    $0.refuse("integers: low > high (3, 2)") {
      var random = Generator(seed: 1)
      _ = random.integers([3], [2], endpoint: true)
    }
    $0.draw("choice: the array must be at least 1-dimensional") {
      _ = $0.choice(NDArray(1.0), [1])
    }
    $0.refuse("choice: the array must be at least 1-dimensional") {
      var state = RandomState(seed: 0)
      _ = state.choice(NDArray(1.0), [1])
    }
    $0.refuse("choice: a must be greater than 0 unless no samples are taken") {
      var state = RandomState(seed: 0)
      _ = state.choice(0, [1])
    }
    $0.draw("permutation: the array must be at least 1-dimensional") {
      _ = $0.permutation(NDArray(1.0))
    }
    $0.draw("multinomial: n < 0 (-1)") {
      _ = $0.multinomial(-1, [0.5, 0.5])
    }
    $0.draw("multinomial: pvals must be 1-dimensional, got (1,1)") {
      _ = $0.multinomial(1, [[1]])
    }
    $0.draw("multinomial: pvals < 0, pvals > 1 or NaN") {
      _ = $0.multinomial(1, [1.5, 0])
    }
    $0.draw("multinomial: sum(pvals[:-1]) > 1.0 ([0.6, 0.6, 0.0])") {
      _ = $0.multinomial(1, [0.6, 0.6, 0])
    }
    $0.draw("dirichlet: alpha must be 1-dimensional") {
      _ = $0.dirichlet([[1]])
    }
    $0.draw("dirichlet: alpha < 0 or alpha is NaN ([-1.0])") {
      _ = $0.dirichlet([-1])
    }
    $0.draw("multivariateNormal: mean and cov must have same length, got shapes (1,) (2,2)") {
      _ = try? $0.multivariateNormal(mean: [0], covariance: NDArray.eye(2))
    }
  }
}
