import CourseKit

/// The nodes that `output` is computed from, and `output` itself as the last, each after all of its inputs.
///
/// `inputs[i]` are the numbers of the nodes that node i is computed from; they may have any numbers, larger ones too.
/// Nodes that `output` does not depend on are not in the list. A list on the heap keeps what is still to do, not the call
/// stack, so a chain may be as long as memory.
///
/// - Returns: nil where nodes wait for each other in a circle.
/// - Complexity: O(nodes + arrows).
public func topologicalOrder(to output: Int, inputs: [[Int]]) -> [Int]? {
  // BEGIN SOLUTION
  enum State { case new, waiting, done }
  var states = [State](repeating: .new, count: inputs.count)
  var (order, toDo): ([Int], [Int]) = ([], [output])
  while let node = toDo.last {
    switch states[node] {
    case .new:
      states[node] = .waiting
      for input in inputs[node] {
        if states[input] == .waiting { return nil }
        toDo.append(input)
      }
    case .waiting:
      states[node] = .done
      order.append(node)
    case .done:
      toDo.removeLast()
    }
  }
  return order
  // STUB: // A list of what is to do, at first [output]. Look at its last node: if it is new, it has to wait, and its inputs go
  // STUB: // on the list; if it has waited, all its inputs are done, and it is next in the order. Which inputs tell a circle?
  // STUB: notImplemented()
  // END SOLUTION
}

/// How many ways lead from each node to `output`, 0 from where none does; nil where there is a circle.
///
/// This is what it would cost to follow each way by itself. It is computed as blame is: from the output back, each
/// node handing on what it has to each of its inputs, where it adds up. One that is an input twice gets it twice.
public func countPaths(to output: Int, inputs: [[Int]]) -> [Int]? {
  guard let order = topologicalOrder(to: output, inputs: inputs) else { return nil }
  // BEGIN SOLUTION
  var ways = [Int](repeating: 0, count: inputs.count)
  ways[output] = 1
  for node in order.reversed() {
    for input in inputs[node] { ways[input] += ways[node] }
  }
  return ways
  // STUB: _ = order
  // STUB: notImplemented()
  // END SOLUTION
}
