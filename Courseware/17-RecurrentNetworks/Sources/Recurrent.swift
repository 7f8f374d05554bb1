import CourseKit
import NDArray

/// `torch.nn.RNN`, `LSTM` and `GRU`: layers over layers, each in one direction or in both.
///
/// A layer above reads the outputs of both directions below, side by side. Parameters have PyTorch's names, shapes and order.
public final class Recurrent<Element: NDFloat>: Module {
  /// Layer after layer, the reversed one of each behind the other.
  public let layers: [RecurrentLayer<Element>]
  /// 1, or 2 if it reads both ways.
  public let directions: Int

  /// Layers that fit, such as loaded ones.
  public init(_ layers: [RecurrentLayer<Element>], directions: Int = 1) {
    (self.layers, self.directions) = (layers, directions)
  }

  /// PyTorch's beginning: all numbers uniform in ±1/√width.
  public convenience init(
    _ rule: any CellRule, inputs: Int, width: Int, layers: Int = 1, isBidirectional: Bool = false,
    using generator: inout Generator
  ) {
    let directions = isBidirectional ? 2 : 1
    var list: [RecurrentLayer<Element>] = []
    for layer in 0..<layers {
      for direction in 0..<directions {
        list.append(
          RecurrentLayer(
            // BEGIN SOLUTION
            rule, inputs: layer == 0 ? inputs : directions * width,
            // STUB: rule, inputs: inputs,  // what does a layer above the first read?
            // END SOLUTION
            width: width, isReversed: direction == 1,
            suffix: "_l\(layer)" + (direction == 1 ? "_reverse" : ""), using: &generator))
      }
    }
    self.init(list, directions: directions)
  }

  /// `x` (steps, objects, inputs) → the outputs of the highest layer (steps, objects, directions · width), and the last states [h] or
  /// [h, c], each (layers · directions, objects, width), as PyTorch returns them.
  public func forward(
    _ x: NDArray<Element>, from start: [NDArray<Element>]? = nil, lengths: NDArray<Int>? = nil
  ) -> (outputs: NDArray<Element>, last: [NDArray<Element>]) {
    // BEGIN SOLUTION
    var y = x
    var lasts: [[NDArray<Element>]] = []
    for below in stride(from: 0, to: layers.count, by: directions) {
      var sides: [NDArray<Element>] = []
      for index in below..<(below + directions) {
        let (outputs, last) = layers[index].forward(
          y, from: start.map { arrays in arrays.map { $0[index] } }, lengths: lengths)
        sides.append(outputs)
        lasts.append(last)
      }
      y = concatenated(sides, axis: 2)
    }
    return (y, byArray(lasts))
    // STUB: // Begin with y = x. Both directions of a layer read the same y; side by side (axis 2) their outputs are the next y.
    // STUB: // Keep the last state of each in a list of lists, `lasts`; byArray(lasts) turns [layer][array] into [array] of shape (layers, objects, width).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// From the gradients by the outputs and by the last states to those by the inputs and by the states at the start.
  public func backward(
    _ dY: NDArray<Element>, last: [NDArray<Element>]? = nil
  ) -> (dX: NDArray<Element>, dStart: [NDArray<Element>]) {
    // BEGIN SOLUTION
    var dOutputs = dY
    var starts: [[NDArray<Element>]] = []
    for below in stride(from: 0, to: layers.count, by: directions).reversed() {
      let sides = dOutputs.split(parts: directions, axis: 2)
      var dInputs: [NDArray<Element>] = []
      for side in (0..<directions).reversed() {
        let index = below + side
        let (dX, dStart) = layers[index].backward(
          sides[side], last: last.map { arrays in arrays.map { $0[index] } })
        dInputs.append(dX)
        starts.append(dStart)
      }
      dOutputs = dInputs.dropFirst().reduce(dInputs[0]) { $0 + $1 }
    }
    return (dOutputs, byArray(Array(starts.reversed())))
    // STUB: // From the highest layer down: take the gradient by its outputs apart where the sides were joined; both read the same
    // STUB: // input, so what they send back adds up. The states at the start must end in the order of the layers (byArray).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// [layer][array] → [array] of shape (layers, …).
  private func byArray(_ states: [[NDArray<Element>]]) -> [NDArray<Element>] {
    states[0].indices.map { k in stacked(states.map { $0[k] }) }
  }
}
