import CKernels

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
    if Self.self == Double.self {
      ck_f64_bins(f64(a), count, f64(edges), bins, bound(out))
    } else {
      ck_f32_bins(f32(a), count, f32(edges), bins, bound(out))
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
  let (bins, length) = checkedBins(x)
  return countsPerBin(of: bins, Swift.max(minLength, length))
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
  let (bins, length) = checkedBins(x)
  require(
    weights.layout.shape == x.layout.shape,
    "bincount: the weights and list don't have the same length, got shapes \(weights.layout.shape.text) and \(x.layout.shape.text)"
  )
  return weightsPerBin(of: weights, in: bins, Swift.max(minLength, length))
}

/// The integers as bins, and how many bins they need.
private func checkedBins<E: NDInteger>(_ x: NDArray<E>) -> (NDArray<Int>, Int) {
  require(
    x.rank == 1,
    "bincount: object of too small or too great depth, got shape \(x.layout.shape.text)")
  let bins = x.asType(Int.self).contiguous()
  if bins.count == 0 { return (bins, 0) }
  let range = bins.withPointer { Int64._range(bound($0), count: bins.count) }
  require(
    range.lowerBound >= 0,
    "bincount: list must not contain negative elements, got \(range.lowerBound)")
  return (bins, Int(range.upperBound) + 1)
}

/// How often each bin below `length` is named; bin −1 is nowhere.
func countsPerBin(of bins: NDArray<Int>, _ length: Int) -> NDArray<Int> {
  let bins = bins.contiguous()
  // Four tables where they fit into the cache, and else the same one four times.
  let stride = length <= Swift.min(bins.count, 4096) ? length + 1 : 0
  let storage = Storage.zeros(
    of: Int64.self, layout: Layout(contiguous: [3 * stride + length + 1]))
  let tables = storage.pointer(to: Int64.self)
  bins.withPointer { ck_tally(bound($0), bins.count, tables, stride) }
  return NDArray(shape: [length]) { out in
    for bin in 0..<length {
      let counts = tables + bin + 1
      let others = counts[stride] &+ counts[2 &* stride] &+ counts[3 &* stride]
      out[bin] = Int(stride > 0 ? counts[0] &+ others : counts[0])
    }
    withExtendedLifetime(storage) {}
  }
}

/// The sum of the weights in each bin below `length`, added in their order.
func weightsPerBin(
  of weights: NDArray<Double>, in bins: NDArray<Int>, _ length: Int
) -> NDArray<Double> {
  let (weights, bins) = (weights.contiguous(), bins.contiguous())
  return NDArray(shape: [length]) { out in
    out.initialize(repeating: 0, count: length)
    weights.withPointer { weight in
      bins.withPointer { bin in
        for i in 0..<weights.count where bin[i] >= 0 { out[bin[i]] += weight[i] }
      }
    }
  }
}
