import Foundation

extension RandomSource {
  /// The number of good items in a sample without replacement. Large samples by E. Stadlober's
  /// algorithm HRUA ("The ratio of uniforms approach for generating discrete random variates",
  /// Journal of Computational and Applied Mathematics 31, 1990), small ones item by item.
  mutating func nextHypergeometric(_ good: Int, _ bad: Int, _ sample: Int) -> Int {
    if Self.isLegacy {
      if sample > 10 { return nextHRUA(good, bad, sample) }
      return sample > 0 ? nextHYP(good, bad, sample) : 0
    }
    return sample >= 10 && sample <= good + bad - 10
      ? nextHRUA(good, bad, sample) : nextCounted(good, bad, sample)
  }

  /// Draws one item after another, of the sample or of what it leaves over.
  private mutating func nextCounted(_ good: Int, _ bad: Int, _ sample: Int) -> Int {
    var total = good + bad
    let isLeftOver = sample > total / 2
    var draws = isLeftOver ? total - sample : sample
    var remaining = good
    while draws > 0, remaining > 0, total > remaining {
      total -= 1
      if nextMasked(upTo: UInt64(total)) < UInt64(remaining) { remaining -= 1 }
      draws -= 1
    }
    if total == remaining { remaining -= draws }
    return isLeftOver ? remaining : good - remaining
  }

  /// Algorithm HYP of V. Kachitvichyanukul and B. W. Schmeiser, "Computer generation of
  /// hypergeometric random variates", Journal of Statistical Computation and Simulation 22, 1985.
  private mutating func nextHYP(_ good: Int, _ bad: Int, _ sample: Int) -> Int {
    let rest = good + bad - sample
    let fewer = Double(min(good, bad))
    var y = fewer
    var k = sample
    while y > 0 {
      y -= floor(nextDouble() + y / Double(rest + k))
      k -= 1
      if k == 0 { break }
    }
    let count = Int(fewer - y)
    return good > bad ? sample - count : count
  }

  private mutating func nextHRUA(_ good: Int, _ bad: Int, _ sample: Int) -> Int {
    let (fewer, more) = (min(good, bad), max(good, bad))
    let population = good + bad
    let n = min(sample, population - sample)
    let p = Double(fewer) / Double(population)
    let q = Self.isLegacy ? 1 - p : Double(more) / Double(population)
    let a = Double(n) * p + 0.5
    // The legacy stream multiplies by the sample, also where that is the larger part.
    let scale = Double(population - n) * Double(Self.isLegacy ? sample : n)
    let c = (scale * p * q / Double(population - 1) + 0.5).squareRoot()
    let h = 1.7155277699214135 * c + 0.8989161620588988
    let mode = Int(floor(Double(n + 1) * Double(fewer + 1) / Double(population + 2)))
    func logWeight(_ k: Int) -> Double {
      let parts = [k, fewer - k, n - k, more - n + k]
      return parts.reduce(0) {
        $0 + (Self.isLegacy ? logGamma(Double($1 + 1)) : logFactorial($1))
      }
    }
    let g = logWeight(mode)
    let bound = min(Double(min(n, fewer)) + 1, floor(a + 16 * c))
    while true {
      let u = nextDouble()
      let v = nextDouble()
      let x = a + h * (v - 0.5) / u
      guard x >= 0, x < bound else { continue }
      let k = Int(floor(x))
      let t = g - logWeight(k)
      if u * (4 - u) - 3 <= t { return unfolded(k, good, bad, sample, n) }
      if u * (u - t) >= 1 { continue }
      if 2 * Double.log(u) <= t { return unfolded(k, good, bad, sample, n) }
    }
  }

  /// From the rarer kind and the smaller part back to the good items of the sample.
  private func unfolded(_ k: Int, _ good: Int, _ bad: Int, _ sample: Int, _ n: Int) -> Int {
    let k = good > bad ? n - k : k
    return n < sample ? good - k : k
  }
}
