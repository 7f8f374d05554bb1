// The gamma distribution and those made from it.

extension RandomSource {
  /// A gamma number of the given shape and scale 1.
  mutating func nextGamma(_ shape: Double) -> Double {
    gammaNumber(
      shape, uniform: { nextDouble() }, normal: { nextNormal() }, exponential: { nextExponential() }
    )
  }

  mutating func nextChisquare(_ degrees: Double) -> Double {
    2.0 * nextGamma(degrees / 2.0)
  }

  /// The normal number shifted and squared, or a Poisson mixture for one degree of freedom and less.
  mutating func nextNoncentralChisquare(_ degrees: Double, _ noncentrality: Double) -> Double {
    if noncentrality == 0 { return nextChisquare(degrees) }
    if degrees > 1 {
      let rest = nextChisquare(degrees - 1)
      let shifted = nextNormal() + noncentrality.squareRoot()
      return rest + shifted * shifted
    }
    let count = nextPoisson(noncentrality / 2.0)
    return nextChisquare(degrees + Double(2 * count))
  }

  mutating func nextF(_ numerator: Double, _ denominator: Double) -> Double {
    let above = nextChisquare(numerator) * denominator
    return above / (nextChisquare(denominator) * numerator)
  }

  mutating func nextNoncentralF(
    _ numerator: Double, _ denominator: Double, _ noncentrality: Double
  ) -> Double {
    let above = nextNoncentralChisquare(numerator, noncentrality) * denominator
    return above / (nextChisquare(denominator) * numerator)
  }

  mutating func nextT(_ degrees: Double) -> Double {
    let normal = nextNormal()
    let gamma = nextGamma(degrees / 2)
    return (degrees / 2).squareRoot() * normal / gamma.squareRoot()
  }

  /// A beta number: two gamma numbers, or, when both parameters are at most 1, M. D. Jöhnk's method
  /// ("Erzeugung von betaverteilten und gammaverteilten Zufallszahlen", Metrika 8, 1964), whose
  /// powers underflow for small parameters and are then compared by their logarithms.
  mutating func nextBeta(_ a: Double, _ b: Double) -> Double {
    if a > 1 || b > 1 {
      let x = nextGamma(a)
      return x / (x + nextGamma(b))
    }
    let tiny = 3e-103
    if !Self.isLegacy, a < tiny, b < tiny { return (a + b) * nextDouble() < a ? 1 : 0 }
    while true {
      let u = nextDouble()
      let v = nextDouble()
      let x = Double.pow(u, 1.0 / a)
      let y = Double.pow(v, 1.0 / b)
      if x + y > 1 || (!Self.isLegacy && u + v == 0) { continue }
      if Self.isLegacy ? x + y > 0 : x > 0 && y > 0 { return x / (x + y) }
      let logX = Double.log(u) / a
      let logY = Double.log(v) / b
      if Self.isLegacy {
        let larger = max(logX, logY)
        let (x, y) = (logX - larger, logY - larger)
        return Double.exp(x - Double.log(Double.exp(x) + Double.exp(y)))
      }
      let delta = logX - logY
      return delta > 0
        ? Double.exp(-Double.log1p(Double.exp(-delta)))
        : Double.exp(delta - Double.log1p(Double.exp(delta)))
    }
  }
}

/// A gamma number of the given shape and scale 1, made of uniform, normal and exponential numbers of the
/// same precision.
///
/// From 1 on: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM
/// Transactions on Mathematical Software 26(3), 2000. Below 1: J. H. Ahrens and U. Dieter, "Computer
/// methods for sampling from gamma, beta, Poisson and binomial distributions", Computing 12, 1974
/// (algorithm GS).
@inline(__always)
func gammaNumber<Real: _LibM>(
  _ shape: Real, uniform: () -> Real, normal: () -> Real, exponential: () -> Real
) -> Real {
  if shape == 1 { return exponential() }
  if shape == 0 { return 0 }
  if shape < 1 {
    while true {
      let u = uniform()
      let e = exponential()
      if u <= 1 - shape {
        let x = Real.pow(u, 1 / shape)
        if x <= e { return x }
      } else {
        let y = -Real.log((1 - u) / shape)
        let x = Real.pow(1 - shape + shape * y, 1 / shape)
        if x <= e + y { return x }
      }
    }
  }
  let d = shape - 1 / 3
  let c = 1 / (9 * d).squareRoot()
  while true {
    let x = normal()
    let root = 1 + c * x
    if root <= 0 { continue }
    let v = root * root * root
    let u = uniform()
    if u < 1 - 0.0331 * (x * x) * (x * x) { return d * v }
    if Real.log(u) < 0.5 * x * x + d * (1 - v + Real.log(v)) { return d * v }
  }
}
