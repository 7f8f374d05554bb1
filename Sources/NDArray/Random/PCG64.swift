/// The bit generator of `numpy.random.default_rng`: PCG XSL-RR 128/64, period 2¹²⁸.
///
/// A 128-bit linear congruential generator whose state is folded to 64 bits and rotated by its own
/// top six bits (M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
/// Algorithms for Random Number Generation", HMC-CS-2014-0905).
///
/// Like NumPy's it hands out 32-bit numbers as the two halves of one 64-bit number and keeps the
/// unused half, so that the order of calls decides the stream.
public struct PCG64: RandomNumberGenerator, Sendable, Hashable {
  /// The state of the congruential generator.
  public private(set) var state: UInt128

  /// Its odd increment, which selects the stream.
  public let increment: UInt128

  /// The upper half of the last number that `next32()` has split.
  private var upperHalf: UInt32?

  private static let multiplier: UInt128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645

  /// The generator that NumPy seeds with the same sequence.
  public init(_ seed: SeedSequence) {
    let words = seed.generateState(8).map { UInt128($0) }
    let initial = words[1] << 96 | words[0] << 64 | words[3] << 32 | words[2]
    let stream = words[5] << 96 | words[4] << 64 | words[7] << 32 | words[6]
    increment = stream << 1 | 1
    state = (increment &+ initial) &* Self.multiplier &+ increment
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state = state &* Self.multiplier &+ increment
    let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let rotation = UInt64(truncatingIfNeeded: state >> 122)
    return folded &>> rotation | folded &<< (64 &- rotation)
  }

  /// The next 32 random bits: the lower half of a new number, then its upper half.
  mutating func next32() -> UInt32 {
    if let half = upperHalf {
      upperHalf = nil
      return half
    }
    let bits = next()
    upperHalf = UInt32(truncatingIfNeeded: bits >> 32)
    return UInt32(truncatingIfNeeded: bits)
  }

  /// Moves the stream on by `steps` numbers, in O(log steps), and drops a kept half, as NumPy does.
  ///
  /// F. Brown, "Random Number Generation with Arbitrary Strides", 1994.
  public mutating func advance(by steps: UInt128) {
    var multiplier = Self.multiplier
    var addend = increment
    var rest = steps
    while rest > 0 {
      if rest & 1 == 1 {
        state = state &* multiplier &+ addend
      }
      addend = (multiplier &+ 1) &* addend
      multiplier = multiplier &* multiplier
      rest >>= 1
    }
    upperHalf = nil
  }

  /// The generator a long way, (φ − 1) · 2¹²⁸ numbers, further on, as NumPy's `jumped()`.
  public func jumped() -> PCG64 {
    var copy = self
    copy.advance(by: 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
    return copy
  }
}
