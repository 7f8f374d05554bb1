/// A type whose elements fall into bins.
public protocol _Binning {
  /// For each element the bin of equal width that it falls into, −1 for none. The last bin includes its
  /// right edge.
  static func _bin(
    _ a: UnsafePointer<Self>, count: Int, _ edges: UnsafePointer<Self>, bins: Int,
    _ out: UnsafeMutablePointer<Int>)
}

extension NDFloat {
  public static func _bin(
    _ a: UnsafePointer<Self>, count: Int, _ edges: UnsafePointer<Self>, bins: Int,
    _ out: UnsafeMutablePointer<Int>
  ) {
    let (first, last) = (edges[0], edges[bins])
    let (width, factor) = (last - first, Self(bins))
    for i in 0..<count {
      let x = a[i]
      if !(x >= first && x <= last) {
        out[i] = -1
        continue
      }
      var bin = Swift.min(Int((x - first) / width * factor), bins &- 1)
      // Rounding may have put an element next to an edge on its wrong side.
      if x < edges[bin] { bin &-= 1 }
      if x >= edges[bin &+ 1] && bin != bins &- 1 { bin &+= 1 }
      out[i] = bin
    }
  }
}

// MARK: - Counts of integers

/// How often each of the integers 0, 1, …, max(x) occurs in `x`.
///
/// - Parameters:
///   - x: The integers, along one axis.
///   - minLength: how many counts to return at least.
///
/// Traps unless `x` has one axis and no negative element. Complexity: O(n + max(x)).
public func bincount<E: NDInteger>(_ x: NDArray<E>, minLength: Int = 0) -> NDArray<Int> {
  let bins = checkedBins(x)
  return countsPerBin(of: bins, Swift.max(minLength, (bins.max() ?? -1) + 1))
}

/// The sum of the weights with which each of the integers 0, 1, …, max(x) occurs in `x`.
///
/// - Parameters:
///   - x: The integers, along one axis.
///   - weights: one for each element.
///   - minLength: how many sums to return at least.
///
/// Traps unless `x` has one axis, no negative element and as many weights. Complexity: O(n + max(x)).
public func bincount<E: NDInteger>(
  _ x: NDArray<E>, weights: NDArray<Double>, minLength: Int = 0
) -> NDArray<Double> {
  let bins = checkedBins(x)
  require(
    weights.layout.shape == x.layout.shape,
    "bincount: the weights and list don't have the same length, got shapes \(weights.layout.shape.text) and \(x.layout.shape.text)"
  )
  return weightsPerBin(of: weights, in: bins, Swift.max(minLength, (bins.max() ?? -1) + 1))
}

private func checkedBins<E: NDInteger>(_ x: NDArray<E>) -> [Int] {
  require(
    x.rank == 1,
    "bincount: object of too small or too great depth, got shape \(x.layout.shape.text)")
  if x.count > 0 {
    require(x.min() >= 0, "bincount: list must not contain negative elements, got \(x.min())")
  }
  return x.asType(Int.self).elements
}

/// How often each bin below `length` is named; bins below 0 are nowhere.
func countsPerBin(of bins: [Int], _ length: Int) -> NDArray<Int> {
  NDArray(shape: [length]) { out in
    out.initialize(repeating: 0, count: length)
    for bin in bins where bin >= 0 { out[bin] &+= 1 }
  }
}

/// The sum of the weights in each bin below `length`.
func weightsPerBin(of weights: NDArray<Double>, in bins: [Int], _ length: Int) -> NDArray<Double> {
  let weights = weights.contiguous()
  return NDArray(shape: [length]) { out in
    out.initialize(repeating: 0, count: length)
    weights.withPointer { weights in
      for (i, bin) in bins.enumerated() where bin >= 0 { out[bin] += weights[i] }
    }
  }
}
