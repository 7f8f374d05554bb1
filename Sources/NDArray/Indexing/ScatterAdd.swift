// Sums at positions, of which one may be named several times: one after another.

extension NDInteger {
  public static func _scatterAdd(
    _ values: UnsafePointer<Self>, step: Int, at offsets: UnsafePointer<Int>, count: Int,
    width: Int, _ out: UnsafeMutablePointer<Self>
  ) {
    forEachRow(values, step, offsets, count, width, out) { $0 &+= $1 }
  }
}

extension NDFloat {
  public static func _scatterAdd(
    _ values: UnsafePointer<Self>, step: Int, at offsets: UnsafePointer<Int>, count: Int,
    width: Int, _ out: UnsafeMutablePointer<Self>
  ) {
    forEachRow(values, step, offsets, count, width, out) { $0 += $1 }
  }
}

/// Adds the `width` elements at each of `values`, `step` apart, to those at the matching offset.
@inline(__always)
private func forEachRow<T>(
  _ values: UnsafePointer<T>, _ step: Int, _ offsets: UnsafePointer<Int>, _ count: Int,
  _ width: Int, _ out: UnsafeMutablePointer<T>, _ add: (inout T, T) -> Void
) {
  if width == 1 {
    for i in 0..<count { add(&out[offsets[i]], values[i &* step]) }
  } else {
    for i in 0..<count {
      let (row, target) = (values + i &* step, out + offsets[i])
      for k in 0..<width { add(&target[k], row[k]) }
    }
  }
}
