import CourseKit
import NDArray

/// How far to go along a direction: far enough to gain, not so far as to lose it again.
///
/// With $\varphi(t) = f(w + td)$, a step $t$ is good when both of Wolfe's conditions hold:
/// $\varphi(t) \le \varphi(0) + c_1t\varphi'(0)$ (the value has fallen enough) and
/// $\varphi'(t) \ge c_2\varphi'(0)$ (the slope is no longer as steep).
public struct LineSearch: Sendable {
  public var sufficientDecrease = 1e-4
  public var curvature = 0.9
  public var trials = 50

  public init() {}

  /// A step that satisfies both conditions, starting from `t = 1`.
  ///
  /// Too long a step becomes the upper end of an interval, too short a one its lower end; the next
  /// trial is its middle, or twice the step while there is no upper end. Finds a step for every smooth
  /// function bounded from below if `direction` goes downhill (Lewis and Overton 2013); `nil` if
  /// `trials` are not enough, as happens where rounding hides the descent.
  public func step(
    _ objective: some Objective, from point: NDArray<Double>, along direction: NDArray<Double>
  ) -> Double? {
    // The value and the slope at `point` first; the slope along `direction` is ∇f·d.
    // Then up to `trials` steps t, beginning with 1, between `shortest` = 0 and
    // `longest` = ∞: too long → longest = t; too short → shortest = t; neither → return t.
    notImplemented()
  }
}
