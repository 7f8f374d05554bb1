import NDArray

/// How far a result may be from NumPy's.
enum Tolerance: Equatable {
  /// Any NaN equals any NaN; −0 differs from 0.
  case exact
  /// So many representable numbers of the dtype apart; 0 and −0 are equal.
  case ulp(Int)
  /// |got − expected| ≤ absolute + relative·|expected|
  case close(relative: Double, absolute: Double)

  init(_ json: JSON) throws {
    if json.text == "exact" {
      self = .exact
    } else if let ulp = json["ulp"]?.int {
      self = .ulp(ulp)
    } else if let relative = json["rtol"]?.double, let absolute = json["atol"]?.double {
      self = .close(relative: relative, absolute: absolute)
    } else {
      throw Malformed("no such tolerance: \(json.line)")
    }
  }

  /// Where and how `got` differs from `wanted`, or nil.
  func difference(_ got: Record, _ wanted: Record) -> String? {
    if got.dtype != wanted.dtype { return "dtype \(got.dtype) instead of \(wanted.dtype)" }
    if got.shape != wanted.shape { return "shape \(got.shape) instead of \(wanted.shape)" }
    guard case .floats(let a) = got.values, case .floats(let b) = wanted.values else {
      return got.values == wanted.values ? nil : "elements differ"
    }
    for i in a.indices where !accepts(a[i], b[i], wanted.dtype) {
      return "element \(i) is \(a[i]) instead of \(b[i])"
    }
    return nil
  }

  private func accepts(_ got: Double, _ wanted: Double, _ dtype: DType) -> Bool {
    if got.isNaN || wanted.isNaN { return got.isNaN && wanted.isNaN }
    switch self {
    case .exact:
      return got == wanted && got.sign == wanted.sign
    case .ulp(let limit):
      let distance =
        dtype == .float32
        ? Tolerance.distance(Int(Float(got).bitPattern), Int(Float(wanted).bitPattern), bits: 32)
        : Tolerance.distance(
          Int(bitPattern: UInt(got.bitPattern)), Int(bitPattern: UInt(wanted.bitPattern)), bits: 64)
      return got == wanted || distance <= UInt(limit)
    case .close(let relative, let absolute):
      return got == wanted
        || got.isFinite && (got - wanted).magnitude <= absolute + relative * wanted.magnitude
    }
  }

  /// How many representable numbers lie between two bit patterns.
  private static func distance(_ a: Int, _ b: Int, bits: Int) -> UInt {
    func ordered(_ pattern: Int) -> Int {
      let sign = 1 << (bits - 1)
      return pattern & sign == 0 ? pattern : sign &- pattern
    }
    let (x, y) = (ordered(a), ordered(b))
    return x > y ? UInt(bitPattern: x &- y) : UInt(bitPattern: y &- x)
  }
}
