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
  let length = binCount(x, minLength)
  return countsPerBin(of: x, length) { part, _ in part.asType(Int.self) }
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
  let length = binCount(x, minLength)
  require(
    weights.layout.shape == x.layout.shape,
    "bincount: the weights and list don't have the same length, got shapes \(weights.layout.shape.text) and \(x.layout.shape.text)"
  )
  return weightsPerBin(of: weights, x, length) { part, _ in part.asType(Int.self) }
}

/// How many bins the integers need.
private func binCount<E: NDInteger>(_ x: NDArray<E>, _ minLength: Int) -> Int {
  require(
    x.rank == 1,
    "bincount: object of too small or too great depth, got shape \(x.layout.shape.text)")
  require(minLength >= 0, "bincount: minLength must not be negative, got \(minLength)")
  var length = minLength
  if x.count > 0 {
    let (least, greatest) = (x.min(), x.max())
    require(least >= 0, "bincount: list must not contain negative elements, got \(least)")
    require(greatest < Int.max, "bincount: there are no counts for \(greatest) integers and more")
    length = Swift.max(length, Int(greatest) + 1)
  }
  require(length < Int.max / 64, "bincount: \(length) counts are more than memory holds")
  return length
}

/// How often each bin below `length` is named by what `bins` finds of some elements after others; bin −1 is nowhere.
func countsPerBin<E>(
  of a: NDArray<E>, _ length: Int, _ bins: (NDArray<E>, Block) -> NDArray<Int>
) -> NDArray<Int> {
  var counts: NDArray<Int>?
  a.forEachBlock { block in
    let found = countsPerBin(of: bins(block.part(of: a), block), length)
    counts = counts.map { $0 + found } ?? found
  }
  return counts!
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

/// The sum of the weights in each bin below `length`, added in their order, in the bins that `bins` finds of some
/// elements of `a` after others.
func weightsPerBin<E, Weight: NDNumeric>(
  of weights: NDArray<Weight>, _ a: NDArray<E>, _ length: Int,
  _ bins: (NDArray<E>, Block) -> NDArray<Int>
) -> NDArray<Double> {
  NDArray<Double>(shape: [length]) { out in
    out.initialize(repeating: 0, count: length)
    a.forEachBlock { block in
      let weights = block.part(of: weights).asType(Double.self).contiguous()
      let bins = bins(block.part(of: a), block).contiguous()
      weights.withPointer { weight in
        bins.withPointer { bin in
          for i in 0..<weights.count where bin[i] >= 0 { out[bin[i]] += weight[i] }
        }
      }
    }
  }
}
