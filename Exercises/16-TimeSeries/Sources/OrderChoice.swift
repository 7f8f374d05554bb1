import CourseKit
import NDArray

/// The mean absolute error of one-step forecasts by order: each AR(p) learns from the first `learned` values and is
/// judged on all later ones.
///
/// Every order is judged on the same moments. What is chosen so must be judged once more, on values that had no part
/// in the choice.
///
/// - Throws: what ``Autoregression/init(fitting:order:hasConstant:)`` throws.
public func heldOutErrors(
  _ y: NDArray<Double>, orders: [Int], learned: Int
) throws -> [Double] {
  notImplemented()
}

/// The order of the smallest held-out error; the first of equals.
///
/// - Throws: what ``heldOutErrors(_:orders:learned:)`` throws.
public func chosenOrder(_ y: NDArray<Double>, orders: [Int], learned: Int) throws -> Int {
  notImplemented()
}
