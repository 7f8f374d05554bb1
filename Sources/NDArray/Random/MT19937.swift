import CKernels

/// The bit generator of `numpy.random.RandomState`: the Mersenne twister with period 2¹⁹⁹³⁷ − 1.
///
/// 624 words of 32 bits follow from the 624 before them by a linear recurrence over bits and are
/// tempered on their way out (M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-dimensionally
/// equidistributed uniform pseudo-random number generator", ACM Transactions on Modeling and
/// Computer Simulation 8(1), 1998; seeding as their revision of 2002).
public struct MT19937: RandomNumberGenerator, Sendable, Hashable {
  private static let length = 624

  private var words: [UInt32]
  /// The word that comes out next; `length` when all have been used.
  private var position: Int

  /// The generator that NumPy's `RandomState(seed)` holds, `init_genrand` of the authors.
  public init(seed: UInt32) {
    var word = seed
    words = (1...UInt32(Self.length)).map { index in
      defer { word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index }
      return word
    }
    position = Self.length
  }

  /// The generator that NumPy's `RandomState([…])` holds, `init_by_array` of the authors. Traps when
  /// the seed is empty.
  public init(seed: [UInt32]) {
    require(!seed.isEmpty, "RandomState: seed must be non-empty")
    self.init(seed: 19_650_218)
    var index = 1
    func previous() -> UInt32 { words[index - 1] ^ (words[index - 1] >> 30) }
    func step() {
      index += 1
      if index == Self.length {
        words[0] = words[Self.length - 1]
        index = 1
      }
    }
    for count in 0..<max(Self.length, seed.count) {
      let key = count % seed.count
      words[index] = (words[index] ^ (previous() &* 1_664_525)) &+ seed[key] &+ UInt32(key)
      step()
    }
    for _ in 1..<Self.length {
      words[index] = (words[index] ^ (previous() &* 1_566_083_941)) &- UInt32(index)
      step()
    }
    words[0] = 0x8000_0000
  }

  /// The generator that NumPy's `MT19937(seed)` makes of the same seed sequence.
  public init(_ seed: SeedSequence) {
    words = seed.generateState(Self.length)
    words[0] = 0x8000_0000
    position = Self.length - 1
  }

  /// The next 64 random bits: two numbers of 32 bits, the upper half first.
  public mutating func next() -> UInt64 {
    let upper = next32()
    return UInt64(upper) << 32 | UInt64(next32())
  }

  /// The next 32 random bits.
  public mutating func next32() -> UInt32 {
    if position == Self.length { twist() }
    var word = words[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    words.withUnsafeMutableBufferPointer { ck_twist($0.baseAddress) }
    position = 0
  }

  /// A number in [0, 1): 27 and 26 bits of two words.
  mutating func nextDouble() -> Double {
    let upper = next32() >> 5
    let lower = next32() >> 6
    return (Double(upper) * 67_108_864 + Double(lower)) / 9_007_199_254_740_992
  }

  /// The next numbers in [0, 1), as many as the words at hand are enough for, but none past the end of `buffer`, and
  /// only `multiple` at a time. They stay the next ones until ``skip(_:)``.
  ///
  /// - Returns: how many there are.
  mutating func peek(_ buffer: UnsafeMutableBufferPointer<Double>, multiple: Int = 1) -> Int {
    if position == Self.length { twist() }
    let ready = Swift.min((Self.length - position) / 2, buffer.count)
    let count = ready - ready % multiple
    words.withUnsafeBufferPointer {
      ck_twister_doubles($0.baseAddress! + position, buffer.baseAddress, count)
    }
    return count
  }

  /// Leaves out `count` numbers that were peeked at.
  mutating func skip(_ count: Int) { position += 2 * count }
}
