extension RandomDistributions {
  /// How often each outcome of probability `p` occurs in `n` trials, as NumPy's `multinomial(n, p)`.
  ///
  /// The shape of the result is that of `p`, one axis. The last probability is taken to be what the
  /// others leave over. Traps when `n` or a probability is negative or they sum to more than 1.
  public mutating func multinomial(_ n: Int, _ p: NDArray<Double>) -> NDArray<Int> {
    multinomial(n, p, shape: [])
  }

  /// As `multinomial(_:_:)`, for each position of `shape`, along one more axis at the end; NumPy's
  /// `multinomial(n, p, shape)`.
  public mutating func multinomial(
    _ n: Int, _ p: NDArray<Double>, shape: [Int]
  ) -> NDArray<Int> {
    require(n >= 0, "multinomial: n < 0 (\(n))")
    require(p.rank == 1, "multinomial: pvals must be 1-dimensional, got \(p.layout.shape.text)")
    let p = p.elements
    require(p.allSatisfy { $0 >= 0 && $0 <= 1 }, "multinomial: pvals < 0, pvals > 1 or NaN")
    require(
      compensatedSum(p.dropLast()) <= 1 + 1e-12, "multinomial: sum(pvals[:-1]) > 1.0 (\(p))")
    return rows(of: p.count, shape, "multinomial") { random, row in
      var trials = n
      var remaining = 1.0
      for outcome in p.indices.dropLast() where trials > 0 {
        let count = random._draw(.binomial(trials, p[outcome] / remaining))
        row[outcome] = count
        trials -= count
        remaining -= p[outcome]
      }
      if let last = p.indices.last { row[last] = trials }
    }
  }

  /// Positive numbers that sum to 1 from the Dirichlet distribution, as NumPy's `dirichlet(alpha)`.
  public mutating func dirichlet(_ alpha: NDArray<Double>) -> NDArray<Double> {
    dirichlet(alpha, shape: [])
  }

  /// As `dirichlet(_:)`, for each position of `shape`, along one more axis at the end; NumPy's
  /// `dirichlet(alpha, shape)`.
  ///
  /// Gamma numbers divided by their sum; `Generator` breaks a stick by beta numbers when every
  /// parameter is below 0.1 and gamma numbers would underflow. Traps unless the parameters are
  /// non-negative (positive for ``RandomState``) and one axis.
  public mutating func dirichlet(_ alpha: NDArray<Double>, shape: [Int]) -> NDArray<Double> {
    require(alpha.rank == 1, "dirichlet: alpha must be 1-dimensional")
    let alpha = alpha.elements
    require(
      alpha.allSatisfy { Self._isLegacy ? $0 > 0 : $0 >= 0 },
      "dirichlet: alpha < 0 or alpha is NaN (\(alpha))")
    let tails = alpha.indices.map { alpha[$0...].reversed().reduce(0, +) }
    let breaksStick = !Self._isLegacy && (alpha.max() ?? 1) < 0.1
    return rows(of: alpha.count, shape, "dirichlet") { random, row in
      if breaksStick {
        if tails[0] == 0 { return }
        var rest = 1.0
        for i in alpha.indices.dropLast() {
          let part = random._draw(.beta(alpha[i], tails[i + 1]))
          row[i] = rest * part
          rest *= 1 - part
          if tails[i + 1] == 0 { break }
        }
        row[alpha.count - 1] = rest
      } else {
        for i in alpha.indices { row[i] = random._draw(.standardGamma(alpha[i])) }
        let inverse = 1 / row.reduce(0, +)
        for i in alpha.indices { row[i] *= inverse }
      }
    }
  }

  /// An array of `shape` + [width] whose rows `draw` writes over zeros, in C order.
  mutating func rows<Element: NDNumeric>(
    of width: Int, _ shape: [Int], _ operation: StaticString,
    _ draw: (inout Self, UnsafeMutableBufferPointer<Element>) -> Void
  ) -> NDArray<Element> {
    NDArray(shape + [width], drawnBy: operation) { buffer in
      buffer.initialize(repeating: 0)
      for start in stride(from: 0, to: buffer.count, by: max(width, 1)) {
        draw(&self, UnsafeMutableBufferPointer(rebasing: buffer[start..<start + width]))
      }
    }
  }
}

extension RandomDistributions {
  /// Points of the normal distribution with this mean, of shape (n,), and covariance, (n, n), one for
  /// each position of `shape`, along one more axis at the end; NumPy's
  /// `multivariate_normal(mean, cov, shape)`.
  ///
  /// Standard normal numbers are mapped by U·√S, or by √S·Vᵀ for ``RandomState``, from the singular
  /// value decomposition of the covariance; so they equal NumPy's up to the rounding of LAPACK.
  ///
  /// - Throws: ``LinAlgError`` when the covariance is not positive semidefinite to within 10⁻⁸, or not
  ///   finite.
  ///
  /// Traps when the shapes do not fit. Complexity: O(n³ + `shape`·n²).
  public mutating func multivariateNormal(
    mean: NDArray<Double>, covariance: NDArray<Double>, shape: [Int] = []
  ) throws(LinAlgError) -> NDArray<Double> {
    let n = mean.count
    require(
      mean.rank == 1 && covariance.shape == [n, n],
      """
      multivariateNormal: mean and cov must have same length, got shapes \
      \(mean.layout.shape.text) \(covariance.layout.shape.text)
      """)
    let numbers = draw(.normal(0, 1), shape + [n], "multivariateNormal").reshaped([-1, n])
    let (u, s, vt) = try Linalg.svd(covariance)
    guard isClose((vt.T * s).matmul(vt), covariance, rtol: 1e-8, atol: 1e-8).all() else {
      throw LinAlgError(
        operation: "multivariateNormal", reason: .notPositiveDefinite, shape: [n, n], position: [],
        routine: "dgesdd", info: 0)
    }
    let roots = sqrt(s)
    let factor = Self._isLegacy ? roots.expandedDimensions(axis: 1) * vt : (u * roots).T
    return (mean + numbers.matmul(factor)).reshaped(shape + [n])
  }
}

/// The sum with compensation (W. Kahan, "Further remarks on reducing truncation errors",
/// Communications of the ACM 8(1), 1965).
func compensatedSum(_ terms: some Sequence<Double>) -> Double {
  var sum = 0.0
  var carry = 0.0
  for value in terms {
    let term = value - carry
    let next = sum + term
    carry = (next - sum) - term
    sum = next
  }
  return sum
}
