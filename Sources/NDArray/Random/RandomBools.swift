extension RandomSource {
  /// Truth values, 32 from each word of random bits; what is left of the last word is dropped.
  fileprivate mutating func sourceBools(_ shape: [Int]) -> NDArray<Bool> {
    NDArray(shape, drawnBy: "bools") { buffer in
      var bits: UInt32 = 0
      for i in buffer.indices {
        bits = i % 32 == 0 ? next32() : bits >> 1
        buffer.initializeElement(at: i, to: bits & 1 == 1)
      }
    }
  }
}

extension Generator {
  /// Truth values with equal probability, as NumPy's `integers(0, 2, shape, dtype=bool)`. O(count).
  public mutating func bools(_ shape: [Int]) -> NDArray<Bool> { bitGenerator.sourceBools(shape) }
}

extension RandomState {
  /// Truth values with equal probability, as NumPy's `randint(0, 2, shape, dtype=bool)`. O(count).
  public mutating func bools(_ shape: [Int]) -> NDArray<Bool> { sourceBools(shape) }
}
