import CourseKit

/// Sends `upstream` back from `output` over all nodes and adds what arrives at each to its gradient.
///
/// This is the whole of automatic differentiation. It knows neither what an operation computes nor what a value is.
///
/// - Parameter backwards: the places of the nodes, each *before* its inputs: a topological order, reversed.
/// - Complexity: one `backward` for each node that the output depends on.
func backwardPass<Op>(
  _ nodes: inout [Node<Op>], from output: Int, _ upstream: Op.Value, backwards: some Sequence<Int>
) {
  // What this pass alone brings to each node. The gradients of earlier passes must not be sent on once more.
  var blame = [Op.Value?](repeating: nil, count: nodes.count)
  blame[output] = upstream
  // BEGIN SOLUTION
  for place in backwards {
    guard let dY = blame[place], nodes[place].needsGradient else { continue }
    nodes[place].gradient = sum(nodes[place].gradient, dY)
    guard let operation = nodes[place].operation, let y = nodes[place].value else { continue }
    let inputs = nodes[place].inputs
    let values = inputs.compactMap { nodes[$0].value }
    for (input, dX) in zip(inputs, operation.backward(dY, inputs: values, output: y)) {
      blame[input] = sum(blame[input], dX)
    }
  }
  // STUB: // For each place, backwards: `blame[place]` is complete now. Where there is some and the node needs it, add it to the
  // STUB: // node's gradient; then, if it has an operation, let that share it out among `blame` of its inputs. sum(old, new) adds.
  // STUB: notImplemented()
  // END SOLUTION
}

/// What was there and what comes in addition; nil is nothing yet.
func sum<Value: GraphValue>(_ old: Value?, _ new: Value) -> Value {
  // BEGIN SOLUTION
  guard let old else { return new }
  return old + new
  // END SOLUTION
}
