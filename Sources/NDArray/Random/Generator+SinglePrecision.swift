extension PCG64 {
  /// A single-precision gamma number of the given shape and scale 1.
  fileprivate mutating func nextGamma(_ shape: Float) -> Float {
    gammaNumber(
      shape, uniform: { nextFloat() },
      normal: {
        Ziggurat<Float, UInt32>.normal.layers.withUnsafeBufferPointer {
          nextNormal($0.baseAddress!)
        }
      },
      exponential: {
        Ziggurat<Float, UInt32>.exponential.layers.withUnsafeBufferPointer {
          nextExponential($0.baseAddress!)
        }
      })
  }
}

extension Generator {
  /// A single-precision number from the gamma distribution of shape `k` and scale 1, as NumPy's
  /// `standard_gamma(shape, dtype=numpy.float32)`. Traps when `k` is negative.
  public mutating func standardGamma(_ k: Float, as type: Float.Type) -> Float {
    standardGamma(k, shape: [], as: type).scalar
  }

  /// Single-precision numbers from the gamma distribution of shape `k` and scale 1, drawn in C order, as
  /// NumPy's `standard_gamma(shape, shape, dtype=numpy.float32)`. Traps when `k` is negative.
  public mutating func standardGamma(
    _ k: Float, shape: [Int], as type: Float.Type
  ) -> NDArray<Float> {
    require(k >= 0, "standardGamma: shape < 0 (\(k))")
    return NDArray(shape, drawnBy: "standardGamma") { buffer in
      for i in buffer.indices { buffer.initializeElement(at: i, to: bitGenerator.nextGamma(k)) }
    }
  }
}
