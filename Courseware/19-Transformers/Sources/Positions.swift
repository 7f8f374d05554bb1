import CourseKit
import Foundation
import NDArray

/// The lecture's clock hands: $P_{t,2i} = \sin(t/10000^{2i/d})$, $P_{t,2i+1} = \cos(t/10000^{2i/d})$. Shape (count, width).
///
/// Sines stand in the even columns and cosines in the odd ones, as in the paper; some code puts all sines into the first half. The networks cannot
/// tell the difference.
public func sinusoids(_ count: Int, _ width: Int) -> NDArray<Double> {
  // BEGIN SOLUTION
  let numbers = (0..<count).flatMap { t in
    (0..<width).map { column in
      let angle = Double(t) / pow(10_000, Double(column / 2 * 2) / Double(width))
      return column % 2 == 0 ? sin(angle) : cos(angle)
    }
  }
  return NDArray(numbers, shape: [count, width])
  // STUB: // Column j belongs to the pair i = j / 2, whose exponent is 2i/d. `NDArray(numbers, shape: …)` takes a list row by row.
  // STUB: notImplemented()
  // END SOLUTION
}

/// A vector for each place, learned like those of words: $Y_{nt} = X_{nt} + P_{s+t}$.
public final class LearnedPositions<Element: NDFloat>: Module {
  /// (context, width)
  public let table: Parameter<Element>
  private var places = 0..<0

  /// At most `context` places; normal of the deviation 0.02, as in GPT-2.
  public init(_ context: Int, _ width: Int, using generator: inout Generator) {
    let numbers = generator.standardNormal([context, width]) * 0.02
    table = Parameter("P", numbers.asType(Element.self))
  }

  /// How many places there are.
  public var context: Int { table.value.shape[0] }

  /// `x` (texts, length, width), whose first word stands at place `start`.
  public func forward(_ x: NDArray<Element>, from start: Int = 0) -> NDArray<Element> {
    let end = start + x.shape[1]
    require(
      end <= context, "LearnedPositions: place \(end - 1) is asked for, and there are \(context)")
    // BEGIN SOLUTION
    places = start..<end
    return x + table.value[places]
    // END SOLUTION
  }

  /// dX is dY; each place's own gradient is the sum over the texts, and 0 for places that did not occur.
  public func backward(_ dY: NDArray<Element>) -> NDArray<Element> {
    // BEGIN SOLUTION
    var dP = NDArray<Element>.zeros(table.value.shape)
    dP[places] = dY.sum(axis: 0)
    table.accumulate(dP)
    return dY
    // STUB: // dP has the shape of the whole table: begin with `NDArray<Element>.zeros(table.value.shape)` and fill in the rows `places`.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
