// How each element type writes its elements, all to the same width so that columns align. The rules
// are those of NumPy's `BoolFormat` and `IntegerFormat`; for floating point see FloatFormatter.

extension Bool {
  public static func _formatter(
    for values: NDArray<Bool>, _ options: PrintOptions
  ) -> (Bool) -> String {
    let yes = values.rank == 0 ? "True" : " True"
    return { $0 ? yes : "False" }
  }

  public var _scalarText: String { self ? "True" : "False" }
}

extension NDInteger {
  public static func _formatter(
    for values: NDArray<Self>, _ options: PrintOptions
  ) -> (Self) -> String {
    let (least, greatest) = values.count == 0 ? (0, 0) : (values.min(), values.max())
    let sign = least < 0 && options.sign == .space ? .negativeOnly : options.sign
    func text(_ value: Self) -> String { sign.prefix(negative: value < 0) + "\(value.magnitude)" }
    let width = Swift.max(text(least).count, text(greatest).count)
    return { text($0).padded(left: width) }
  }

  public var _scalarText: String { description }
}

extension NDFloat {
  public static func _formatter(
    for values: NDArray<Self>, _ options: PrintOptions
  ) -> (Self) -> String {
    FloatFormatter(values, options).text
  }

  /// As a NumPy scalar is written: the shortest digits, scientific below 10⁻⁴ and from 10¹⁶ on (10⁶
  /// for `Float`).
  public var _scalarText: String {
    let sign = PrintOptions.Sign.negativeOnly.prefix(negative: self.sign == .minus && !isNaN)
    if isNaN || isInfinite { return sign + (isNaN ? "nan" : "inf") }
    let size = Double(magnitude)
    if size == 0 || size >= 1e-4 && size < (Self.dtype == .float32 ? 1e6 : 1e16) {
      let digits = DecimalDigits(positional: self, .init())
      return sign + digits.integer + "." + (digits.fraction.isEmpty ? "0" : digits.fraction)
    }
    let digits = DecimalDigits(scientific: self, .init())
    let point = digits.fraction.isEmpty ? "" : "."
    return sign + digits.integer + point + digits.fraction + digits.exponentText(width: 2)
  }
}

extension PrintOptions.Sign {
  /// What stands before the digits of a number.
  func prefix(negative: Bool) -> String {
    if negative { return "-" }
    switch self {
    case .negativeOnly: return ""
    case .always: return "+"
    case .space: return " "
    }
  }
}

extension DecimalDigits {
  /// `e+05`: the exponent with at least `width` digits.
  func exponentText(width: Int) -> String {
    let digits = String(exponent.magnitude)
    let zeros = String(repeating: "0", count: Swift.max(width - digits.count, 0))
    return (exponent < 0 ? "e-" : "e+") + zeros + digits
  }
}

extension String {
  func padded(left width: Int) -> String {
    String(repeating: " ", count: Swift.max(width - count, 0)) + self
  }

  func padded(right width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(width - count, 0))
  }
}
