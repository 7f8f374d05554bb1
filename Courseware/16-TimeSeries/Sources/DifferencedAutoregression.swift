import CourseKit
import NDArray

/// AR(p) of the differences $y_t - y_{t-\text{lag}}$, with the level added back to what it expects: forecasts of the
/// series itself.
public struct DifferencedAutoregression: Sendable {
  /// The model of the differences.
  public let model: Autoregression
  /// How far apart the values are that were subtracted.
  public let lag: Int

  public init(model: Autoregression, lag: Int) { (self.model, self.lag) = (model, lag) }

  /// Fits AR(`order`) to the differences of `y`.
  ///
  /// - Throws: what ``Autoregression/init(fitting:order:hasConstant:)`` throws.
  public init(
    fitting y: NDArray<Double>, order: Int, lag: Int = 1, hasConstant: Bool = true
  ) throws {
    // BEGIN SOLUTION
    self.init(
      model: try Autoregression(
        fitting: try differenced(y, lag: lag), order: order, hasConstant: hasConstant), lag: lag)
    // END SOLUTION
  }

  /// What is expected of `y` at each moment one step before it, shape (n): $y_{t-\text{lag}}$ and the expected
  /// difference. NaN for the first lag + p.
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)``.
  public func predictions(of y: NDArray<Double>) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    let differences = try model.predictions(of: try differenced(y, lag: lag))
    return persistence(y, horizon: lag) + concatenated([.full([lag], .nan), differences])
    // STUB: // The differences of y begin at its position `lag`: put so many NaN before their predictions.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The next `steps` values after `past`, shape (steps).
  ///
  /// - Throws: ``SeriesError/tooShort(values:needed:)`` unless there are p + lag values; ``SeriesError/gap(at:)`` when
  ///   one of the last `lag` values is a gap, counted in `past`; if none is, when one of the last p differences is,
  ///   counted in the differences.
  public func forecast(after past: NDArray<Double>, steps: Int) throws -> NDArray<Double> {
    // BEGIN SOLUTION
    guard past.count >= model.order + lag else {
      throw SeriesError.tooShort(values: past.count, needed: model.order + lag)
    }
    let start = past.count - lag
    if let gap = isNaN(past[start...]).flatNonzero().elements.first {
      throw SeriesError.gap(at: start + gap)
    }
    let differences = try model.forecast(after: try differenced(past, lag: lag), steps: steps)
    return undifferenced(differences, after: past[start...])
    // END SOLUTION
  }
}
