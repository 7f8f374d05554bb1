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

  /// - Parameter gradient: what claims to be the gradient. Where only some elements of a large point are measured and all of
  ///   those are right, the others are moved together, a stretch at a time; each element of a stretch that disagrees is measured too.
  init(
    at point: NDArray<Double>, upstream: NDArray<Double>, judging gradient: NDArray<Double>? = nil,
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
    func slope(at place: Int) -> Slope {
      let centre = values[place]
      defer { values[place] = centre }
      return probe.slope(at: place, centre) { moved in
        values[place] = moved
        return function(NDArray(values, shape: point.shape))
      }
    }
    let places = Self.places(of: values.count)
    var slopes = places.map(slope)
    if let gradient, gradient.shape == point.shape, places.count < values.count {
      let claims = gradient.elements
      let seemsRight = slopes.allSatisfy {
        $0.isKink || Swift.abs(claims[$0.place] - $0.value) <= 1e-7 + 1e-5 * Swift.abs($0.value)
      }
      if seemsRight {
        let stretches = Self.suspects(values, claims, probe) {
          function(NDArray($0, shape: point.shape))
        }
        let measured = Set(places)
        slopes += stretches.joined().filter { !measured.contains($0) }.map(slope)
      }
    }
    self.slopes = slopes
  }

  /// The stretches, at most five, in which the claimed slopes do not add up to that along a random direction.
  ///
  /// All elements of a stretch move together, each up or down at random, so that two mistakes seldom cancel.
  private static func suspects(
    _ values: [Double], _ claims: [Double], _ probe: Probe,
    of function: ([Double]) -> NDArray<Double>
  ) -> [Range<Int>] {
    var generator = Generator(seed: values.count)
    var found: [Range<Int>] = []
    for stratum in 0..<mostElements where found.count < 5 {
      let range =
        stratum * values.count / mostElements..<(stratum + 1) * values.count / mostElements
      let signs = generator.integers(0..<2, [range.count]).elements
      let steps = zip(range, signs).map { place, sign in
        (place, Double(2 * sign - 1) * Swift.max(1, Swift.abs(values[place])))
      }
      let slope = probe.slope(at: range.lowerBound, 0) { distance in
        var moved = values
        for (place, step) in steps { moved[place] += distance * step }
        return function(moved)
      }
      let parts = steps.map { claims[$0] * $1 }
      let scale = parts.reduce(0) { $0 + Swift.abs($1) }
      let tolerance = 1e-8 + 1e-6 * Swift.max(scale, Swift.abs(slope.value)) + 4 * slope.rounding
      let difference = Swift.abs(parts.reduce(0, +) - slope.value)
      if !slope.isKink, !(difference <= tolerance) { found.append(range) }
    }
    return found
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
