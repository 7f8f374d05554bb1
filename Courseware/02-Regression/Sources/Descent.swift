import CourseKit
import NDArray

/// The path of a descent, and why it ended.
public struct Path: Sendable {
  public enum End: Sendable {
    /// $\lVert w_t - w_{t-1}\rVert < \varepsilon$
    case smallStep
    /// The largest number of steps was taken.
    case enoughSteps
  }
  /// $w_0, w_1, \dots$, one a row.
  public let points: [NDArray<Double>]
  public let end: End

  public init(points: [NDArray<Double>], end: End) { (self.points, self.end) = (points, end) }

  public var last: NDArray<Double> { points[points.count - 1] }
}

/// $w_t = w_{t-1} - \eta\,\nabla L(w_{t-1})$, until a step is shorter than `tolerance` or `steps` are taken.
///
/// A step that is measured has been taken: the path ends with it. A short step is the reason to end also where no more were allowed.
public func descend(
  from start: NDArray<Double>, rate: Double, steps: Int, tolerance: Double = 0,
  gradient: (NDArray<Double>) -> NDArray<Double>
) -> Path {
  // BEGIN SOLUTION
  var points = [start]
  for _ in 0..<steps {
    let step = rate * gradient(points[points.count - 1])
    points.append(points[points.count - 1] - step)
    if Linalg.norm(step) < tolerance { return Path(points: points, end: .smallStep) }
  }
  return Path(points: points, end: .enoughSteps)
  // END SOLUTION
}

/// Mini-batch descent on the squared error: `size` objects a step, in a fresh order each epoch.
///
/// The last batch of an epoch holds what is left, and its gradient is the mean over *its* objects. With a size of 1 this is stochastic
/// descent, with all objects batch descent.
///
/// - Returns: $w$ at the start and after each epoch.
public func miniBatchDescent(
  _ x: NDArray<Double>, _ y: NDArray<Double>, from start: NDArray<Double>, rate: Double,
  batchSize: Int, epochs: Int, using generator: inout Generator
) -> [NDArray<Double>] {
  // BEGIN SOLUTION
  var w = start
  var path = [start]
  for _ in 0..<epochs {
    for (x, y) in batches(of: batchSize, x, y, using: &generator) {
      w -= rate * SquaredError.gradient(x, y, at: w)
    }
    path.append(w)
  }
  return path
  // STUB: // `for (x, y) in batches(of: batchSize, x, y, using: &generator)` gives an epoch's batches, the short one too.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The learning rates that matter on a bowl with this matrix of second derivatives, from its largest eigenvalue:
/// above `largest` the descent flies apart, and `oneStep` $= 1/E''$ hits the bottom at once where there is one dimension only.
public func learningRates(
  hessian: NDArray<Double>
) throws -> (oneStep: Double, largest: Double) {
  // BEGIN SOLUTION
  let steepest: Double = try Linalg.eigvalsh(hessian).max()
  return (1 / steepest, 2 / steepest)
  // STUB: // Linalg.eigvalsh gives the eigenvalues of a symmetric matrix.
  // STUB: notImplemented()
  // END SOLUTION
}
