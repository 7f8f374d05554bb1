/// A source of random numbers equal, number for number, to `numpy.random.default_rng(seed)`.
///
/// ```swift
/// var rng = Generator(seed: 42)
/// print(rng.random())               // 0.7739560485559633
/// print(rng.integers(0..<10, [5]))  // [6 4 4 8 0]
/// let noise = rng.standardNormal([2, 3])
/// ```
///
/// A generator is a value: a copy repeats the same numbers, so that a run can be replayed from any
/// point. Where NumPy shares one generator between functions, pass it `inout` here. It is a Swift
/// `RandomNumberGenerator` as well and serves `Int.random(in:using:)` and the like, whose algorithms
/// are Swift's and not NumPy's.
///
/// NumPy keeps the streams of `default_rng` stable except for announced changes (NEP 19); the
/// reference here is NumPy 2.4.
public struct Generator: RandomNumberGenerator, Sendable, Hashable {
  /// The source of the random bits.
  public var bitGenerator: PCG64

  private var seedSequence: SeedSequence

  /// The generator `numpy.random.default_rng(seed)`. A negative seed traps.
  public init(seed: some BinaryInteger) {
    self.init(SeedSequence(seed))
  }

  /// The generator `numpy.random.default_rng([…])`, for instance `[runSeed, epoch]`.
  /// A negative number traps.
  public init(seed: [some BinaryInteger]) {
    self.init(SeedSequence(seed))
  }

  /// The generator that NumPy makes of the same seed sequence.
  public init(_ seedSequence: SeedSequence) {
    self.seedSequence = seedSequence
    bitGenerator = PCG64(seedSequence)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    bitGenerator.next()
  }

  /// Independent generators for `count` parallel workers, as NumPy's `spawn`.
  public mutating func spawn(_ count: Int) -> [Generator] {
    seedSequence.spawn(count).map(Generator.init)
  }
}
