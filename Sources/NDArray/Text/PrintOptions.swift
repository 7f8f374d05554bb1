/// How an array is written as text: NumPy's print options with NumPy's defaults.
///
/// ```swift
/// let a: NDArray<Double> = [0.5, 0.333333, 1e-9]
/// print(a.formatted(PrintOptions(precision: 3, suppressSmall: true)))  // [0.5   0.333 0.   ]
/// ```
public struct PrintOptions: Sendable, Equatable {
  /// What stands before a number that is not negative.
  public enum Sign: Sendable {
    /// Nothing; NumPy's `"-"`.
    case negativeOnly
    /// A plus; NumPy's `"+"`.
    case always
    /// A space; NumPy's `" "`.
    case space
  }

  /// How many digits after the point a floating-point number gets.
  public enum FloatMode: Sendable {
    /// Exactly `precision`; NumPy's `"fixed"`.
    case fixed
    /// As many as tell the number from its neighbours, each its own; NumPy's `"unique"`.
    case unique
    /// At most `precision`, and fewer where they tell the number from its neighbours; NumPy's
    /// `"maxprec"`.
    case maximum
    /// At most `precision`, and fewer when that many suffice for every element; NumPy's
    /// `"maxprec_equal"`.
    case maximumEqual
  }

  /// The digits after the point, as ``floatMode`` reads it; nil for as many as are needed.
  public var precision: Int?
  /// An array with more elements than this is summarised.
  public var threshold: Int
  /// How many elements at each end of an axis a summary shows.
  public var edgeItems: Int
  /// The width in characters at which lines are broken.
  public var maxLineWidth: Int
  /// Whether small numbers never bring about scientific notation, and print as zero where
  /// ``precision`` does not reach them.
  public var suppressSmall: Bool
  /// What stands between elements.
  public var separator: String
  /// What stands before a number that is not negative.
  public var sign: Sign
  /// How ``precision`` is read.
  public var floatMode: FloatMode
  /// What stands for NaN in an array.
  public var nanText: String
  /// What stands for infinity in an array.
  public var infinityText: String

  /// Options with NumPy's defaults for what is left out. Formatting with them traps when `precision`,
  /// `threshold` or `edgeItems` is negative, or when `precision` is nil and `floatMode` fixed.
  public init(
    precision: Int? = 8, threshold: Int = 1000, edgeItems: Int = 3, maxLineWidth: Int = 75,
    suppressSmall: Bool = false, separator: String = " ", sign: Sign = .negativeOnly,
    floatMode: FloatMode = .maximum, nanText: String = "nan", infinityText: String = "inf"
  ) {
    self.precision = precision
    self.threshold = threshold
    self.edgeItems = edgeItems
    self.maxLineWidth = maxLineWidth
    self.suppressSmall = suppressSmall
    self.separator = separator
    self.sign = sign
    self.floatMode = floatMode
    self.nanText = nanText
    self.infinityText = infinityText
  }

  /// Traps when the options make no sense.
  func check() {
    require((precision ?? 0) >= 0, "PrintOptions: precision must be >= 0, got \(precision ?? 0)")
    require(threshold >= 0, "PrintOptions: threshold must be >= 0, got \(threshold)")
    require(edgeItems >= 0, "PrintOptions: edgeItems must be >= 0, got \(edgeItems)")
    require(
      precision != nil || floatMode != .fixed,
      "PrintOptions: floatMode fixed needs a precision")
    require(
      floatMode != .fixed || precision ?? 0 <= 100_000,
      "PrintOptions: floatMode fixed writes at most 100000 digits, got precision \(precision ?? 0)")
  }
}
