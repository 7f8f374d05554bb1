/// The distributions that ``Generator`` and ``RandomState`` both draw from.
///
/// Each method has three forms: one number; an array of numbers, given the `shape`; and one number
/// for each set of parameters, given as arrays, which broadcast.
///
/// ```swift
/// var rng = Generator(seed: 42)
/// rng.gamma(2, scale: 3)                     // a Double
/// rng.poisson(4, shape: [2, 3])              // an NDArray<Int>
/// rng.exponential(scale: [0.1, 1, 10])       // an NDArray<Double> of shape [3]
/// ```
///
/// Both types draw what NumPy draws, bit for bit, each by its own algorithms; parameters outside the
/// range of a distribution trap. The requirements that begin with an underscore are the library's
/// kernels; types outside this module do not conform.
public protocol RandomDistributions: RandomNumberGenerator {
  static var _isLegacy: Bool { get }
  mutating func _draw(_ distribution: _Continuous) -> Double
  mutating func _draw(_ distribution: _Discrete) -> Int
  mutating func _fill(_ buffer: UnsafeMutableBufferPointer<Double>, from: _Continuous)
  mutating func _fill(_ buffer: UnsafeMutableBufferPointer<Int>, from: _Discrete)
  mutating func _permutation(_ count: Int) -> [Int]
}

extension Generator: RandomDistributions {
  public static var _isLegacy: Bool { PCG64.isLegacy }

  public mutating func _draw(_ distribution: _Continuous) -> Double {
    bitGenerator.sample(distribution)
  }

  public mutating func _draw(_ distribution: _Discrete) -> Int {
    bitGenerator.sample(distribution)
  }

  public mutating func _fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, from distribution: _Continuous
  ) {
    guard case .exponential(let scale) = distribution else {
      return bitGenerator.fill(buffer, from: distribution)
    }
    bitGenerator.fillExponential(buffer)
    for index in buffer.indices { buffer[index] *= scale }
  }

  public mutating func _fill(
    _ buffer: UnsafeMutableBufferPointer<Int>, from distribution: _Discrete
  ) {
    bitGenerator.fill(buffer, from: distribution)
  }

  public mutating func _permutation(_ count: Int) -> [Int] { bitGenerator.sourcePermutation(count) }
}

// MARK: - One number, many, or one for each set of parameters

extension RandomDistributions {
  mutating func draw(_ distribution: _Continuous) -> Double { _draw(distribution.checked) }

  mutating func draw(_ distribution: _Discrete) -> Int { _draw(distribution.checked) }

  mutating func draw(
    _ distribution: _Continuous, _ shape: [Int], _ operation: StaticString
  ) -> NDArray<Double> {
    let distribution = distribution.checked
    return NDArray(shape, drawnBy: operation) { _fill($0, from: distribution) }
  }

  mutating func draw(
    _ distribution: _Discrete, _ shape: [Int], _ operation: StaticString
  ) -> NDArray<Int> {
    let distribution = distribution.checked
    return NDArray(shape, drawnBy: operation) { _fill($0, from: distribution) }
  }

  /// One number for each set of parameters.
  mutating func draw<each Parameter: NDScalar>(
    _ parameters: repeat NDArray<each Parameter>, shape: [Int]?, _ operation: StaticString,
    _ make: (repeat each Parameter) -> _Continuous
  ) -> NDArray<Double> {
    let shape = commonShape(repeat each parameters, shape: shape, operation)
    requireMemory(for: shape.product, of: Double.self, operation)
    let values = (repeat (each parameters).broadcast(to: shape, in: operation).elements)
    return NDArray(shape: shape) { out in
      for i in 0..<shape.product { out[i] = draw(make(repeat (each values)[i])) }
    }
  }

  /// One integer for each set of parameters.
  mutating func draw<each Parameter: NDScalar>(
    _ parameters: repeat NDArray<each Parameter>, shape: [Int]?, _ operation: StaticString,
    _ make: (repeat each Parameter) -> _Discrete
  ) -> NDArray<Int> {
    let shape = commonShape(repeat each parameters, shape: shape, operation)
    requireMemory(for: shape.product, of: Double.self, operation)
    let values = (repeat (each parameters).broadcast(to: shape, in: operation).elements)
    return NDArray(shape: shape) { out in
      for i in 0..<shape.product { out[i] = draw(make(repeat (each values)[i])) }
    }
  }

  /// The shape asked for, or the one that the parameters broadcast to.
  private func commonShape<each Parameter: NDScalar>(
    _ parameters: repeat NDArray<each Parameter>, shape: [Int]?, _ operation: StaticString
  ) -> Dims {
    if let shape { return Dims(checking: shape, for: operation) }
    var common: Dims = []
    for parameter in repeat each parameters {
      common = Layout.broadcast(common, parameter.layout.shape, in: operation)
    }
    return common
  }
}
