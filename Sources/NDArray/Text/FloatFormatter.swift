/// Writes the numbers of one floating-point array to one width, by the rules of NumPy's
/// `FloatingFormat`: a first pass over all of them decides between positional and scientific notation
/// and finds how much room the digits on either side of the point need.
struct FloatFormatter<Element: NDFloat> {
  private let sign: PrintOptions.Sign
  private let nan: String
  private let infinity: String
  private let scientific: Bool
  private let digits: DecimalDigits.Count
  private var left: Int
  private let right: Int
  private let exponentWidth: Int

  init(_ values: NDArray<Element>, _ options: PrintOptions) {
    (sign, nan, infinity) = (options.sign, options.nanText, options.infinityText)
    let census = Census(of: values)
    let scientific = census.isScientific(options)
    let fixed = options.floatMode == .fixed
    let maximum = options.floatMode == .unique ? nil : options.precision
    let first = DecimalDigits.Count(
      maximum: maximum, minimum: fixed ? maximum ?? 0 : 0, unique: !fixed)

    // The sign counts as a digit before the point; a space for it only when all numbers have it.
    let spaced = options.sign == .space && !census.hasNegative
    var (left, right, exponentWidth) = (0, 0, 0)
    values.forEachPiece { piece in
      for value in piece where value.isFinite {
        let text =
          scientific
          ? DecimalDigits(scientific: value, first) : DecimalDigits(positional: value, first)
        let signed = value.sign == .minus || options.sign == .always || spaced
        left = Swift.max(left, text.integer.count + (signed ? 1 : 0))
        right = Swift.max(right, text.fraction.count)
        if scientific {
          exponentWidth = Swift.max(exponentWidth, text.exponentText(width: 2).count - 2)
        }
      }
    }
    (self.scientific, self.right, self.exponentWidth) = (scientific, right, exponentWidth)
    let equal = scientific || fixed || options.floatMode == .maximumEqual
    digits = DecimalDigits.Count(
      maximum: equal ? right : maximum, minimum: equal ? right : 0, unique: !fixed)

    self.left = left
    if !census.isFinite {
      let signed = sign != .negativeOnly || census.hasNegativeInfinity
      let width = Swift.max(nan.count, infinity.count + (signed ? 1 : 0))
      self.left = Swift.max(left, width - afterDigits)
    }
  }

  /// What there is among the numbers.
  private struct Census {
    var isFinite = true
    var hasNegative = false
    var hasNegativeInfinity = false
    /// The magnitudes of finite numbers that are not zero; nothing was seen while the first exceeds the second.
    var (smallest, largest) = (Element.infinity, -Element.infinity)

    init(of values: NDArray<Element>) {
      values.forEachPiece { piece in
        for value in piece {
          guard value.isFinite else {
            isFinite = false
            if value == -.infinity { hasNegativeInfinity = true }
            continue
          }
          if value.sign == .minus { hasNegative = true }
          if value == 0 { continue }
          smallest = Swift.min(smallest, value.magnitude)
          largest = Swift.max(largest, value.magnitude)
        }
      }
    }

    /// Whether the span of the magnitudes asks for powers of ten.
    func isScientific(_ options: PrintOptions) -> Bool {
      if smallest > largest { return false }
      if largest >= (Element.dtype == .float32 ? 1e6 : 1e8) { return true }
      return !options.suppressSmall && (smallest < 0.0001 || largest / smallest > 1000)
    }
  }

  /// The characters from the point on.
  private var afterDigits: Int { 1 + right + (scientific ? exponentWidth + 2 : 0) }

  func text(_ value: Element) -> String {
    guard value.isFinite else {
      let name = value.isNaN ? nan : infinity
      let shown = value < 0 ? "-" : sign == .always ? "+" : ""
      return (shown + name).padded(left: left + afterDigits)
    }
    let text =
      scientific
      ? DecimalDigits(scientific: value, digits) : DecimalDigits(positional: value, digits)
    let shown = value.sign == .minus ? "-" : sign == .always ? "+" : ""
    let start = (shown + text.integer).padded(left: left) + "."
    return scientific
      ? start + text.fraction + text.exponentText(width: exponentWidth)
      : start + text.fraction.padded(right: right)
  }
}
