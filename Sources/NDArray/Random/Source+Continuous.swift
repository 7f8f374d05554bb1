// Distributions made from one or two uniform, normal or exponential numbers, most of them by
// inverting the distribution function (L. Devroye, "Non-Uniform Random Variate Generation", 1986).

extension RandomSource {
  mutating func nextCauchy() -> Double {
    let above = nextNormal()
    return above / nextNormal()
  }

  mutating func nextPareto(_ a: Double) -> Double {
    let e = nextExponential() / a
    return Self.isLegacy ? Double.exp(e) - 1 : Double.expm1(e)
  }

  mutating func nextWeibull(_ a: Double) -> Double {
    a == 0 ? 0 : Double.pow(nextExponential(), 1.0 / a)
  }

  mutating func nextPower(_ a: Double) -> Double {
    let e = nextExponential()
    return Double.pow(Self.isLegacy ? 1 - Double.exp(-e) : -Double.expm1(-e), 1.0 / a)
  }

  mutating func nextRayleigh(_ scale: Double) -> Double {
    let e = Self.isLegacy ? -2.0 * Double.log1p(-nextDouble()) : 2.0 * nextExponential()
    return scale * e.squareRoot()
  }

  mutating func nextLaplace(_ location: Double, _ scale: Double) -> Double {
    while true {
      let u = nextDouble()
      if u >= 0.5 { return location - scale * Double.log(2.0 - u - u) }
      if u > 0 { return location + scale * Double.log(u + u) }
    }
  }

  mutating func nextGumbel(_ location: Double, _ scale: Double) -> Double {
    while true {
      let u = 1.0 - nextDouble()
      if u < 1 { return location - scale * Double.log(-Double.log(u)) }
    }
  }

  mutating func nextLogistic(_ location: Double, _ scale: Double) -> Double {
    while true {
      let u = nextDouble()
      if u > 0 { return location + scale * Double.log(u / (1.0 - u)) }
    }
  }

  mutating func nextTriangular(_ left: Double, _ mode: Double, _ right: Double) -> Double {
    let base = right - left
    let rise = mode - left
    let u = nextDouble()
    if u <= rise / base { return left + (u * (rise * base)).squareRoot() }
    return right - ((1.0 - u) * ((right - mode) * base)).squareRoot()
  }

  /// J. R. Michael, W. R. Schucany and R. W. Haas, "Generating random variates using transformations
  /// with multiple roots", The American Statistician 30(2), 1976. The smaller root of the quadratic
  /// equation is written so that it does not cancel, except in the legacy stream.
  mutating func nextWald(_ mean: Double, _ scale: Double) -> Double {
    let normal = nextNormal()
    let y = mean * normal * normal
    let x: Double
    if Self.isLegacy {
      x = mean + mean / (2 * scale) * (y - (4 * scale * y + y * y).squareRoot())
    } else {
      let d = 1 + (1 + 4 * scale / y).squareRoot()
      x = mean * (1 - 2 / d)
    }
    let u = nextDouble()
    return u <= mean / (mean + x) ? x : mean * mean / x
  }

  /// D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution", Applied
  /// Statistics 28(2), 1979. Where the concentration is so large that its steps cancel, the normal
  /// distribution that it tends to is used instead; the legacy stream has no such limit.
  mutating func nextVonMises(_ mu: Double, _ kappa: Double) -> Double {
    if kappa < 1e-8 { return Double.pi * (2 * nextDouble() - 1) }
    let s: Double
    if kappa < 1e-5 {
      s = 1.0 / kappa + kappa
    } else if kappa <= 1e6 || Self.isLegacy {
      let r = 1 + (1 + 4 * kappa * kappa).squareRoot()
      let rho = (r - (2 * r).squareRoot()) / (2 * kappa)
      s = (1 + rho * rho) / (2 * rho)
    } else {
      let angle = mu + (1.0 / kappa).squareRoot() * nextNormal()
      if angle < -Double.pi { return angle + 2 * Double.pi }
      return angle > Double.pi ? angle - 2 * Double.pi : angle
    }
    var w: Double
    while true {
      let z = Double.cos(Double.pi * nextDouble())
      w = (1 + s * z) / (s + z)
      let y = kappa * (s - w)
      let v = nextDouble()
      if y * (2 - y) - v >= 0 || Double.log(y / v) + 1 - y >= 0 { break }
    }
    let turned = nextDouble() < 0.5 ? -Double.acos(w) : Double.acos(w)
    let angle = turned + mu
    let wrapped = Double.fmod(abs(angle) + Double.pi, 2 * Double.pi) - Double.pi
    return angle < 0 ? -wrapped : wrapped
  }
}
