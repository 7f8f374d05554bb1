import CourseKit
import NDArray

/// A network of one hidden layer that follows `function` on `range`, built without any training.
///
/// Each hidden neuron is a ReLU that wakes at its own knot $t_k$; between two knots the network is a
/// straight line, at each knot the line turns by what the slope has to change:
/// $$\hat f(x) = f(t_0) + \sum_k (s_k - s_{k-1})\,\max(0, x - t_k),$$
/// where $s_k$ is the slope from $t_k$ to $t_{k+1}$, and $s_{-1} = 0$. For a twice differentiable
/// function the error is at most $h^2/8\cdot\max|f''|$ for knots at a distance h.
public func approximate(
  _ function: (Double) -> Double, on range: ClosedRange<Double>, neurons: Int
) -> Sequential<Double> {
  let h = (range.upperBound - range.lowerBound) / Double(neurons)
  let knots = (0...neurons).map { range.lowerBound + h * Double($0) }
  let values = knots.map(function)
  // Linear(1 → neurons), ReLU, Linear(neurons → 1): which weights and biases wake neuron k at
  // knots[k], and by how much must the line turn there?
  _ = values
  notImplemented()
}
