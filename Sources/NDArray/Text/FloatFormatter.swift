/// Writes the numbers of one floating-point array to one width, by the rules of NumPy's
/// `FloatingFormat`: a first pass over all of them decides between positional and scientific notation
/// and finds how much room the digits on either side of the point need.
struct FloatFormatter<Element: NDFloat> {
  private let sign: PrintOptions.Sign
  private let nan: String
  private let infinity: String
  private let scientific: Bool
  private let digits: DecimalDigits.Count
  private var left = 0
  private var right = 0
  private var exponentWidth = 0

  init(_ values: [Element], _ options: PrintOptions) {
    let finite = values.filter(\.isFinite)
    (sign, nan, infinity) = (options.sign, options.nanText, options.infinityText)
    scientific = FloatFormatter.isScientific(finite, options)
    let fixed = options.floatMode == .fixed
    let maximum = options.floatMode == .unique ? nil : options.precision
    let first = DecimalDigits.Count(
      maximum: maximum, minimum: fixed ? maximum ?? 0 : 0, unique: !fixed)

    // The sign counts as a digit before the point; a space for it only when all numbers have it.
    let spaced = sign == .space && !finite.contains { $0.sign == .minus }
    for value in finite {
      let text =
        scientific
        ? DecimalDigits(scientific: value, first) : DecimalDigits(positional: value, first)
      let signed = value.sign == .minus || sign == .always || spaced
      left = Swift.max(left, text.integer.count + (signed ? 1 : 0))
      right = Swift.max(right, text.fraction.count)
      if scientific {
        exponentWidth = Swift.max(exponentWidth, text.exponentText(width: 2).count - 2)
      }
    }
    let equal = scientific || fixed || options.floatMode == .maximumEqual
    digits = DecimalDigits.Count(
      maximum: equal ? right : maximum, minimum: equal ? right : 0, unique: !fixed)

    if finite.count < values.count {
      let signed = sign != .negativeOnly || values.contains(-.infinity)
      let width = Swift.max(nan.count, infinity.count + (signed ? 1 : 0))
      left = Swift.max(left, width - afterDigits)
    }
  }

  /// Whether the span of the magnitudes asks for powers of ten.
  private static func isScientific(_ finite: [Element], _ options: PrintOptions) -> Bool {
    let sizes = finite.lazy.map(\.magnitude).filter { $0 != 0 }
    guard let largest = sizes.max(), let smallest = sizes.min() else { return false }
    if largest >= (Element.dtype == .float32 ? 1e6 : 1e8) { return true }
    return !options.suppressSmall && (smallest < 0.0001 || largest / smallest > 1000)
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
