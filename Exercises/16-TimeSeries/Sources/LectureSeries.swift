import CourseKit
import NDArray

/// The lecture's series with all its parts:
/// $y = \sin\frac x{50} - \sin\frac x{200} + \left(\frac{2x}n\right)^2 + \varepsilon$, $\varepsilon \sim N(0, 1)$,
/// for $x = 0, \dots, n - 1$.
public struct LectureSeries: Sendable {
  /// $(2x/n)^2$, shape (n).
  public let trend: NDArray<Double>
  /// $\sin(x/50) - \sin(x/200)$: periods of $100\pi = 314.159$ and $400\pi = 1256.637$. Shape (n).
  public let cycle: NDArray<Double>
  /// White noise, shape (n).
  public let noise: NDArray<Double>

  /// `generator.normal` is called once for all the noise.
  public init(count: Int = 10_000, using generator: inout Generator) {
    // Assign `trend`, `cycle` and `noise`; generator.normal(mean:standardDeviation:shape:) draws.
    notImplemented()
  }

  /// What can be known of each value before it is measured: trend and cycle.
  public var signal: NDArray<Double> { trend + cycle }
  /// The series.
  public var values: NDArray<Double> { trend + cycle + noise }
}

/// What AR(p) tends to on the differences $\varepsilon_t - \varepsilon_{t-1}$ of white noise of variance 1, that is
/// on a series that was differenced too much.
public struct NoiseDifferences: Sendable {
  public let order: Int
  public init(order: Int) { self.order = order }

  /// $a_i = -\dfrac{p + 1 - i}{p + 1}$, shape (p).
  public var coefficients: NDArray<Double> {
    notImplemented()
  }

  /// $\dfrac{p + 2}{p + 1}$, where the noise itself has 1.
  public var residualVariance: Double {
    notImplemented()
  }

  /// $R^2 = 1 - \dfrac{p + 2}{2(p + 1)} = \dfrac p{2(p + 1)} < \frac12$.
  public var r2: Double {
    notImplemented()
  }
}
