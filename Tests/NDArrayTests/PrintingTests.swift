import NDArray
import Testing

/// One array, the options it is printed with, and what NumPy prints.
struct PrintingCase: Decodable, Sendable {
  struct Options: Decodable {
    var precision: Int?
    var threshold: Int?
    var edgeitems: Int?
    var max_line_width: Int?
    var suppress_small: Bool?
    var separator: String?
    var sign: String?
    var floatmode: String?
  }

  let dtype: DType
  let shape: [Int]
  let data: String
  let options: Options
  let array2string: String
  let repr: String
  let str: String?

  static let numpy: [PrintingCase] = references("printing.json")

  var printOptions: PrintOptions {
    var result = PrintOptions()
    if let value = options.precision { result.precision = value }
    if let value = options.threshold { result.threshold = value }
    if let value = options.edgeitems { result.edgeItems = value }
    if let value = options.max_line_width { result.maxLineWidth = value }
    if let value = options.suppress_small { result.suppressSmall = value }
    if let value = options.separator { result.separator = value }
    if let value = options.sign {
      result.sign = ["+": .always, "-": .negativeOnly, " ": .space][value]!
    }
    if let value = options.floatmode {
      let modes: [String: PrintOptions.FloatMode] = [
        "fixed": .fixed, "unique": .unique, "maxprec": .maximum, "maxprec_equal": .maximumEqual,
      ]
      result.floatMode = modes[value]!
    }
    return result
  }

  /// Compares everything printed of the array, in memory of every kind.
  func check() {
    switch dtype {
    case .bool: check { $0 == "True" }
    case .int8: check { Int8($0)! }
    case .int16: check { Int16($0)! }
    case .int32: check { Int32($0)! }
    case .int64: check { Int($0)! }
    case .uint8: check { UInt8($0)! }
    case .uint16: check { UInt16($0)! }
    case .uint32: check { UInt32($0)! }
    case .uint64: check { UInt($0)! }
    case .float32: check { Float($0)! }
    case .float64: check { Double($0)! }
    }
  }

  private func check<E: NDScalar>(_ read: (Substring) -> E) {
    let array = NDArray(data.split(separator: " ").map(read), shape: shape)
    let options = printOptions
    for (layout, array) in everyLayout(of: array) {
      let note: Comment = "\(dtype) \(shape) \(self.options) \(layout)"
      #expect(array.formatted(options) == array2string, note)
      #expect(array.debugFormatted(options) == repr, note)
      if options == PrintOptions() {
        #expect(array.description == str ?? array2string, note)
        #expect(array.debugDescription == repr, note)
      }
    }
  }
}

@Suite("Printing")
struct PrintingTests {
  @Test("as NumPy prints it", arguments: DType.allCases)
  func asNumPy(dtype: DType) {
    let cases = PrintingCase.numpy.filter { $0.dtype == dtype }
    #expect(cases.count > 10)
    for printed in cases { printed.check() }
  }

  @Test("Int64 and UInt64 print as Int and UInt do")
  func otherWords() {
    #expect(NDArray<Int64>([-1, 20]).debugDescription == "array([-1, 20])")
    #expect(NDArray<UInt64>([1, 20]).debugDescription == "array([ 1, 20], dtype=uint64)")
  }

  @Test("a broadcast array prints all that it stands for")
  func broadcast() {
    let row: NDArray<Double> = [1, 2.5]
    #expect("\(row.broadcast(to: [2, 2]))" == "[[1.  2.5]\n [1.  2.5]]")
    #expect("\(NDArray(0.5).broadcast(to: [40, 40]))".hasPrefix("[[0.5 0.5 0.5 ... 0.5"))
  }

  @Test("digits are rounded from the exact value, half to even")
  func exactRounding() {
    let halves: NDArray<Double> = [0.125, 0.375, 2.675]
    #expect(halves.formatted(PrintOptions(precision: 2)) == "[0.12 0.38 2.67]")
  }

  @Test("the options of the documentation give its text")
  func documentation() {
    let a: NDArray<Double> = [0.5, 0.333333, 1e-9]
    #expect(
      a.formatted(PrintOptions(precision: 3, suppressSmall: true)) == "[0.5   0.333 0.   ]")
    let b: NDArray<Double> = [3.14159, 100]
    #expect(b.formatted(PrintOptions(precision: 2, separator: ", ")) == "[  3.14, 100.  ]")
    let c: NDArray<Double> = [[1, 2.5], [-3, 4]]
    #expect("\(c)" == "[[ 1.   2.5]\n [-3.   4. ]]")
  }

  @Test("impossible options stop the program", arguments: Mistake.allCases)
  func traps(mistake: Mistake) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [mistake = mistake as Mistake] in
      _ = NDArray(1.0).formatted(mistake.options)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(mistake.rawValue))
  }

  /// A mistake, named by the message it must give.
  enum Mistake: String, CaseIterable, Codable {
    case precision = "PrintOptions: precision must be >= 0, got -1"
    case threshold = "PrintOptions: threshold must be >= 0, got -2"
    case edgeItems = "PrintOptions: edgeItems must be >= 0, got -3"
    case fixed = "PrintOptions: floatMode fixed needs a precision"

    var options: PrintOptions {
      switch self {
      case .precision: PrintOptions(precision: -1)
      case .threshold: PrintOptions(threshold: -2)
      case .edgeItems: PrintOptions(edgeItems: -3)
      case .fixed: PrintOptions(precision: nil, floatMode: .fixed)
      }
    }
  }
}
