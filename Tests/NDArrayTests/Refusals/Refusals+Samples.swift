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
