import CourseKit
import NDArray

/// L-BFGS: Newton's method with the curvature guessed from the last few steps (Nocedal 1980).
///
/// Newton's direction is $-H\nabla f$ with $H$ the inverse of the second derivatives, $d^2$ numbers.
/// Each step $s = w_{k+1} - w_k$ and what it did to the gradient, $y = \nabla f_{k+1} - \nabla f_k$,
/// tell something about $H$; the last `memory` pairs are enough to multiply by it without writing it
/// down.
public struct LBFGS: Sendable {
  /// One step and the change of the gradient along it.
  public struct Pair: Sendable {
    public var s: NDArray<Double>
    public var y: NDArray<Double>

    public init(s: NDArray<Double>, y: NDArray<Double>) {
      (self.s, self.y) = (s, y)
    }

    /// $1/s^Ty$
    var rho: Double { 1 / (s * y).sum() }
  }

  public var memory = 10
  public var steps: Int

  /// Enough when no element of the gradient is larger.
  public var tolerance: Double

  public init(steps: Int = 100, tolerance: Double = 1e-6) {
    (self.steps, self.tolerance) = (steps, tolerance)
  }

  /// $-H\nabla f$ by the two loops of Nocedal and Wright (Algorithm 7.4); `pairs` from the oldest to
  /// the newest.
  ///
  /// The loop from the newest to the oldest takes $\alpha_i = \rho_is_i^Tq$ and makes
  /// $q \leftarrow q - \alpha_iy_i$. Then $r = \frac{s^Ty}{y^Ty}q$ with the newest pair. The loop back
  /// to the newest takes $\beta = \rho_iy_i^Tr$ and makes $r \leftarrow r + (\alpha_i - \beta)s_i$.
  /// Costs 4 · pairs · d multiplications.
  public static func direction(
    _ gradient: NDArray<Double>, _ pairs: [Pair]
  ) -> NDArray<Double> {
    notImplemented()
  }

  /// Walks down `objective` until the gradient is small, no step helps, or `steps` are over.
  public func minimise(_ objective: some Objective, from start: NDArray<Double>) -> Descent {
    var descent = Descent(point: start, values: [objective.value(at: start)])
    var gradient = objective.gradient(at: start)
    var pairs: [Pair] = []
    while descent.values.count <= steps, abs(gradient).max() > tolerance {
      let direction = LBFGS.direction(gradient, pairs)
      guard let t = LineSearch().step(objective, from: descent.point, along: direction)
      else { break }
      let next = descent.point + t * direction
      let nextGradient = objective.gradient(at: next)
      pairs.append(Pair(s: next - descent.point, y: nextGradient - gradient))
      if pairs.count > memory { pairs.removeFirst() }
      (descent.point, gradient) = (next, nextGradient)
      descent.values.append(objective.value(at: next))
    }
    return descent
  }
}
