import CourseKit
import NDArray

/// An autoregression that goes on by itself for k steps, and its gradient back through all of them: the smallest
/// recurrent network.
///
/// The same weights act at each step, and each forecast is an input of later ones. So the gradient of a forecast is
/// what its own error sends and what the later forecasts send back, and every step adds to the gradient of the
/// weights. Unit 17 does the same with a state between.
public final class RollOut: Module {
  public typealias Element = Double
  /// $a_1 \dots a_p$, shape (p).
  public let weights: Parameter<Double>
  /// $c$, shape (1).
  public let constant: Parameter<Double>
  /// The lags that each step has seen, newest first, shape (m, p) each.
  public private(set) var lags: [NDArray<Double>] = []

  public init(_ model: Autoregression) {
    weights = Parameter("a", model.coefficients)
    constant = Parameter("c", NDArray([model.constant]))
  }

  /// The model with the weights of now.
  public var model: Autoregression {
    Autoregression(coefficients: weights.value, constant: constant.value[0].scalar)
  }

  /// Goes on from `past`, shape (m, p), newest first, for `steps` values, shape (m, steps).
  public func forward(_ past: NDArray<Double>, steps: Int) -> NDArray<Double> {
    // BEGIN SOLUTION
    lags = []
    var now = past
    var values: [NDArray<Double>] = []
    for _ in 0..<steps {
      lags.append(now)
      let next = now.dot(weights.value) + constant.value
      values.append(next)
      now = concatenated([next[.all, .newAxis], now[.all, ..<(now.shape[1] - 1)]], axis: 1)
    }
    return stacked(values, axis: 1)
    // STUB: // As `continued` of Autoregression, but keep the lags of each step.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Adds the gradients of `weights` and `constant`, and returns that of the past, shape (m, p). `dY` is (m, steps).
  ///
  /// From the last step to the first, with $D$ the gradient of the lags of the step after it (zero after the last):
  /// $dy = dY_s + D_1$, for the forecast was the newest lag there; $da \mathrel{+}= L_s^T dy$,
  /// $dc \mathrel{+}= \sum dy$; and the lags of this step get $dy\,a^T$, and each $D_{i+1}$ beside, for lag i was lag
  /// i + 1 of the step after.
  public func backward(_ dY: NDArray<Double>) -> NDArray<Double> {
    // BEGIN SOLUTION
    let p = weights.value.count
    var later = NDArray<Double>.zeros([dY.shape[0], p])
    for step in lags.indices.reversed() {
      let dy = dY[.all, step] + later[.all, 0]
      weights.accumulate(lags[step].T.dot(dy))
      constant.accumulate(dy.sum(axis: 0, keepDims: true))
      let moved = concatenated([later[.all, 1...], .zeros([dY.shape[0], 1])], axis: 1)
      later = dy[.all, .newAxis] * weights.value + moved
    }
    return later
    // STUB: // One column of dY a step, from the last to the first; weights.accumulate(…) adds.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
