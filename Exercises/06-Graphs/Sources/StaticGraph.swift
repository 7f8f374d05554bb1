import CourseKit

/// A static graph: built once, then run many times with other inputs.
///
/// Its nodes may stand in any order; that in which they are computed is found once, at the beginning. Recorded on a tape or
/// written down as data, it is what it is: an `if` that was taken while it was recorded is taken for good.
public struct StaticGraph<Op: GraphOperation> {
  public private(set) var nodes: [Node<Op>]
  /// The place of the node that is computed, and that a backward pass begins at.
  public let output: Int
  /// The places of the nodes that `output` needs, each after its inputs.
  public let order: [Int]

  /// Nil where nodes wait for each other in a circle.
  public init?(_ nodes: [Node<Op>], output: Int) {
    guard let order = topologicalOrder(to: output, inputs: nodes.map(\.inputs)) else { return nil }
    (self.nodes, self.output, self.order) = (nodes, output, order)
    for place in order where nodes[place].operation != nil && nodes[place].needsGradient {
      self.nodes[place].needsGradient = nodes[place].inputs.contains {
        self.nodes[$0].needsGradient
      }
    }
  }

  /// What a tape has recorded for `output`, with the values that it had there.
  public init(_ output: Variable<Op>) {
    self.init(output.tape.nodes, output: output.index)!
  }

  /// Puts `values` into the leaves at these places, computes every node that `output` needs anew, and returns its value.
  ///
  /// A leaf that is not fed keeps the value it had. Gradients stay until ``clearGradients()``.
  @discardableResult
  public mutating func run(feeding values: [Int: Op.Value] = [:]) -> Op.Value {
    // nodes[place].value = … for the leaves that are fed, then in `order` for each node that has an operation.
    notImplemented()
  }

  /// Adds to each node's gradient that of `output`, times `upstream`; ones unless given. ``run(feeding:)`` comes before.
  public mutating func backward(_ upstream: Op.Value? = nil) {
    notImplemented()
  }

  /// Makes all gradients zero.
  public mutating func clearGradients() {
    for place in nodes.indices { nodes[place].gradient = nil }
  }

  /// The gradient of the node at `place`; zeros where none arrived.
  public func gradient(_ place: Int) -> Op.Value {
    nodes[place].gradient ?? nodes[place].value!.zeros
  }

  /// What `output` would be if the node at `place` had this `value`, whatever its own inputs are.
  ///
  /// What is computed from it is computed anew. Nodes that take no gradient stay as they are, as if they were constants.
  public func output(with value: Op.Value, at place: Int) -> Op.Value {
    var values = nodes.map(\.value)
    values[place] = value
    // As in `run`, but in `values`, and not for the node at `place` itself.
    notImplemented()
  }
}
