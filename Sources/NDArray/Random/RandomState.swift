/// A source of random numbers equal, number for number, to `numpy.random.RandomState(seed)`, and so
/// to NumPy after `numpy.random.seed(seed)`, which most tutorials still use.
///
/// ```swift
/// var rng = RandomState(seed: 0)
/// print(rng.rand(3))               // [0.5488135  0.71518937 0.60276338]
/// print(rng.randint(0..<10, [3]))  // [3 7 9]
/// let noise = rng.randn(4)
/// ```
///
/// NumPy has frozen this stream (NEP 19). New programs take ``Generator``, which is faster and has
/// the better algorithms. A random state is a value: a copy repeats the same numbers.
public struct RandomState: RandomNumberGenerator, Sendable, Hashable {
  /// The source of the random bits.
  public var bitGenerator: MT19937

  /// The second of the two normal numbers that the polar method has drawn last.
  var spareNormal: Double?

  /// The state of `numpy.random.RandomState(seed)`. Traps unless the seed is in 0 ..< 2³².
  public init(seed: Int) {
    guard let seed = UInt32(exactly: seed) else {
      fail("RandomState: seed must be between 0 and 2**32 - 1, got \(seed)")
    }
    bitGenerator = MT19937(seed: seed)
  }

  /// The state of `numpy.random.RandomState([…])`. Traps when the seed is empty or one of its numbers
  /// is not in 0 ..< 2³².
  public init(seed: [Int]) {
    bitGenerator = MT19937(
      seed: seed.map { number in
        guard let word = UInt32(exactly: number) else {
          fail("RandomState: seed must be between 0 and 2**32 - 1, got \(seed)")
        }
        return word
      })
  }

  /// The state of `numpy.random.RandomState(bit_generator)`.
  public init(_ bitGenerator: MT19937) {
    self.bitGenerator = bitGenerator
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 { bitGenerator.next() }

  /// Random bytes, as NumPy's `bytes(count)`.
  public mutating func bytes(_ count: Int) -> [UInt8] { sourceBytes(count) }
}

extension RandomState: RandomSource {
  static var isLegacy: Bool { true }

  mutating func next32() -> UInt32 { bitGenerator.next32() }

  mutating func nextDouble() -> Double { bitGenerator.nextDouble() }

  /// The polar method: a point in the unit disc gives two normal numbers, of which the second waits
  /// for the next call (G. Marsaglia and T. A. Bray, "A convenient method for generating normal
  /// variables", SIAM Review 6(3), 1964).
  mutating func nextNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * nextDouble() - 1
      let y = 2 * nextDouble() - 1
      let square = x * x + y * y
      if square >= 1 || square == 0 { continue }
      let factor = Self.polarFactor(square)
      spareNormal = factor * x
      return factor * y
    }
  }

  @inline(__always)
  static func polarFactor(_ square: Double) -> Double {
    (-2 * Double.log(square) / square).squareRoot()
  }

  mutating func nextExponential() -> Double { -Double.log(1 - nextDouble()) }
}

extension RandomState: RandomDistributions {
  public static var _isLegacy: Bool { isLegacy }

  public mutating func _draw(_ distribution: _Continuous) -> Double { sample(distribution) }

  public mutating func _draw(_ distribution: _Discrete) -> Int { sample(distribution) }

  public mutating func _fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, from distribution: _Continuous
  ) {
    switch distribution {
    case .uniform(let low, let high): fillUniform(buffer, low, high)
    case .normal(let mean, let deviation): fillNormal(buffer, mean, deviation)
    default: fill(buffer, from: distribution)
    }
  }

  public mutating func _fill(
    _ buffer: UnsafeMutableBufferPointer<Int>, from distribution: _Discrete
  ) {
    fill(buffer, from: distribution)
  }

  public mutating func _permutation(_ count: Int) -> [Int] { sourcePermutation(count) }
}
