/// Turns a seed of any size into well-mixed words of state, exactly as `numpy.random.SeedSequence`.
///
/// The seed is spread over a pool of four 32-bit words, so that seeds that differ in one bit give
/// unrelated streams. The construction is M. E. O'Neill's `seed_seq` ("Developing a seed_seq
/// alternative", 2015) as adopted by NumPy (NEP 19).
///
/// ```swift
/// print(SeedSequence(0).generateState(2))  // [2968811710, 3677149159]
/// ```
public struct SeedSequence: Sendable, Hashable {
  /// The seed as 32-bit words, least significant first.
  public let entropy: [UInt32]

  /// Where this sequence stands in the tree of spawned sequences: empty at the root.
  public let spawnKey: [UInt32]

  /// How many children `spawn(_:)` has made so far.
  public private(set) var spawnedCount = 0

  private let pool: [UInt32]

  /// A sequence from one non-negative integer of any width. A negative seed traps.
  public init(_ seed: some BinaryInteger) {
    self.init(words: Self.words(of: seed), spawnKey: [])
  }

  /// A sequence from several non-negative integers of any width. A negative one traps.
  public init(_ seed: [some BinaryInteger]) {
    self.init(words: seed.flatMap { Self.words(of: $0) }, spawnKey: [])
  }

  private init(words: [UInt32], spawnKey: [UInt32]) {
    entropy = words
    self.spawnKey = spawnKey
    pool = Self.mixedPool(entropy: words, spawnKey: spawnKey)
  }

  /// `count` words of state, as NumPy's `generate_state(count)`. O(count). Traps when `count` is negative.
  public func generateState(_ count: Int) -> [UInt32] {
    require(count >= 0, "generateState: the number of words must not be negative, got \(count)")
    requireMemory(for: count, of: UInt32.self, "generateState")
    var constant: UInt32 = 0x8b51_f9dd
    return (0..<count).map { index in
      var word = pool[index % pool.count] ^ constant
      constant &*= 0x58f3_8ded
      word &*= constant
      return word ^ (word >> 16)
    }
  }

  /// `count` words of 64 bits, each of two of 32, the lower first, as NumPy's `generate_state(count, uint64)`. O(count).
  /// Traps when `count` is negative.
  ///
  /// ```swift
  /// let words: [UInt64] = SeedSequence(0).generateState(1)
  /// print(words)  // [15793235383387715774]
  /// ```
  @_disfavoredOverload
  public func generateState(_ count: Int) -> [UInt64] {
    let (size, isHuge) = count.multipliedReportingOverflow(by: 2)
    require(!isHuge, "generateState: \(count) words of 64 bits are more than an Int can count")
    requireMemory(for: count, of: UInt64.self, "generateState")
    let halves: [UInt32] = generateState(size)
    return stride(from: 0, to: size, by: 2).map {
      UInt64(halves[$0 + 1]) << 32 | UInt64(halves[$0])
    }
  }

  /// Independent sequences for `count` further streams, as NumPy's `spawn(count)`. Traps when `count` is
  /// negative.
  public mutating func spawn(_ count: Int) -> [SeedSequence] {
    require(count >= 0, "spawn: the number of children must not be negative, got \(count)")
    // Each has lists of its own, of some hundred bytes.
    requireMemory(for: count, of: (SeedSequence, SIMD32<Double>).self, "spawn")
    defer { spawnedCount += count }
    return (spawnedCount..<spawnedCount + count).map { child in
      SeedSequence(words: entropy, spawnKey: spawnKey + Self.words(of: child))
    }
  }

  /// The 32-bit digits of a non-negative integer, least significant first; zero has one digit.
  private static func words(of seed: some BinaryInteger) -> [UInt32] {
    require(seed >= 0, "Generator: expected non-negative integer as seed, got \(seed)")
    var words = [UInt32(truncatingIfNeeded: seed)]
    var rest = seed >> 32
    while rest != 0 {
      words.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    return words
  }

  private static func mixedPool(entropy: [UInt32], spawnKey: [UInt32]) -> [UInt32] {
    let size = 4
    var words = entropy
    if !spawnKey.isEmpty, words.count < size {
      words += Array(repeating: 0, count: size - words.count)
    }
    words += spawnKey

    var constant: UInt32 = 0x43b0_d7e5
    func hashed(_ word: UInt32) -> UInt32 {
      var word = word ^ constant
      constant &*= 0x931e_8875
      word &*= constant
      return word ^ (word >> 16)
    }
    func mixed(_ x: UInt32, _ y: UInt32) -> UInt32 {
      let result = 0xca01_f9dd &* x &- 0x4973_f715 &* y
      return result ^ (result >> 16)
    }

    var pool = (0..<size).map { hashed($0 < words.count ? words[$0] : 0) }
    for source in 0..<size {
      for target in 0..<size where source != target {
        pool[target] = mixed(pool[target], hashed(pool[source]))
      }
    }
    for word in words.dropFirst(size) {
      for target in 0..<size {
        pool[target] = mixed(pool[target], hashed(word))
      }
    }
    return pool
  }
}
