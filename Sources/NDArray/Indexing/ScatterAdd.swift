// Sums at single positions, of which one may be named several times: one after another.

extension NDInteger {
  public static func _scatterAdd(
    _ values: UnsafePointer<Self>, step: Int, at offsets: UnsafePointer<Int>, count: Int,
    _ out: UnsafeMutablePointer<Self>
  ) {
    for i in 0..<count { out[offsets[i]] &+= values[i &* step] }
  }
}

extension NDFloat {
  public static func _scatterAdd(
    _ values: UnsafePointer<Self>, step: Int, at offsets: UnsafePointer<Int>, count: Int,
    _ out: UnsafeMutablePointer<Self>
  ) {
    for i in 0..<count { out[offsets[i]] += values[i &* step] }
  }
}
