import CourseKit
import NDArray
import Networks

/// A layer whose `backward` nobody has to write: its forward pass is recorded, and the tape knows the rest.
///
/// It is a brick like every other, in a `Sequential` and for every optimiser.
///
/// ```swift
/// let layer = Differentiated([w, b]) { x, p in tanh(linear(x, p[0], p[1])) }
/// ```
public final class Differentiated<Element: NDFloat>: Layer {
  /// What one forward pass was given, and what came out.
  private typealias Record = (
    input: ArrayVariable<Element>, parameters: [ArrayVariable<Element>],
    output: ArrayVariable<Element>
  )

  private let weights: [Parameter<Element>]
  private let formula: (ArrayVariable<Element>, [ArrayVariable<Element>]) -> ArrayVariable<Element>
  private var record: Record?

  /// A layer that computes `formula` of its input and of `weights`.
  public init(
    _ weights: [Parameter<Element>],
    formula: @escaping (ArrayVariable<Element>, [ArrayVariable<Element>]) -> ArrayVariable<Element>
  ) {
    (self.weights, self.formula) = (weights, formula)
  }

  /// Records the formula on a new tape.
  public func forward(_ x: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    let tape = Tape<ArrayOperation<Element>>()
    let input = tape.leaf("X", x)
    let parameters = weights.map { tape.leaf($0.name, $0.value) }
    let output = formula(input, parameters)
    record = (input, parameters, output)
    return output.value
    // STUB: // A new tape; a leaf for `x` and one for the value of each of `weights`; keep them and the output in `record`.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The gradients that the tape finds for the upstream gradient `dY`: each parameter accumulates its own, that of the input is returned.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    guard let record else { fatalError("Differentiated.backward: no forward pass came before") }
    // BEGIN SOLUTION
    record.output.tape.clearGradients()
    record.output.backward(dY)
    for (weight, variable) in zip(weights, record.parameters) {
      weight.accumulate(variable.gradient)
    }
    return record.input.gradient
    // STUB: // A second backward pass of the same forward pass must not find what the first has left on the tape.
    // STUB: _ = record
    // STUB: notImplemented()
    // END SOLUTION
  }
}
