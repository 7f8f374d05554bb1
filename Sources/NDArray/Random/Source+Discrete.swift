import Foundation

extension RandomSource {
  /// Below 10 the number of uniform numbers whose product stays above e^−λ; from 10 on W. Hörmann's
  /// PTRS ("The transformed rejection method for generating Poisson random variables", Insurance:
  /// Mathematics and Economics 12, 1993).
  mutating func nextPoisson(_ rate: Double) -> Int {
    if rate == 0 { return 0 }
    if rate < 10 {
      let limit = Double.exp(-rate)
      var count = 0
      var product = nextDouble()
      while product > limit {
        count += 1
        product *= nextDouble()
      }
      return count
    }
    let logRate = Double.log(rate)
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let vr = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = nextDouble() - 0.5
      let v = nextDouble()
      let us = 0.5 - abs(u)
      guard let count = Int(exactly: floor((2 * a / us + b) * u + rate + 0.43)) else { continue }
      if us >= 0.07, v <= vr { return count }
      if count < 0 || (us < 0.013 && v > us) { continue }
      let density = -rate + Double(count) * logRate - logGamma(Double(count + 1))
      if Double.log(v) + Double.log(inverseAlpha) - Double.log(a / (us * us) + b) <= density {
        return count
      }
    }
  }

  mutating func nextNegativeBinomial(_ n: Double, _ p: Double) -> Int {
    let rate = (1 - p) / p * nextGamma(n)
    return nextPoisson(rate)
  }

  /// By search for large p, else by inversion; what no `Int` holds becomes the largest.
  mutating func nextGeometric(_ p: Double) -> Int {
    if p < 1.0 / 3.0 {
      let trials =
        Self.isLegacy
        ? Double.log1p(-nextDouble()) / Double.log(1 - p)
        : -nextExponential() / Double.log1p(-p)
      return Int(exactly: trials.rounded(.up)) ?? Int.max
    }
    var count = 1
    var probability = p
    var sum = p
    let u = nextDouble()
    while u > sum {
      probability *= 1.0 - p
      sum += probability
      count += 1
    }
    return count
  }

  /// L. Devroye, "Non-Uniform Random Variate Generation", 1986, chapter X.6: rejection from a
  /// distribution that is inverted in closed form. `Generator` inverts only below the largest `Int`;
  /// the legacy stream rejects what lies above.
  mutating func nextZipf(_ a: Double) -> Int {
    if !Self.isLegacy, a >= 1025 { return 1 }
    let b = Double.pow(2, a - 1)
    let least = Self.isLegacy ? 0 : Double.pow(0x1p63, 1 - a)
    while true {
      let u01 = nextDouble()
      let u = Self.isLegacy ? 1 - u01 : u01 * least + (1 - u01)
      let v = nextDouble()
      let x = floor(Double.pow(u, -1 / (a - 1)))
      if x > 0x1p63 || x < 1 { continue }
      let t = Double.pow(1 + 1 / x, a - 1)
      if v * x * (t - 1) / (b - 1) <= t / b { return Int(exactly: x) ?? Int.max }
    }
  }

  /// A. W. Kemp, "Efficient generation of logarithmically distributed pseudo-random variables",
  /// Applied Statistics 30(3), 1981 (algorithm LK).
  mutating func nextLogseries(_ p: Double) -> Int {
    let r = Self.isLegacy ? Double.log(1 - p) : Double.log1p(-p)
    while true {
      let v = nextDouble()
      if v >= p { return 1 }
      let u = nextDouble()
      let q = Self.isLegacy ? 1 - Double.exp(r * u) : -Double.expm1(r * u)
      if v > q * q { return v >= q ? 1 : 2 }
      if v == 0 { continue }
      if let count = Int(exactly: floor(1 + Double.log(v) / Double.log(q))), count >= 1 {
        return count
      }
    }
  }
}

/// ln Γ(x) for x ≥ 1 by Stirling's series of ten terms, from 7 on; below, by recursion. S. Zhang and
/// J. Jin, "Computation of Special Functions", 1996, section 3.1.2.
func logGamma(_ x: Double) -> Double {
  if x == 1 || x == 2 { return 0 }
  let steps = x <= 7 ? Int(7 - x) : 0
  var shifted = x + Double(steps)
  let inverseSquare = 1.0 / (shifted * shifted)
  var series = stirling[9]
  for index in (0..<9).reversed() { series = series * inverseSquare + stirling[index] }
  var result =
    series / shifted + 0.5 * Double.log(2 * Double.pi) + (shifted - 0.5) * Double.log(shifted)
    - shifted
  for _ in 0..<steps {
    result -= Double.log(shifted - 1)
    shifted -= 1
  }
  return result
}

/// B₂ₖ / (2k (2k − 1)) for k = 1 … 10, with Bernoulli's numbers.
private let stirling: [Double] = [
  1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
  -3617.0 / 122_400, 43867.0 / 244_188, -174611.0 / 125_400,
]

/// ln k!, from a table up to 125, then by Stirling's series of two terms.
func logFactorial(_ k: Int) -> Double {
  if k < smallLogFactorials.count { return smallLogFactorials[k] }
  let x = Double(k)
  return (x + 0.5) * Double.log(x) - x
    + (0.5 * Double.log(2 * Double.pi) + (1 / x) * (1 / 12.0 - 1 / (360 * x * x)))
}

/// ln 0! … ln 125!, running sums of logarithms with compensation (T. Neumaier, 1974).
private let smallLogFactorials: [Double] = {
  var sum = 0.0
  var carry = 0.0
  return [0]
    + (1...125).map { k in
      let term = Double.log(Double(k))
      let next = sum + term
      carry += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      sum = next
      return sum + carry
    }
}()
