import CourseKit
import NDArray
import Testing

/// Expects `gradient` to be the gradient of a number, such as a loss, at `point`, by centred differences.
///
/// A failure names the gradient, the worst place with both values, and what the mistake looks like; see
/// `checkGradient(named:_:at:sizes:of:)` for step sizes and tolerances. `sizes` are numbers of objects, classes and so on that
/// a mean could divide by and that no shape tells.
///
/// ```swift
/// expectGradient(dW, at: W, named: "dW") { loss(x, $0) }
/// ```
public func expectGradient(
  _ gradient: NDArray<Double>, at point: NDArray<Double>, named name: String, sizes: [Int] = [],
  sourceLocation: SourceLocation = #_sourceLocation, of function: (NDArray<Double>) -> Double
) {
  expectPassed(
    checkGradient(named: name, gradient, at: point, sizes: sizes, of: function), sourceLocation)
}

/// Expects `backward` to return the gradient at `point` for a random upstream gradient, by centred differences of
/// `forward`, which is called at `point` first.
///
/// ```swift
/// expectGradient(at: x, named: "dX") {
///   layer.forward($0)
/// } backward: { dY in
///   layer.backward(dY)
/// }
/// ```
public func expectGradient(
  at point: NDArray<Double>, named name: String, sizes: [Int] = [], seed: Int = 0,
  sourceLocation: SourceLocation = #_sourceLocation,
  forward: (NDArray<Double>) -> NDArray<Double>,
  backward: (_ upstream: NDArray<Double>) -> NDArray<Double>
) {
  let report = checkGradient(
    named: name, at: point, sizes: sizes, seed: seed, forward: forward, backward: backward)
  expectPassed(report, sourceLocation)
}

private func expectPassed(_ report: GradientReport, _ location: SourceLocation) {
  if !report.passed { Issue.record(Comment(rawValue: "\(report)"), sourceLocation: location) }
}
