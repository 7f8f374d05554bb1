extension PCG64 {
  /// A number in [0, 1) from the upper 53 of 64 random bits.
  mutating func nextDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in [0, 1) from the upper 24 of 32 random bits.
  mutating func nextFloat() -> Float {
    Float(next32() >> 8) * 0x1p-24
  }

  mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices { buffer.initializeElement(at: index, to: nextDouble()) }
  }

  mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Float>) {
    for index in buffer.indices { buffer.initializeElement(at: index, to: nextFloat()) }
  }
}

extension Generator {
  /// A number uniformly distributed in [0, 1), as NumPy's `random()`.
  public mutating func random() -> Double {
    bitGenerator.nextDouble()
  }

  /// A single-precision number in [0, 1), as NumPy's `random(dtype=numpy.float32)`.
  public mutating func random(as type: Float.Type) -> Float {
    bitGenerator.nextFloat()
  }

  /// Numbers uniformly distributed in [0, 1), drawn in C order, as NumPy's `random(shape)`.
  public mutating func random(_ shape: [Int]) -> NDArray<Double> {
    NDArray(shape, drawnBy: "random") { bitGenerator.fillUniform($0) }
  }

  /// Single-precision numbers in [0, 1), as NumPy's `random(shape, dtype=numpy.float32)`.
  public mutating func random(_ shape: [Int], as type: Float.Type) -> NDArray<Float> {
    NDArray(shape, drawnBy: "random") { bitGenerator.fillUniform($0) }
  }

  /// A number uniformly distributed in [low, high), as NumPy's `uniform(low, high)`.
  /// Traps when `high` lies below `low`.
  public mutating func uniform(_ low: Double = 0, _ high: Double = 1) -> Double {
    let width = Self.width(low, high)
    return low + width * random()
  }

  /// Numbers uniformly distributed in [low, high), as NumPy's `uniform(low, high, shape)`.
  /// Traps when `high` lies below `low`.
  public mutating func uniform(
    _ low: Double = 0, _ high: Double = 1, shape: [Int]
  ) -> NDArray<Double> {
    let width = Self.width(low, high)
    return NDArray(shape, drawnBy: "uniform") { buffer in
      bitGenerator.fillUniform(buffer)
      for index in buffer.indices { buffer[index] = low + width * buffer[index] }
    }
  }

  private static func width(_ low: Double, _ high: Double) -> Double {
    let width = high - low
    require(width.isFinite, "uniform: high - low range exceeds valid bounds (\(low), \(high))")
    require(width >= 0, "uniform: low > high (\(low), \(high))")
    return width
  }
}

extension NDArray {
  /// An array whose elements `fill` draws in C order.
  init(
    _ shape: [Int], drawnBy operation: StaticString,
    fill: (UnsafeMutableBufferPointer<Element>) -> Void
  ) {
    let shape = Dims(checking: shape, for: operation)
    self.init(shape: shape) { fill(UnsafeMutableBufferPointer(start: $0, count: shape.product)) }
  }
}
