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
  // An upstream gradient that is 1 at one output and 0 elsewhere brings back one row. `stacked` makes a matrix of rows.
  _ = (input, output)
  notImplemented()
}
