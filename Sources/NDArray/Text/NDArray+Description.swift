extension NDArray: CustomStringConvertible, CustomDebugStringConvertible {
  /// The array as NumPy's `print` writes it.
  ///
  /// ```swift
  /// let a: NDArray<Double> = [[1, 2.5], [-3, 4]]
  /// print(a)
  /// // [[ 1.   2.5]
  /// //  [-3.   4. ]]
  /// ```
  ///
  /// Floating-point numbers have the digits that tell them from their neighbours, at most 8 after the
  /// point; an array of more than 1000 elements is summarised. A 0-dimensional array is written as its
  /// number, with all its digits.
  public var description: String {
    rank == 0 ? scalar._scalarText : formatted()
  }

  /// The array as NumPy's `repr` writes it, with the shape and dtype where the numbers do not tell them:
  /// `array([1, 2], dtype=int32)`.
  public var debugDescription: String { debugFormatted() }

  /// The array as text under options of your own; NumPy's `array2string`.
  ///
  /// ```swift
  /// let a: NDArray<Double> = [3.14159, 100]
  /// print(a.formatted(PrintOptions(precision: 2, separator: ", ")))  // [  3.14, 100.  ]
  /// ```
  public func formatted(_ options: PrintOptions = PrintOptions()) -> String {
    formatted(options, prefix: 0, suffix: 0)
  }

  /// The array as text with each element written by `element`, as NumPy's `array2string` with a `formatter`;
  /// of the options those count that lay out the elements.
  ///
  /// ```swift
  /// let a: NDArray<Int> = [7, 255]
  /// a.formatted { "0x" + String($0, radix: 16) }  // [0x7 0xff]
  /// ```
  public func formatted(
    _ options: PrintOptions = PrintOptions(), element: (Element) -> String
  ) -> String {
    withoutActuallyEscaping(element) { formatted(options, prefix: 0, suffix: 0, element: $0) }
  }

  /// The array as NumPy's `repr` writes it under options of your own. The separator is always `", "`.
  public func debugFormatted(_ options: PrintOptions = PrintOptions()) -> String {
    var commas = options
    commas.separator = ", "
    let head = "array("
    let text = head + formatted(commas, prefix: head.count, suffix: 1)
    var extras: [String] = []
    if count == 0 && layout.shape != [0] || count > options.threshold {
      extras.append("shape=" + shapeText)
    }
    if count == 0 || ![.bool, .int64, .float64].contains(dtype) {
      extras.append("dtype=\(dtype)")
    }
    if extras.isEmpty { return text + ")" }

    let end = extras.joined(separator: ", ") + ")"
    let lastLine = text.reversed().prefix { $0 != "\n" }.count + 1
    let fits = lastLine + end.count + 1 <= options.maxLineWidth
    return text + (fits ? ", " : ",\n" + String(repeating: " ", count: head.count)) + end
  }

  /// The nested brackets between `prefix` characters on the first line and `suffix` on the last.
  private func formatted(
    _ options: PrintOptions, prefix: Int, suffix: Int, element: ((Element) -> String)? = nil
  ) -> String {
    options.check()
    if count == 0 { return "[]" }
    let indent = String(repeating: " ", count: prefix + 1)
    var text = ArrayText(self, options, element: element)
    return text.string(self, indent: indent, width: Swift.max(options.maxLineWidth, 0) - suffix)
  }

  /// The shape as Python writes it.
  private var shapeText: String {
    rank == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}
