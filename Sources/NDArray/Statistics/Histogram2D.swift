/// How many points, or how much weight, fall into each cell of a grid.
public struct Histogram2D: Sendable {
  /// The number or the weight of the points, with x along the first axis and y along the second.
  public let counts: NDArray<Double>
  /// The edges of the cells along x.
  public let xEdges: NDArray<Double>
  /// The edges of the cells along y.
  public let yEdges: NDArray<Double>

  /// The counts as a probability density: their integral over the cells is 1.
  public var density: NDArray<Double> {
    counts / xEdges.diff().expandedDimensions(axis: 1) / yEdges.diff() / counts.sum()
  }
}

/// Counts points in a grid of cells of equal size.
///
/// - Parameters:
///   - x: their first coordinates.
///   - y: their second coordinates, as many.
///   - bins: how many cells along each axis.
///   - ranges: from the first to the last edge along x and along y; over all points unless given.
///   - weights: how much each point counts; 1 unless given.
///
/// Traps when the coordinates or weights differ in shape, or the range is not finite. Complexity: O(n log m).
public func histogram2d(
  _ x: NDArray<Double>, _ y: NDArray<Double>, bins: (Int, Int) = (10, 10),
  ranges: (ClosedRange<Double>, ClosedRange<Double>)? = nil, weights: NDArray<Double>? = nil
) -> Histogram2D {
  histogram2d(
    x, y, edges: (evenEdges(x, bins.0, ranges?.0), evenEdges(y, bins.1, ranges?.1)),
    weights: weights)
}

/// Counts points in a grid of cells with the given edges along x and along y, ascending.
public func histogram2d(
  _ x: NDArray<Double>, _ y: NDArray<Double>, edges: (NDArray<Double>, NDArray<Double>),
  weights: NDArray<Double>? = nil
) -> Histogram2D {
  for other in [y, weights].compactMap({ $0 }) {
    require(
      other.layout.shape == x.layout.shape,
      "histogram2d: x, y and weights must have the same shape, got \(x.layout.shape.text) and \(other.layout.shape.text)"
    )
  }
  checkEdges(edges.0)
  checkEdges(edges.1)
  let shape = [edges.0, edges.1].map { Swift.max($0.count - 1, 0) }
  let (length, isHuge) = shape[0].multipliedReportingOverflow(by: shape[1])
  require(
    !isHuge && length < Int.max / 64, "histogram2d: \(shape) cells are more than memory holds")
  func cells(_ part: NDArray<Double>, _ block: Block) -> NDArray<Int> {
    let rows = places(of: part, between: edges.0)
    let columns = places(of: block.part(of: y), between: edges.1)
    return which((rows .< 0) .| (columns .< 0), -1, rows * shape[1] + columns)
  }
  let sums = weights.map { weightsPerBin(of: $0, x, length, cells) }
  return Histogram2D(
    counts: (sums ?? countsPerBin(of: x, length, cells).asType(Double.self)).reshaped(shape),
    xEdges: edges.0, yEdges: edges.1)
}
