/// How ``Generator/multivariateHypergeometric(_:_:shape:method:)`` draws a sample.
public enum HypergeometricMethod: Sendable {
  /// By one hypergeometric number for each kind; NumPy's `"marginals"`, its usual one.
  case marginals
  /// Item by item, in O(number of items) memory; NumPy's `"count"`.
  case count
}

extension Generator {
  /// How many items of each kind are among `sample` drawn without replacement from `kinds[i]` items of the
  /// i-th kind, for each position of `shape`, along one more axis at the end; NumPy's
  /// `multivariate_hypergeometric(colors, nsample, shape, method)`.
  ///
  /// Traps when a number is negative, there are 10⁹ items or more (for ``HypergeometricMethod/marginals``),
  /// or the sample exceeds them.
  public mutating func multivariateHypergeometric(
    _ kinds: [Int], _ sample: Int, shape: [Int] = [], method: HypergeometricMethod = .marginals
  ) -> NDArray<Int> {
    require(
      kinds.allSatisfy { $0 >= 0 } && sample >= 0,
      "multivariateHypergeometric: colors and nsample must not be negative, got \(kinds) and \(sample)"
    )
    let total = kinds.reduce(0, +)
    require(
      method == .count || total < 1_000_000_000,
      "multivariateHypergeometric: sum(colors) must be less than 1000000000, got \(total)")
    require(
      sample <= total,
      "multivariateHypergeometric: nsample > sum(colors), \(sample) of \(total)")
    // The smaller part is drawn.
    let isRest = sample > total / 2
    let drawn = isRest ? total - sample : sample
    var items =
      method == .count ? kinds.indices.flatMap { [Int](repeating: $0, count: kinds[$0]) } : []
    return rows(of: kinds.count, shape, "multivariateHypergeometric") { random, row in
      if sample == 0 { return }
      switch method {
      case .marginals: random.bitGenerator.fillMarginals(row, kinds, total, drawn)
      case .count:
        for i in 0..<drawn {
          let j = i + Int(random.bitGenerator.nextMasked(upTo: UInt64(total - i - 1)))
          items.swapAt(i, j)
          row[items[i]] += 1
        }
      }
      if isRest { for i in kinds.indices { row[i] = kinds[i] - row[i] } }
    }
  }
}

extension PCG64 {
  /// The numbers of each kind in turn, of those that the kinds before have left over.
  fileprivate mutating func fillMarginals(
    _ row: UnsafeMutableBufferPointer<Int>, _ kinds: [Int], _ total: Int, _ sample: Int
  ) {
    var (remaining, rest) = (total, sample)
    for i in kinds.indices.dropLast() where rest > 0 {
      remaining -= kinds[i]
      row[i] = nextHypergeometric(kinds[i], remaining, rest)
      rest -= row[i]
    }
    if rest > 0 { row[kinds.count - 1] = rest }
  }
}
