extension PCG64 {
  mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, from: Ziggurat<Double, UInt64>.normal.layers) { $0.nextNormal($1) }
  }

  mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Float>) {
    fill(buffer, from: Ziggurat<Float, UInt32>.normal.layers) { $0.nextNormal($1) }
  }

  mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, from: Ziggurat<Double, UInt64>.exponential.layers) { $0.nextExponential($1) }
  }

  mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Float>) {
    fill(buffer, from: Ziggurat<Float, UInt32>.exponential.layers) { $0.nextExponential($1) }
  }

  /// Fills the buffer from a copy of the generator, which the optimiser can keep in registers.
  @inline(__always)
  private mutating func fill<Real, Layer>(
    _ buffer: UnsafeMutableBufferPointer<Real>, from layers: [Layer],
    draw: (inout PCG64, UnsafePointer<Layer>) -> Real
  ) {
    layers.withUnsafeBufferPointer { layers in
      let layers = layers.baseAddress!
      var generator = self
      for index in buffer.indices {
        buffer.initializeElement(at: index, to: draw(&generator, layers))
      }
      self = generator
    }
  }
}

extension Generator {
  /// A number from the normal distribution with mean 0 and variance 1, as NumPy's
  /// `standard_normal()`.
  public mutating func standardNormal() -> Double {
    drawOne { $0.fillNormal($1) }
  }

  /// A single-precision standard normal number, as `standard_normal(dtype=numpy.float32)`.
  public mutating func standardNormal(as type: Float.Type) -> Float {
    drawOne { $0.fillNormal($1) }
  }

  /// Standard normal numbers, drawn in C order, as NumPy's `standard_normal(shape)`.
  public mutating func standardNormal(_ shape: [Int]) -> NDArray<Double> {
    NDArray(shape, drawnBy: "standardNormal") { bitGenerator.fillNormal($0) }
  }

  /// Single-precision standard normal numbers, as `standard_normal(shape, dtype=numpy.float32)`.
  public mutating func standardNormal(_ shape: [Int], as type: Float.Type) -> NDArray<Float> {
    NDArray(shape, drawnBy: "standardNormal") { bitGenerator.fillNormal($0) }
  }

  /// A number from the normal distribution, as NumPy's `normal(loc, scale)`.
  /// A negative standard deviation traps.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    Self.check(standardDeviation: standardDeviation)
    return mean + standardDeviation * standardNormal()
  }

  /// Numbers from the normal distribution, drawn in C order, as NumPy's
  /// `normal(loc, scale, shape)`. A negative standard deviation traps.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> NDArray<Double> {
    Self.check(standardDeviation: standardDeviation)
    return NDArray(shape, drawnBy: "normal") { buffer in
      bitGenerator.fillNormal(buffer)
      for index in buffer.indices { buffer[index] = mean + standardDeviation * buffer[index] }
    }
  }

  private static func check(standardDeviation: Double) {
    require(!(standardDeviation < 0), "normal: scale < 0 (\(standardDeviation))")
  }

  /// The single number that `fill` writes.
  private mutating func drawOne<Real: BinaryFloatingPoint>(
    _ fill: (inout PCG64, UnsafeMutableBufferPointer<Real>) -> Void
  ) -> Real {
    withUnsafeTemporaryAllocation(of: Real.self, capacity: 1) {
      fill(&bitGenerator, $0)
      return $0[0]
    }
  }
}

extension Generator {
  /// A number from the exponential distribution with mean 1, as NumPy's `standard_exponential()`.
  public mutating func standardExponential() -> Double {
    drawOne { $0.fillExponential($1) }
  }

  /// Numbers from the exponential distribution with mean 1, each from one uniform number by the inverse of
  /// the distribution function, as NumPy's `standard_exponential(shape, method='inv')`.
  public mutating func standardExponentialByInversion(_ shape: [Int]) -> NDArray<Double> {
    -log1p(-random(shape))
  }

  /// A single-precision number from the exponential distribution with mean 1, as
  /// `standard_exponential(dtype=numpy.float32)`.
  public mutating func standardExponential(as type: Float.Type) -> Float {
    drawOne { $0.fillExponential($1) }
  }

  /// Numbers from the exponential distribution with mean 1, drawn in C order, as NumPy's
  /// `standard_exponential(shape)`.
  public mutating func standardExponential(_ shape: [Int]) -> NDArray<Double> {
    NDArray(shape, drawnBy: "standardExponential") { bitGenerator.fillExponential($0) }
  }

  /// Single-precision numbers from the exponential distribution with mean 1, as
  /// `standard_exponential(shape, dtype=numpy.float32)`.
  public mutating func standardExponential(_ shape: [Int], as type: Float.Type) -> NDArray<Float> {
    NDArray(shape, drawnBy: "standardExponential") { bitGenerator.fillExponential($0) }
  }
}
