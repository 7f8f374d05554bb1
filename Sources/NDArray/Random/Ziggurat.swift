/// The layers of a ziggurat: a stack of 256 rectangles of equal area over a falling density.
///
/// A random layer and a random point in it are accepted at once, without evaluating the density,
/// when the point lies under the layer above, which happens in about 99 of 100 draws. Otherwise the
/// point is tested against the density, and in layer 0 the tail is sampled.
/// Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", Journal of
/// Statistical Software 5(8), 2000.
struct Ziggurat<Real: BinaryFloatingPoint & Sendable, Bits: FixedWidthInteger & Sendable>: Sendable
{
  struct Layer {
    let threshold: Bits
    let width: Real
    let density: Real
  }

  let layers: [Layer]

  init(threshold: [Bits], width: [Real], density: [Real]) {
    layers = zip(threshold, zip(width, density)).map {
      Layer(threshold: $0, width: $1.0, density: $1.1)
    }
  }
}

extension Ziggurat.Layer: Sendable {}

extension Ziggurat where Real == Double, Bits == UInt64 {
  static let normal = Ziggurat(
    threshold: ZigguratNormalTables.threshold,
    width: ZigguratNormalTables.width.map(Double.init(bitPattern:)),
    density: ZigguratNormalTables.density.map(Double.init(bitPattern:)))

  static let exponential = Ziggurat(
    threshold: ZigguratExponentialTables.threshold,
    width: ZigguratExponentialTables.width.map(Double.init(bitPattern:)),
    density: ZigguratExponentialTables.density.map(Double.init(bitPattern:)))
}

extension Ziggurat where Real == Float, Bits == UInt32 {
  /// The 52-bit layers rounded to the 23 bits that a single-precision draw uses.
  static let normal = Ziggurat(
    threshold: ZigguratNormalTables.threshold.map { UInt32(($0 + (1 << 28)) >> 29) },
    width: ZigguratNormalTables.width.map { Float(Double(bitPattern: $0) * 0x1p29) },
    density: ZigguratNormalTables.density.map { Float(Double(bitPattern: $0)) })

  /// The 53-bit layers rounded to 23 bits.
  static let exponential = Ziggurat(
    threshold: ZigguratExponentialTables.threshold.map { UInt32(($0 + (1 << 29)) >> 30) },
    width: ZigguratExponentialTables.floatWidth.map(Float.init(bitPattern:)),
    density: ZigguratExponentialTables.floatDensity.map(Float.init(bitPattern:)))
}

/// Where the tail of the normal ziggurat begins, and its inverse.
private let normalEdge = 3.6541528853610087963519472518
private let inverseNormalEdge = 0.27366123732975827203338247596

/// Where the tail of the exponential ziggurat begins.
private let exponentialEdge = 7.69711747013104972

extension PCG64 {
  /// A standard normal number: 8 bits choose the layer, one the sign, 52 the point in the layer.
  mutating func nextNormal(_ layers: UnsafePointer<Ziggurat<Double, UInt64>.Layer>) -> Double {
    while true {
      let bits = next()
      let index = Int(bits & 0xff)
      let magnitude = (bits >> 9) & 0x000f_ffff_ffff_ffff
      let layer = layers[index]
      let distance = Double(magnitude) * layer.width
      // The sign without a branch, which would be foretold wrongly half of the time.
      let value = Double(bitPattern: distance.bitPattern | (bits & 0x100) << 55)
      if magnitude < layer.threshold { return value }
      if index == 0 {
        return normalTail(isNegative: (magnitude >> 8) & 1 != 0)
      }
      let height = (layers[index - 1].density - layer.density) * nextDouble() + layer.density
      if height < Double.exp(-0.5 * value * value) { return value }
    }
  }

  /// Marsaglia's method for the tail beyond the last layer.
  private mutating func normalTail(isNegative: Bool) -> Double {
    while true {
      let x = -inverseNormalEdge * Double.log1p(-nextDouble())
      let y = -Double.log1p(-nextDouble())
      if y + y > x * x {
        return isNegative ? -(normalEdge + x) : normalEdge + x
      }
    }
  }

  /// A single-precision standard normal number from 8 + 1 + 23 bits.
  mutating func nextNormal(_ layers: UnsafePointer<Ziggurat<Float, UInt32>.Layer>) -> Float {
    while true {
      let bits = next32()
      let index = Int(bits & 0xff)
      let magnitude = bits >> 9
      let layer = layers[index]
      let distance = Float(magnitude) * layer.width
      let value = Float(bitPattern: distance.bitPattern | (bits & 0x100) << 23)
      if magnitude < layer.threshold { return value }
      if index == 0 {
        return normalFloatTail(isNegative: (magnitude >> 8) & 1 != 0)
      }
      let height = (layers[index - 1].density - layer.density) * nextFloat() + layer.density
      if Double(height) < Double.exp(-0.5 * Double(value) * Double(value)) { return value }
    }
  }

  private mutating func normalFloatTail(isNegative: Bool) -> Float {
    while true {
      let x = -Float(inverseNormalEdge) * Float.log1p(-nextFloat())
      let y = -Float.log1p(-nextFloat())
      if y + y > x * x {
        return isNegative ? -(Float(normalEdge) + x) : Float(normalEdge) + x
      }
    }
  }

  /// A standard exponential number: 8 bits choose the layer, 53 the point in it.
  mutating func nextExponential(_ layers: UnsafePointer<Ziggurat<Double, UInt64>.Layer>) -> Double {
    while true {
      let bits = next() >> 3
      let index = Int(bits & 0xff)
      let magnitude = bits >> 8
      let layer = layers[index]
      let value = Double(magnitude) * layer.width
      if magnitude < layer.threshold { return value }
      if index == 0 { return exponentialEdge - Double.log1p(-nextDouble()) }
      let height = (layers[index - 1].density - layer.density) * nextDouble() + layer.density
      if height < Double.exp(-value) { return value }
    }
  }

  /// A single-precision standard exponential number from 8 + 23 bits.
  mutating func nextExponential(_ layers: UnsafePointer<Ziggurat<Float, UInt32>.Layer>) -> Float {
    while true {
      let bits = next32() >> 1
      let index = Int(bits & 0xff)
      let magnitude = bits >> 8
      let layer = layers[index]
      let value = Float(magnitude) * layer.width
      if magnitude < layer.threshold { return value }
      if index == 0 { return Float(exponentialEdge) - Float.log1p(-nextFloat()) }
      let height = (layers[index - 1].density - layer.density) * nextFloat() + layer.density
      if height < Float.exp(-value) { return value }
    }
  }
}
