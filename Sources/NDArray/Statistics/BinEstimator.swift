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
  let edges = evenEdges(a, 1, range)
  var sample = a
  if let range {
    let outside =
      a.count > 0
      && {
        let ends = NDArray([a.min(), a.max()]).asType(E.Quotient.self).elements
        return !(range.contains(ends[0]) && range.contains(ends[1]))
      }()
    if outside {
      let values = a.asType(E.Quotient.self)
      sample = a[(values .>= range.lowerBound) .& (values .<= range.upperBound)]
    }
  }
  var count = 1
  if sample.count > 0 {
    let isWhole = E.self != E.Quotient.self
    let (first, last) = (Double(edges[0].scalar), Double(edges[1].scalar))
    var width = bins.width(sample, first...last)
    if width > 0 {
      if isWhole && width < 1 { width = 1 }
      let wanted = ceil((last - first) / width)
      require(
        wanted < 0x1p53,
        "histogram: too many bins for data range, cannot create \(wanted) finite-sized bins")
      count = Int(wanted)
    }
  }
  return histogram(a, bins: Swift.max(count, 1), range: range)
}

extension BinEstimator {
  /// The width of a bin for `x`, not empty; 0 where the rule fails.
  fileprivate func width<E: NDNumeric>(_ x: NDArray<E>, _ range: ClosedRange<Double>) -> Double {
    let n = Double(x.count)
    switch self {
    case .sqrt: return x.extent / n.squareRoot()
    case .sturges: return x.extent / (log2(n) + 1)
    case .rice: return x.extent / (2 * pow(n, 1.0 / 3))
    case .scott: return pow(24 * Double.pi.squareRoot() / n, 1.0 / 3) * x.moments.deviation
    case .fd: return 2 * (x.quartile(0.75) - x.quartile(0.25)) * pow(n, -1.0 / 3)
    case .auto:
      let robust = Swift.max(
        BinEstimator.fd.width(x, range), BinEstimator.sqrt.width(x, range) / 2)
      return Swift.min(robust, BinEstimator.sturges.width(x, range))
    case .doane: return doane(x)
    case .stone: return stone(x, range)
    }
  }

  private func doane<E: NDNumeric>(_ x: NDArray<E>) -> Double {
    let (n, (mean, sigma)) = (Double(x.count), x.moments)
    if n <= 2 || sigma == 0 { return 0 }
    let expected = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
    let skewness = x.doubleSum { (($0 - mean) / sigma) ** 3 } / n
    return x.extent / (1 + log2(n) + log2(1 + Swift.abs(skewness) / expected))
  }

  private func stone<E: NDNumeric>(_ x: NDArray<E>, _ range: ClosedRange<Double>) -> Double {
    let (n, extent) = (Double(x.count), x.extent)
    if x.count <= 1 || extent == 0 { return 0 }
    let most = Swift.max(100, Int(n.squareRoot()))
    let ends = NDArray([range.lowerBound, range.upperBound]).asType(E.Quotient.self).elements
    var (best, least) = (1, Double.infinity)
    for bins in 1...most {
      let counts = histogram(x, bins: bins, range: ends[0]...ends[1]).counts
      let shares = counts.asType(Double.self) / n
      let error = (2 - (n + 1) * (shares * shares).sum()) / (extent / Double(bins))
      if error < least { (best, least) = (bins, error) }
    }
    return extent / Double(best)
  }
}

// In doubles, whatever the elements are.

extension NDArray where Element: NDNumeric {
  /// From the smallest to the largest element.
  fileprivate var extent: Double {
    let ends = NDArray([min(), max()]).asType(Double.self).elements
    return ends[1] - ends[0]
  }

  fileprivate func doubleSum(_ terms: (NDArray<Double>) -> NDArray<Double>) -> Double {
    reduceInBlocks(axes: allAxes, keepDims: false, "histogram", identity: 0, +) {
      part, axes, _ in terms(part.asType(Double.self)).sum(axes: axes, keepDims: true)
    }.scalar
  }

  fileprivate var moments: (mean: Double, deviation: Double) {
    let mean = doubleSum { $0 } / Double(count)
    let variance = reduceInBlocks(
      axes: allAxes, keepDims: false, "histogram", identity: 0, +
    ) { part, axes, _ in
      let centre = NDArray<Double>.full([Int](repeating: 1, count: rank), mean)
      return part.asType(Double.self).sumOfSquares(around: centre, axes: axes, keepDims: true)
    }
    return (mean, (variance.scalar / Double(count)).squareRoot())
  }

  /// The quantile between its neighbours, from the nearer one.
  fileprivate func quartile(_ q: Double) -> Double {
    let place = Double(count - 1) * q
    let weight = place - floor(place)
    let neighbours = NDArray([quantile(q, method: .lower), quantile(q, method: .higher)])
    let (low, high) = { ($0[0], $0[1]) }(neighbours.asType(Double.self).elements)
    return weight >= 0.5 ? high - (high - low) * (1 - weight) : low + (high - low) * weight
  }
}
