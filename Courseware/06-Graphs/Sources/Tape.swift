import CourseKit

/// A dynamic graph: it writes down each operation while the code runs.
///
/// Whatever the code does in between, an `if`, a loop, a call, only what was really computed is on the tape, in the
/// order in which it was. So each node stands behind its inputs, and the reversed tape is an order for a backward pass. A tape is
/// made for one forward pass and thrown away after the backward pass.
///
/// Values on a tape never change. A parameter that takes a step afterwards moves on its own; what the backward pass reads is what the
/// forward pass has used.
public final class Tape<Op: GraphOperation> {
  /// Everything that was written down, in order.
  public private(set) var nodes: [Node<Op>] = []
  private var isRecording = true

  public init() {}

  /// A value to be differentiated by: an input or a weight (`requires_grad=True` in PyTorch).
  public func leaf(_ name: String, _ value: Op.Value) -> Variable<Op> {
    append(.leaf(name, value))
  }

  /// A value that takes no gradient.
  public func constant(_ value: Op.Value, _ name: String = "") -> Variable<Op> {
    append(.leaf(name, value, isConstant: true))
  }

  /// Computes `operation` on `inputs` and writes it down. Where nothing is recorded, the result is a constant.
  ///
  /// - Parameter cut: whether the result takes no gradient although its inputs do.
  func record(_ operation: Op, _ inputs: [Variable<Op>], cut: Bool = false) -> Variable<Op> {
    if inputs.contains(where: { $0.tape !== self }) {
      fatalError("\(operation.symbol): its inputs are on different tapes")
    }
    // BEGIN SOLUTION
    let value = operation.forward(inputs.map(\.value))
    guard isRecording else { return constant(value) }
    var node = Node.result(operation.symbol, of: operation, inputs.map(\.index))
    node.value = value
    node.needsGradient = !cut && inputs.contains { nodes[$0.index].needsGradient }
    return append(node)
    // STUB: // The value is operation.forward of the inputs' values. Node.result(operation.symbol, of: operation, places) is the
    // STUB: // node; give it its value and needsGradient (when?), and append it. While not isRecording: a constant.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Runs `work` without writing anything down: its results are constants (`torch.no_grad()`).
  public func withoutRecording<Result>(_ work: () throws -> Result) rethrows -> Result {
    // BEGIN SOLUTION
    let before = isRecording
    defer { isRecording = before }
    isRecording = false
    return try work()
    // END SOLUTION
  }

  /// Adds to each node's gradient that of `output`, times `upstream`; ones unless given.
  public func backward(from output: Variable<Op>, _ upstream: Op.Value? = nil) {
    // BEGIN SOLUTION
    let places = stride(from: output.index, through: 0, by: -1)
    backwardPass(
      &nodes, from: output.index, upstream ?? output.value.ones, backwards: places)
    // STUB: // The tape is in order already: which places, from where to where, are that order backwards?
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// Makes all gradients zero (`zero_grad()`).
  public func clearGradients() {
    // BEGIN SOLUTION
    for place in nodes.indices { nodes[place].gradient = nil }
    // END SOLUTION
  }

  func rename(_ place: Int, _ name: String) { nodes[place].name = name }

  private func append(_ node: Node<Op>) -> Variable<Op> {
    nodes.append(node)
    return Variable(tape: self, index: nodes.count - 1)
  }
}
