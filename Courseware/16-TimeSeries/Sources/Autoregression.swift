import CourseKit
import NDArray

/// $X_t = c + \sum_{i=1}^p a_i X_{t-i} + \varepsilon_t$: each value a line through the p before it.
public struct Autoregression: Sendable {
  /// $a_1 \dots a_p$, shape (p): the nearest value's first.
  public let coefficients: NDArray<Double>
  /// $c$.
  public let constant: Double

  /// $p$.
  public var order: Int { coefficients.count }

  public init(coefficients: NDArray<Double>, constant: Double = 0) {
    precondition(
      coefficients.rank == 1 && coefficients.count > 0,
      "Autoregression: the coefficients are a row of at least one, got shape \(coefficients.shape)")
    (self.coefficients, self.constant) = (coefficients, constant)
  }

  /// The least squares fit to a series: the regression of each value on the p before it.
  ///
  /// Only rows without a gap are learnt from (``windows(of:length:horizon:)``). Without `hasConstant` c is 0, as the
  /// lecture often has it.
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` when the series has not a row for each number to find, gaps or not;
  ///   ``SeriesError/fewRows(rows:needed:)`` when too few rows are whole;
  ///   ``SeriesError/onlyGaps(length:)``; ``SeriesError/dependentLags(rank:columns:)`` when no single answer is the
  ///   best, as for a constant series.
  /// - Complexity: O(n · p²).
  public init(fitting y: NDArray<Double>, order: Int, hasConstant: Bool = true) throws {
    precondition(order > 0, "Autoregression: the order must be positive, got \(order)")
    // BEGIN SOLUTION
    let columns = order + (hasConstant ? 1 : 0)
    guard y.count >= order + columns else {
      throw SeriesError.tooShort(values: y.count, needed: order + columns)
    }
    let rows = try windows(of: y, length: order)
    var x = rows.lags
    if hasConstant { x = concatenated([.ones([x.shape[0], 1]), x], axis: 1) }
    guard x.shape[0] >= columns else {
      throw SeriesError.fewRows(rows: x.shape[0], needed: columns)
    }
    let (solution, _, rank, _) = try Linalg.lstsq(x, rows.targets)
    guard rank == columns else {
      throw SeriesError.dependentLags(rank: rank, columns: columns)
    }
    self.init(
      coefficients: hasConstant ? solution[1...] : solution,
      constant: hasConstant ? solution[0].scalar : 0)
    // STUB: // A column of ones beside the lags, Linalg.lstsq(x, targets), and its `rank` against the number of
    // STUB: // columns. Of n values n − p rows can be made: are there as many as columns (tooShort), and as many
    // STUB: // without a gap (fewRows)? Then self.init(coefficients:constant:).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// What is expected at each moment of `y`, shape (n), by the p values before it: NaN for the first p, and where one
  /// of the p is a gap.
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` unless there are more than p values.
  public func predictions(of y: NDArray<Double>) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    try forecasts(of: y, horizon: 1)
    // END SOLUTION
  }

  /// What is expected at each moment of `y`, shape (n), `horizon` steps before it: NaN for the first p + horizon − 1,
  /// and where a gap was among the p.
  ///
  /// Between then and now nothing is known: each step is fed with the forecasts before it, never with what really came.
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` unless there is a moment to forecast.
  public func forecasts(of y: NDArray<Double>, horizon: Int) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    let first = order + horizon - 1
    guard y.count > first else { throw SeriesError.tooShort(values: y.count, needed: first + 1) }
    let past = y[..<(y.count - horizon)].slidingWindows(of: order).flipped(axes: [1])
    var expected = NDArray<Double>.full([y.count], .nan)
    expected[first...] = continued(past, steps: horizon)[.all, horizon - 1]
    return expected
    // STUB: // All pasts at once: y.slidingWindows(of: order) has the oldest value first, `continued` wants the
    // STUB: // newest first (.flipped(axes: [1])).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The next `steps` values after the last p of `past`, shape (steps).
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` unless there are p values, ``SeriesError/gap(at:)`` when one
  ///   of the last p is a gap.
  public func forecast(after past: NDArray<Double>, steps: Int) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    guard past.count >= order else {
      throw SeriesError.tooShort(values: past.count, needed: order)
    }
    let start = past.count - order
    if let gap = isNaN(past[start...]).flatNonzero().elements.first {
      throw SeriesError.gap(at: start + gap)
    }
    return continued(past[start...].flipped()[.newAxis], steps: steps)[0]
    // END SOLUTION
  }

  /// Goes on from several pasts at once: `lags`, shape (m, p), newest first, to the next `steps` values, shape (m,
  /// steps).
  public func continued(_ lags: NDArray<Double>, steps: Int) -> NDArray<Double> {
    // BEGIN SOLUTION
    var lags = lags
    var values: [NDArray<Double>] = []
    for _ in 0..<steps {
      let next = lags.dot(coefficients) + constant
      values.append(next)
      lags = concatenated([next[.all, .newAxis], lags[.all, ..<(order - 1)]], axis: 1)
    }
    return stacked(values, axis: 1)
    // STUB: // Each step: the next value of every row; then it becomes the newest lag and the oldest is dropped.
    // STUB: // next[.all, .newAxis] is a column.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
