import CourseKit
import NDArray
import Networks

/// Compares the gradient of *every* node with the slope that it ought to be, from the output back.
///
/// Unit 04's checker moves weights. Here every intermediate value is moved, whatever was computed before it stays, and what comes
/// after is computed anew. Nodes that take no gradient are left out.
///
/// - Parameters:
///   - graph: after its backward pass; its output is a single number.
///   - claims: gradients by the names of their nodes that are checked in place of the graph's own, such as those worked out by hand.
public func compareEach(
  _ graph: StaticGraph<ArrayOperation<Double>>, claims: [String: NDArray<Double>] = [:]
) -> [GradientComparison] {
  // BEGIN SOLUTION
  graph.order.reversed().filter { graph.nodes[$0].needsGradient }.map { place in
    let node = graph.nodes[place]
    let moved = Parameter(node.name, node.value!)
    moved.gradient = claims[node.name] ?? graph.gradient(place)
    return compareGradient(of: moved) {
      graph.output(with: moved.value, at: place).scalar
    }
  }
  // STUB: // For each place of graph.order, backwards, that needs a gradient: a Parameter with the node's name and value, its gradient
  // STUB: // the one that is claimed, or the graph's. Then compareGradient of unit 04, with graph.output(with: …, at: place).
  // STUB: notImplemented()
  // END SOLUTION
}

/// The first comparison that failed. What was compared before it, nearer to the output, is right, so the mistake
/// was made on the way from there to here.
public func firstWrong(_ comparisons: [GradientComparison]) -> GradientComparison? {
  comparisons.first { !$0.passed }
}
