/// A stream of random bits from which NumPy's distributions are drawn.
///
/// The algorithms stand once, in the extensions of this protocol; the two streams differ in their
/// bits, in how they draw normal and exponential numbers, and, where NumPy has improved a
/// distribution for `Generator` and kept it for `RandomState` (NEP 19), in `isLegacy`.
protocol RandomSource {
  /// Whether the distributions are those of NumPy 1.16, kept for `RandomState`.
  static var isLegacy: Bool { get }
  /// The next 64 random bits.
  mutating func next() -> UInt64
  /// The next 32 random bits.
  mutating func next32() -> UInt32
  /// A number in [0, 1) with 53 random bits.
  mutating func nextDouble() -> Double
  /// A number from the normal distribution with mean 0 and variance 1.
  mutating func nextNormal() -> Double
  /// A number from the exponential distribution with mean 1.
  mutating func nextExponential() -> Double
}

extension PCG64: RandomSource {
  static var isLegacy: Bool { false }

  mutating func nextNormal() -> Double {
    Ziggurat<Double, UInt64>.normal.layers.withUnsafeBufferPointer {
      nextNormal($0.baseAddress!)
    }
  }

  mutating func nextExponential() -> Double {
    Ziggurat<Double, UInt64>.exponential.layers.withUnsafeBufferPointer {
      nextExponential($0.baseAddress!)
    }
  }
}

extension RandomSource {
  /// A number in 0...maximum: random bits, cut to the width of `maximum`, until they do not exceed
  /// it. NumPy shuffles with these numbers, and `RandomState` draws integers so.
  mutating func nextMasked(upTo maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      let bits = maximum <= UInt64(UInt32.max) ? UInt64(next32()) : next()
      let value = bits & mask
      if value <= maximum { return value }
    }
  }
}
