import CourseKit
import NDArray

/// The matrix of all slopes, $J_{kj} = \partial y_k/\partial x_j$, row by row: one backward pass for each output.
///
/// With it a backward pass is $dX = J^T\,dY$. A graph never builds it; each operation knows the product.
public func jacobian(
  at x: NDArray<Double>,
  of formula: (ArrayVariable<Double>) -> ArrayVariable<Double>
) -> NDArray<Double> {
  let tape = Tape<ArrayOperation<Double>>()
  let input = tape.leaf("x", x)
  let output = formula(input)
  // BEGIN SOLUTION
  let rows = (0..<output.value.count).map { k in
    tape.clearGradients()
    var upstream = output.value.zeros
    upstream[k] = 1
    output.backward(upstream)
    return input.gradient
  }
  return stacked(rows)
  // STUB: // An upstream gradient that is 1 at one output and 0 elsewhere brings back one row. `stacked` makes a matrix of rows.
  // STUB: _ = (input, output)
  // STUB: notImplemented()
  // END SOLUTION
}
