import CourseKit

/// What becomes of the elements of one lane. NumPy's table of aggregates, name by name.
///
/// NaN among the elements makes NaN of the result; ``skippingNaN(_:)`` is the other column of the table.
public enum Aggregate {
  /// The sum; 0 of no elements.
  public static func sum<Number: AdditiveArithmetic>(_ lane: [Number]) -> Number {
    // BEGIN SOLUTION
    lane.reduce(.zero, +)
    // END SOLUTION
  }

  /// The product; 1 of no elements.
  public static func product<Number: Numeric>(_ lane: [Number]) -> Number {
    // BEGIN SOLUTION
    lane.reduce(1, *)
    // END SOLUTION
  }

  /// The arithmetic mean, $\frac1n\sum x_i$; NaN of no elements.
  public static func mean<Number: FloatingPoint>(_ lane: [Number]) -> Number {
    // BEGIN SOLUTION
    sum(lane) / Number(lane.count)
    // END SOLUTION
  }

  /// $\frac{1}{n - \text{ddof}}\sum(x_i - \bar x)^2$: with `ddof` 0 the mean square of the deviations, with
  /// `ddof` 1 the estimate of a population's variance from a sample.
  ///
  /// Not as $\overline{x^2} - \bar x^2$, which is the same on paper and loses all digits for large numbers
  /// that lie close together. NaN or infinite where n − ddof is not positive (it counts as 0 then).
  public static func variance<Number: FloatingPoint>(_ lane: [Number], ddof: Int = 0) -> Number {
    // BEGIN SOLUTION
    let mean = mean(lane)
    let squares = lane.map { ($0 - mean) * ($0 - mean) }
    return sum(squares) / Number(Swift.max(lane.count - ddof, 0))
    // STUB: // The mean first, then the squares of the deviations from it. (The larger of two is `Swift.max`
    // STUB: // in here.)
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The standard deviation, the square root of the variance.
  public static func standardDeviation<Number: FloatingPoint>(
    _ lane: [Number], ddof: Int = 0
  ) -> Number {
    // BEGIN SOLUTION
    variance(lane, ddof: ddof).squareRoot()
    // END SOLUTION
  }

  /// Whether one of them is true; false of no elements.
  public static func any(_ lane: [Bool]) -> Bool {
    // BEGIN SOLUTION
    lane.contains(true)
    // END SOLUTION
  }

  /// Whether all of them are true, that is, none is false; so true of no elements.
  public static func all(_ lane: [Bool]) -> Bool {
    // BEGIN SOLUTION
    !lane.contains(false)
    // END SOLUTION
  }

  /// Whether one of them is not 0. NaN is not 0.
  public static func any<Number: AdditiveArithmetic>(_ lane: [Number]) -> Bool {
    any(lane.map { $0 != .zero })
  }

  /// Whether none of them is 0. NaN is not 0.
  public static func all<Number: AdditiveArithmetic>(_ lane: [Number]) -> Bool {
    all(lane.map { $0 != .zero })
  }
}
