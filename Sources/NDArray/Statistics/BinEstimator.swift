import Foundation

/// Rules for how many bins suit a sample, named as NumPy names them.
public enum BinEstimator: String, Sendable, CaseIterable {
  /// The narrower of Sturges' and Freedman and Diaconis' bins, but the latter at least half as wide as the
  /// square root's.
  case auto
  /// Freedman and Diaconis: width 2 · IQR / ∛n; robust against outliers.
  case fd
  /// Sturges' rule with Doane's correction for skewed samples.
  case doane
  /// Scott: width σ · ∛(24√π / n).
  case scott
  /// Stone: the width with the least estimated squared error, tried out.
  case stone
  /// Rice: ∛n · 2 bins.
  case rice
  /// Sturges: log₂ n + 1 bins; for samples that look normal.
  case sturges
  /// √n bins.
  case sqrt
}

/// Counts the elements of `a` in as many bins of equal width as a rule finds right for them.
///
/// - Parameters:
///   - a: The sample, of any shape.
///   - bins: The rule.
///   - range: from the first to the last edge; only what lies inside is considered.
///
/// Traps when the range is not finite. Complexity: O(n).
public func histogram<E: NDNumeric>(
  _ a: NDArray<E>, bins: BinEstimator, range: ClosedRange<E.Quotient>? = nil
) -> Histogram<Int, E.Quotient> {
  let values = a.asType(E.Quotient.self)
  let edges = evenEdges(values, 1, range)
  var sample = values.flattened()
  if let range {
    sample = sample[(sample .>= range.lowerBound) .& (sample .<= range.upperBound)]
  }
  var count = 1
  if sample.count > 0 {
    let isWhole = E.self != E.Quotient.self
    let (first, last) = (Double(edges[0].scalar), Double(edges[1].scalar))
    var width = bins.width(sample.asType(Double.self), first...last)
    if width > 0 {
      if isWhole && width < 1 { width = 1 }
      count = Int(ceil((last - first) / width))
    }
  }
  return histogram(a, bins: count, range: range)
}

extension BinEstimator {
  /// The width of a bin for `x`, not empty; 0 where the rule fails.
  fileprivate func width(_ x: NDArray<Double>, _ range: ClosedRange<Double>) -> Double {
    let n = Double(x.count)
    switch self {
    case .sqrt: return x.ptp() / n.squareRoot()
    case .sturges: return x.ptp() / (log2(n) + 1)
    case .rice: return x.ptp() / (2 * pow(n, 1.0 / 3))
    case .scott: return pow(24 * Double.pi.squareRoot() / n, 1.0 / 3) * x.std()
    case .fd:
      let quartiles = x.percentile([75, 25])
      return 2 * (quartiles[0].scalar - quartiles[1].scalar) * pow(n, -1.0 / 3)
    case .auto:
      let robust = Swift.max(
        BinEstimator.fd.width(x, range), BinEstimator.sqrt.width(x, range) / 2)
      return Swift.min(robust, BinEstimator.sturges.width(x, range))
    case .doane: return doane(x)
    case .stone: return stone(x, range)
    }
  }

  private func doane(_ x: NDArray<Double>) -> Double {
    let (n, sigma) = (Double(x.count), x.std())
    if n <= 2 || sigma == 0 { return 0 }
    let expected = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
    let skewness = (((x - x.mean()) / sigma) ** 3).mean()
    return x.ptp() / (1 + log2(n) + log2(1 + Swift.abs(skewness) / expected))
  }

  private func stone(_ x: NDArray<Double>, _ range: ClosedRange<Double>) -> Double {
    let (n, extent) = (Double(x.count), x.ptp())
    if x.count <= 1 || extent == 0 { return 0 }
    let most = Swift.max(100, Int(n.squareRoot()))
    var (best, least) = (1, Double.infinity)
    for bins in 1...most {
      let shares = histogram(x, bins: bins, range: range).counts.asType(Double.self) / n
      let error = (2 - (n + 1) * (shares * shares).sum()) / (extent / Double(bins))
      if error < least { (best, least) = (bins, error) }
    }
    return extent / Double(best)
  }
}
