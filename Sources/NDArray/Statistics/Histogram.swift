/// How many elements, or how much weight, fall into each of a row of bins.
///
/// Bin i holds edges[i] ≤ x < edges[i + 1]; the last bin includes its right edge.
public struct Histogram<Count: NDNumeric, Edge: NDNumeric>: Sendable {
  /// The number or the weight of the elements in each bin.
  public let counts: NDArray<Count>
  /// The edges of the bins, one more than bins, ascending.
  public let edges: NDArray<Edge>

  /// The counts as a probability density: their integral over the bins is 1.
  public var density: NDArray<Double> {
    let heights = counts.asType(Double.self) / edges.diff().asType(Double.self)
    return heights / counts.asType(Double.self).sum()
  }
}

/// Counts the elements of `a` in bins of equal width.
///
/// - Parameters:
///   - a: the sample, of any shape.
///   - bins: how many bins.
///   - range: from the first to the last edge; what lies outside is not counted. From the smallest to the
///     largest element unless given, and 0…1 for an empty array.
///
/// Traps when there is no bin, the range is not finite or too narrow for so many bins. Complexity: O(n).
public func histogram<E: NDNumeric>(
  _ a: NDArray<E>, bins: Int = 10, range: ClosedRange<E.Quotient>? = nil
) -> Histogram<Int, E.Quotient> {
  let edges = evenEdges(a, bins, range)
  let counts = countsPerBin(of: a, bins) { part, _ in
    places(of: part.asType(E.Quotient.self).contiguous(), in: edges)
  }
  return Histogram(counts: counts, edges: edges)
}

/// Adds up the weights of the elements of `a`, one for each, in bins of equal width.
public func histogram<E: NDNumeric, Weight: NDNumeric>(
  _ a: NDArray<E>, bins: Int = 10, range: ClosedRange<E.Quotient>? = nil, weights: NDArray<Weight>
) -> Histogram<Weight, E.Quotient> {
  let edges = evenEdges(a, bins, range)
  check(weights, a.layout.shape)
  let sums = weightsPerBin(of: weights, a, bins) { part, _ in
    places(of: part.asType(E.Quotient.self).contiguous(), in: edges)
  }
  return Histogram(counts: sums.asType(Weight.self), edges: edges)
}

/// Counts the elements of `a` in bins with the given edges, ascending. Traps when they are not.
/// Complexity: O(log m) for each element, with m bins.
public func histogram<E: NDNumeric>(_ a: NDArray<E>, edges: NDArray<E>) -> Histogram<Int, E> {
  checkEdges(edges)
  let counts = countsPerBin(of: a, Swift.max(edges.count - 1, 0)) { part, _ in
    places(of: part, between: edges)
  }
  return Histogram(counts: counts, edges: edges)
}

/// Adds up the weights of the elements of `a`, one for each, in bins with the given edges.
public func histogram<E: NDNumeric, Weight: NDNumeric>(
  _ a: NDArray<E>, edges: NDArray<E>, weights: NDArray<Weight>
) -> Histogram<Weight, E> {
  checkEdges(edges)
  check(weights, a.layout.shape)
  let sums = weightsPerBin(of: weights, a, Swift.max(edges.count - 1, 0)) { part, _ in
    places(of: part, between: edges)
  }
  return Histogram(counts: sums.asType(Weight.self), edges: edges)
}

// MARK: - Bins

/// The edges of bins of equal width; traps when they cannot be told apart.
func evenEdges<E: NDNumeric>(
  _ a: NDArray<E>, _ bins: Int, _ range: ClosedRange<E.Quotient>?
) -> NDArray<E.Quotient> {
  require(bins >= 1, "histogram: bins must be positive, got \(bins)")
  require(bins < Int.max / 64, "histogram: \(bins) bins are more than memory holds")
  var (first, last) = outerEdges(a, range)
  require(
    first.isFinite && last.isFinite, "histogram: range of [\(first), \(last)] is not finite")
  if first == last {
    first -= 0.5
    last += 0.5
  }
  let edges = NDArray.linspace(first, last, count: bins + 1)
  require(
    (edges[..<(-1)] .< edges[1...]).all(),
    "histogram: too many bins for data range, cannot create \(bins) finite-sized bins")
  return edges
}

private func outerEdges<E: NDNumeric>(
  _ a: NDArray<E>, _ range: ClosedRange<E.Quotient>?
) -> (E.Quotient, E.Quotient) {
  if let range { return (range.lowerBound, range.upperBound) }
  if a.count == 0 { return (0, 1) }
  return (
    NDArray(a.min()).asType(E.Quotient.self).scalar, NDArray(a.max()).asType(E.Quotient.self).scalar
  )
}

/// For each element the bin of equal width that it falls into, −1 for none.
private func places<E: NDFloat>(of a: NDArray<E>, in edges: NDArray<E>) -> NDArray<Int> {
  let edges = edges.contiguous()
  return NDArray(shape: a.layout.shape) { out in
    a.withPointer { elements in
      edges.withPointer { E._bin(elements, count: a.count, $0, bins: edges.count - 1, out) }
    }
  }
}

/// For each element the bin that it falls into, −1 for none.
func places<E: NDNumeric>(of a: NDArray<E>, between edges: NDArray<E>) -> NDArray<Int> {
  if edges.count < 2 { return NDArray.full(a.shape, -1) }
  let last = edges.count - 1
  let found = edges.searchSorted(a, side: .right) - 1
  let end = which(a .== edges[last], last - 1, -1)
  return which(found .< last, found, end)
}

/// Traps unless edges ascend along one axis.
func checkEdges<E: NDNumeric>(_ edges: NDArray<E>) {
  require(
    edges.rank == 1 && (edges.count == 0 || (edges[..<(-1)] .<= edges[1...]).all()),
    "histogram: bins must be 1d and increase monotonically, got edges of shape \(edges.layout.shape.text)"
  )
}

private func check<Weight>(_ weights: NDArray<Weight>, _ shape: Dims) {
  require(
    weights.layout.shape == shape,
    "histogram: weights should have the same shape as a, got \(weights.layout.shape.text) and \(shape.text)"
  )
}
