import Foundation

/// The magnitude of a finite floating-point number in decimal: the digits before and after the point,
/// and a power of ten in scientific notation.
struct DecimalDigits {
  var integer: String
  var fraction: String
  var exponent = 0

  /// How many digits to write after the point.
  struct Count {
    /// At most this many; nil for no bound.
    var maximum: Int?
    /// At least this many.
    var minimum = 0
    /// Whether fewer than `maximum` are enough where they tell the number from its neighbours.
    var unique = true
  }

  /// `x` without an exponent.
  ///
  /// Digits cut off are rounded from the exact value, half to even, as NumPy's Dragon4 does; digits
  /// asked for beyond the shortest ones are those of the exact value.
  init(positional x: some NDFloat, _ count: Count) {
    let (digits, exponent) = DecimalDigits.shortest(x)
    let places = Swift.max(digits.count - 1 - exponent, 0)
    if let exact = count.exact(whenShortestIs: places) {
      let text = DecimalDigits.print("%.*f", x, exact).filter(\.isNumber)
      integer = String(text.dropLast(exact))
      fraction = String(text.suffix(exact))
      trim(count)
    } else {
      let padded =
        String(repeating: "0", count: Swift.max(-exponent, 0)) + digits
        + String(repeating: "0", count: Swift.max(exponent + 1 - digits.count, 0))
      integer = String(padded.dropLast(places))
      fraction = String(padded.suffix(places))
    }
  }

  /// `x` as a number from 1 up to 10 times a power of ten.
  init(scientific x: some NDFloat, _ count: Count) {
    var (digits, exponent) = DecimalDigits.shortest(x)
    let exact = count.exact(whenShortestIs: digits.count - 1)
    if let exact {
      // Rounding may change the exponent: 9.99 becomes 1.0e+01.
      let parts = DecimalDigits.print("%.*e", x, exact).split(separator: "e")
      digits = parts[0].filter(\.isNumber)
      exponent = Int(parts[1])!
    }
    integer = String(digits.prefix(1))
    fraction = String(digits.dropFirst())
    self.exponent = exponent
    if exact != nil { trim(count) }
  }

  /// Drops the zeros at the end that rounding left, where the shortest digits were asked for.
  private mutating func trim(_ count: Count) {
    while count.unique && fraction.count > count.minimum && fraction.last == "0" {
      fraction.removeLast()
    }
  }

  /// The fewest significant digits that tell `x` from its neighbours, and the power of ten of the
  /// first. Swift's own description of a floating-point number has them.
  private static func shortest<F: NDFloat>(_ x: F) -> (digits: String, exponent: Int) {
    let parts = x.magnitude.description.split(separator: "e")
    let point = parts[0].split(separator: ".")
    let all = parts[0].filter { $0 != "." }
    let significant = all.drop { $0 == "0" }
    guard !significant.isEmpty else { return ("0", 0) }
    let power = parts.count > 1 ? Int(parts[1])! : 0
    let digits = significant.reversed().drop { $0 == "0" }.reversed()
    return (String(digits), power + point[0].count - 1 - (all.count - significant.count))
  }

  /// The magnitude of `x`, which `Double` holds exactly, as C prints it: correctly rounded.
  private static func print(_ format: String, _ x: some NDFloat, _ precision: Int) -> String {
    let value = Double(x.magnitude)
    let capacity = precision + 330  // no Double has more than 309 digits before the point
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { text in
        withVaList([Int32(precision), value]) {
          Int(vsnprintf(text.baseAddress, capacity, format, $0))
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension DecimalDigits.Count {
  /// With how many digits the exact value is to be written, or nil when the shortest digits will do.
  fileprivate func exact(whenShortestIs places: Int) -> Int? {
    guard unique, let maximum else { return unique && places >= minimum ? nil : maximum ?? minimum }
    return places > maximum ? maximum : places < minimum ? minimum : nil
  }
}
