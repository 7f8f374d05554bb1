/// One node of a graph: a value, where it came from, and the gradient of the output by it.
///
/// Nodes live in a list and name their inputs by places in it. They hold no references to each other, so a chain of
/// any length is freed node after node and not by a recursion as deep as the chain.
public struct Node<Op: GraphOperation> {
  /// What a picture and a comparison call it.
  public internal(set) var name: String
  /// What computes it from its inputs; nil for a leaf or a constant, which is given.
  public let operation: Op?
  /// The places of its inputs in the list.
  public let inputs: [Int]
  /// Nil before the first forward pass.
  public internal(set) var value: Op.Value?
  /// The gradients of all backward passes since it was cleared, added up; nil where none has come.
  public internal(set) var gradient: Op.Value?
  /// Whether blame is to arrive here: at leaves, and at everything that is computed from such nodes.
  public internal(set) var needsGradient: Bool

  /// A value that is given. A constant takes no gradient.
  public static func leaf(_ name: String, _ value: Op.Value?, isConstant: Bool = false) -> Node {
    Node(
      name: name, operation: nil, inputs: [], value: value, gradient: nil,
      needsGradient: !isConstant)
  }

  /// What `operation` computes from the nodes at the places `inputs`.
  public static func result(_ name: String, of operation: Op, _ inputs: [Int]) -> Node {
    Node(
      name: name, operation: operation, inputs: inputs, value: nil, gradient: nil,
      needsGradient: true)
  }
}
