import NDArray

/// The slopes of Σ upstream · f along single elements of a point, measured from f alone.
struct CentredDifferences {
  /// One measured slope.
  struct Slope {
    /// The element's place in C order.
    let place: Int
    let value: Double
    /// The slope had the upstream gradient been all ones.
    let ofPlainSum: Double
    /// How far rounding in f may have moved `value`.
    let rounding: Double
    /// Whether f bends at this place, so that it has no gradient there.
    let isKink: Bool
  }

  static let mostElements = 500

  /// The shape of the point.
  let shape: [Int]
  let slopes: [Slope]
  /// Whether f gave the same output twice for the same point.
  let isRepeatable: Bool
  let usesUpstream: Bool
  /// The extents of the point and of the output, and how many elements each has: by what a mean could divide.
  let sizes: Set<Int>

  init(
    at point: NDArray<Double>, upstream: NDArray<Double>,
    of function: (NDArray<Double>) -> NDArray<Double>
  ) {
    let middle = function(point)
    require(
      middle.shape == upstream.shape,
      "checkGradient: the output's shape changed from \(upstream.shape) to \(middle.shape)")
    shape = point.shape
    usesUpstream = upstream.rank > 0
    sizes = Set(point.shape + upstream.shape + [point.count, upstream.count])
    isRepeatable = (middle .== function(point) .| (middle .!= middle)).all()

    var values = point.elements
    let probe = Probe(middle: middle, upstream: upstream)
    slopes = Self.places(of: values.count).map { place in
      let centre = values[place]
      defer { values[place] = centre }
      return probe.slope(at: place, centre) { moved in
        values[place] = moved
        return function(NDArray(values, shape: point.shape))
      }
    }
  }

  /// All places of `count`, or one drawn from each of ``mostElements`` equal stretches.
  private static func places(of count: Int) -> [Int] {
    if count <= mostElements { return Array(0..<count) }
    var generator = Generator(seed: count)
    return (0..<mostElements).map { stratum in
      let (first, end) = (stratum * count / mostElements, (stratum + 1) * count / mostElements)
      return generator.integers(first..<end)
    }
  }
}

/// Measures the slope along one element from four more values of the function.
private struct Probe {
  let middle: NDArray<Double>
  let upstream: NDArray<Double>
  /// Σ |upstream · f|, in which rounding errors are counted.
  let magnitude: Double

  init(middle: NDArray<Double>, upstream: NDArray<Double>) {
    (self.middle, self.upstream) = (middle, upstream)
    magnitude = abs(upstream * middle).sum()
  }

  func slope(
    at place: Int, _ centre: Double, of function: (Double) -> NDArray<Double>
  ) -> CentredDifferences.Slope {
    let step = 1e-5 * Swift.max(1, Swift.abs(centre))
    let whole = slopes(centre, step, function)
    let half = slopes(centre, step / 2, function)
    let rounding = 8 * magnitude * Double.ulpOfOne / step
    let scale = Swift.max(Swift.abs(whole.left), Swift.abs(whole.right))
    let tolerance = 1e-8 + 1e-6 * scale + 4 * rounding
    // Where f is smooth the gap between its one-sided slopes halves with the step; at a kink it stays.
    let gap = Swift.abs((whole.right - whole.left) - 2 * (half.right - half.left))
    let change = Swift.abs(whole.centred - half.centred)
    return CentredDifferences.Slope(
      place: place, value: whole.centred, ofPlainSum: whole.plain, rounding: rounding,
      isKink: !(change <= tolerance && gap <= tolerance))
  }

  private func slopes(
    _ centre: Double, _ step: Double, _ function: (Double) -> NDArray<Double>
  ) -> (left: Double, centred: Double, right: Double, plain: Double) {
    // What is added is what rounding left of the step.
    let (above, below) = (centre + step, centre - step)
    let (up, down) = (function(above), function(below))
    return (
      left: (upstream * (middle - down)).sum() / (centre - below),
      centred: (upstream * (up - down)).sum() / (above - below),
      right: (upstream * (up - middle)).sum() / (above - centre),
      plain: (up - down).sum() / (above - below)
    )
  }
}
