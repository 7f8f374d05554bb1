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
            rule, inputs: inputs,  // what does a layer above the first read?
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
    // Begin with y = x. Both directions of a layer read the same y; side by side (axis 2) their outputs are the next y.
    // Keep the last state of each in a list of lists, `lasts`; byArray(lasts) turns [layer][array] into [array] of shape (layers, objects, width).
    notImplemented()
  }

  /// From the gradients by the outputs and by the last states to those by the inputs and by the states at the start.
  public func backward(
    _ dY: NDArray<Element>, last: [NDArray<Element>]? = nil
  ) -> (dX: NDArray<Element>, dStart: [NDArray<Element>]) {
    // From the highest layer down: take the gradient by its outputs apart where the sides were joined; both read the same
    // input, so what they send back adds up. The states at the start must end in the order of the layers (byArray).
    notImplemented()
  }

  /// [layer][array] → [array] of shape (layers, …).
  private func byArray(_ states: [[NDArray<Element>]]) -> [NDArray<Element>] {
    states[0].indices.map { k in stacked(states.map { $0[k] }) }
  }
}
