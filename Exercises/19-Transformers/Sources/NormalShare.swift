import Foundation
import NDArray

/// Φ(x), the share of a normal distribution below x, element by element: $\frac12\operatorname{erfc}(-x/\sqrt2)$.
///
/// In `Float` a quotient of polynomials, within 3·10⁻⁷ of it: sixteen multiplications and a division, which the compiler does for
/// several elements at once, where `erfc` takes them one by one.
func normalShare<Element: NDFloat>(_ x: NDArray<Element>) -> NDArray<Element> {
  if let x = x as? NDArray<Float>, let y = singleShare(x) as? NDArray<Element> { return y }
  let half = 0.5.squareRoot()
  let numbers = x.elements.map { Element(0.5 * erfc(-Double($0) * half)) }
  return NDArray(numbers, shape: x.shape)
}

/// $\frac12 + xP(x^2)/Q(x^2)$ up to |x| = 5.6, 0 and 1 beyond. The coefficients are a least-squares fit.
private func singleShare(_ x: NDArray<Float>) -> NDArray<Float> {
  let numbers = x.elements
  let shares = [Float](unsafeUninitializedCapacity: numbers.count) { out, count in
    for (i, x) in numbers.enumerated() {
      let s = x * x
      var p: Float = 2.255106e-8
      p = p * s + 6.332826e-6
      p = p * s + 1.6923828e-4
      p = p * s + 4.679188e-3
      p = p * s + 3.3915544e-2
      p = p * s + 0.39894223
      var q: Float = 1.1903512e-6
      q = q * s + 7.366845e-5
      q = q * s + 1.8867379e-3
      q = q * s + 2.8676942e-2
      q = q * s + 0.2516796
      q = q * s + 1
      out[i] = x < -5.6 ? 0 : x > 5.6 ? 1 : 0.5 + x * (p / q)
    }
    count = numbers.count
  }
  return NDArray(shares, shape: x.shape)
}
