import Foundation

/// The binomial distribution with what its two algorithms compute once.
///
/// With a mean up to 30 the distribution function is searched; above it BTPE rejects from a triangle
/// between two parallelograms and two exponential tails (V. Kachitvichyanukul and B. W. Schmeiser,
/// "Binomial random variate generation", Communications of the ACM 31(2), 1988).
struct Binomial {
  private enum Method {
    case search(none: Double, bound: Int)
    case btpe(BTPE)
  }

  private let trials: Int
  /// The probability of success or of failure, whichever is smaller.
  private let p: Double
  private let isMirrored: Bool
  private let method: Method

  /// - Parameter isLegacy: Whether to find the probability of no success as `RandomState` always has, by the logarithm
  ///   of 1 − p, which is 0 for a tiny p.
  init(_ trials: Int, _ probability: Double, isLegacy: Bool) {
    self.trials = trials
    isMirrored = probability > 0.5
    p = isMirrored ? 1 - probability : probability
    let n = Double(trials)
    let mean = p * n
    if mean > 30 {
      method = .btpe(BTPE(trials, p))
    } else {
      let q = 1 - p
      let bound = mean + 10 * (mean * q + 1).squareRoot()
      let logarithm = isLegacy ? Double.log(q) : Double.log1p(-p)
      method = .search(none: Double.exp(n * logarithm), bound: bound < n ? Int(bound) : trials)
    }
  }

  func draw(_ source: inout some RandomSource) -> Int {
    let count =
      switch method {
      case .search(let none, let bound): search(&source, none, bound)
      case .btpe(let btpe): btpe.draw(&source)
      }
    return isMirrored ? trials - count : count
  }

  private func search(_ source: inout some RandomSource, _ none: Double, _ bound: Int) -> Int {
    let q = 1 - p
    var count = 0
    var probability = none
    var u = source.nextDouble()
    while u > probability {
      count += 1
      if count > bound {
        count = 0
        probability = none
        u = source.nextDouble()
      } else {
        u -= probability
        probability = (Double(trials - count + 1) * p * probability) / (Double(count) * q)
      }
    }
    return count
  }
}

/// Algorithm BTPE with the names of the paper; `r` is the probability, at most ½.
private struct BTPE {
  let n: Int
  let r: Double
  let q: Double
  let m: Int
  let nrq: Double
  let p1: Double
  let xm: Double
  let xl: Double
  let xr: Double
  let c: Double
  let lambdaL: Double
  let lambdaR: Double
  let p2: Double
  let p3: Double
  let p4: Double

  init(_ n: Int, _ r: Double) {
    self.n = n
    self.r = r
    q = 1 - r
    let fm = Double(n) * r + r
    m = Int(floor(fm))
    nrq = Double(n) * r * q
    p1 = floor(2.195 * nrq.squareRoot() - 4.6 * q) + 0.5
    xm = Double(m) + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + Double(m))
    let left = (fm - xl) / (fm - xl * r)
    lambdaL = left * (1 + left / 2)
    let right = (xr - fm) / (xr * q)
    lambdaR = right * (1 + right / 2)
    p2 = p1 * (1 + 2 * c)
    p3 = p2 + c / lambdaL
    p4 = p3 + c / lambdaR
  }

  func draw(_ source: inout some RandomSource) -> Int {
    while true {
      let u = source.nextDouble() * p4
      var v = source.nextDouble()
      if u <= p1 { return Int(floor(xm - p1 * v + u)) }
      let y: Int
      if u <= p2 {
        let x = xl + (u - p1) / c
        v = v * c + 1 - abs(Double(m) - x + 0.5) / p1
        if v > 1 { continue }
        y = Int(floor(x))
      } else {
        if v == 0 { continue }
        if u <= p3 {
          y = Int(floor(xl + Double.log(v) / lambdaL))
          if y < 0 { continue }
          v = v * (u - p2) * lambdaL
        } else {
          y = Int(floor(xr - Double.log(v) / lambdaR))
          if y > n { continue }
          v = v * (u - p3) * lambdaR
        }
      }
      if accepts(y, v) { return y }
    }
  }

  /// Whether `v` lies under the density at `y`, relative to the mode: by the recursion between
  /// neighbours near the mode, else by a squeeze and, last, by Stirling's formula.
  private func accepts(_ y: Int, _ v: Double) -> Bool {
    let k = abs(y - m)
    if k <= 20 || Double(k) >= nrq / 2 - 1 {
      let s = r / q
      let a = s * oneMore(n)
      var ratio = 1.0
      if m < y {
        for i in (m + 1)...y { ratio *= a / Double(i) - s }
      } else if m > y {
        for i in (y + 1)...m { ratio /= a / Double(i) - s }
      }
      return v <= ratio
    }
    let distance = Double(k)
    let rho =
      (distance / nrq)
      * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5)
    let t = -(distance * distance) / (2 * nrq)
    let logV = Double.log(v)
    if logV < t - rho { return true }
    if logV > t + rho { return false }
    let x1 = oneMore(y)
    let f1 = Double(m + 1)
    let z = Double(n - m + 1)
    let w = oneMore(n - y)
    let bound =
      xm * Double.log(f1 / x1) + (Double(n - m) + 0.5) * Double.log(z / w)
      + Double(y - m) * Double.log(w * r / (x1 * q)) + remainder(f1) + remainder(z)
      + remainder(x1) + remainder(w)
    return logV <= bound
  }

  /// `count` + 1, also of the largest Int.
  private func oneMore(_ count: Int) -> Double { count == .max ? 0x1p63 : Double(count + 1) }

  /// The first terms of Stirling's series behind x ln x − x.
  private func remainder(_ x: Double) -> Double {
    let square = x * x
    let inner = 99 - 140 / square
    return (13680 - (462 - (132 - inner / square) / square) / square) / x / 166320
  }
}
