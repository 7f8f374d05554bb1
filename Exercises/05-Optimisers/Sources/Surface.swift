import CourseKit
import NDArray

/// A landscape over two numbers, to watch a rule walk on it.
public enum Surface: String, CaseIterable, Sendable {
  /// $\frac12(x^2 + y^2)$
  case bowl
  /// $\frac12(x^2 + 10y^2)$, the lesson's worked example
  case ravine
  /// $\frac12(x^2 - y^2) + \frac14y^4$: flat at the origin, lowest at $(0, \pm1)$
  case saddle
  /// $(1 - x)^2 + 100(y - x^2)^2$, Rosenbrock's valley, lowest at $(1, 1)$
  case valley

  /// The height at `point` (2).
  public func value(_ point: NDArray<Double>) -> Double {
    let (x, y): (Double, Double) = (point[0], point[1])
    switch self {
    case .bowl: return (x * x + y * y) / 2
    case .ravine: return (x * x + 10 * y * y) / 2
    case .saddle: return (x * x - y * y) / 2 + y * y * y * y / 4
    case .valley:
      let rise = y - x * x
      return (1 - x) * (1 - x) + 100 * rise * rise
    }
  }

  /// The gradient at `point`.
  public func gradient(_ point: NDArray<Double>) -> NDArray<Double> {
    let (x, y): (Double, Double) = (point[0], point[1])
    // One case for each surface, as in `value`; NDArray([a, b]) makes an array of two numbers.
    _ = (x, y)
    notImplemented()
  }

  /// Where a rule comes by that starts at `start`: the points of `steps` steps, shape (steps + 1, 2).
  public func path(
    of rule: some UpdateRule, from start: NDArray<Double>, rate: Double, steps: Int
  ) -> NDArray<Double> {
    let point = Parameter("w", start)
    let optimiser = Optimiser(rule, [point], rate: rate)
    // In each step of the optimiser, in its closure: clear the point's gradient and accumulate the surface's there. Keep the start
    // and the point after each step; `stacked(points)` makes a table of them.
    _ = optimiser
    notImplemented()
  }
}
