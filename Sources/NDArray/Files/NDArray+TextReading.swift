import Foundation

extension NDArray where Element: NDNumeric {
  /// Reads rows and columns of numbers from a text file, as NumPy's `loadtxt`, or, with `missing`, as
  /// its `genfromtxt`.
  ///
  /// ```swift
  /// let data = try NDArray<Double>(textFile: url, TextFormat(delimiter: ","))
  /// let gaps = try NDArray<Double>(textFile: url, TextFormat(delimiter: ","), missing: .nan)
  /// ```
  ///
  /// The rows must have equally many columns; see ``TextFormat`` for what is skipped and which axes
  /// the result has.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - format: How rows and columns are told apart.
  ///   - missing: What stands for a field that is empty or no number; if nil, it is an error.
  ///   - converters: For some columns, counted in the file from 0, what makes a number of the field's text; nil
  ///     from it means that it is none.
  /// - Throws: ``FileError`` with the line when the file cannot be read or is no such table.
  public init(
    textFile url: URL, _ format: TextFormat = TextFormat(), missing: Element? = nil,
    converters: [Int: (String) -> Element?] = [:]
  ) throws(FileError) {
    self = try FileReading.withBytes(of: url) { (bytes) throws(FileError) in
      try NDArray(textBytes: bytes, format, missing, converters)
    }
  }

  /// Reads rows and columns of numbers from text; see `init(textFile:_:missing:converters:)`.
  public init(
    text: String, _ format: TextFormat = TextFormat(), missing: Element? = nil,
    converters: [Int: (String) -> Element?] = [:]
  ) throws(FileError) {
    self = try Array(text.utf8).reading { (bytes) throws(FileError) in
      try NDArray(textBytes: bytes, format, missing, converters)
    }
  }

  private init(
    textBytes bytes: UnsafeRawBufferPointer, _ format: TextFormat, _ missing: Element?,
    _ converters: [Int: (String) -> Element?]
  ) throws(FileError) {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    if let type = Element.self as? any NDInteger.Type {
      self = try NDArray.integers(type, text, format, missing, converters)
    } else {
      let missing = missing.map { NDArray($0).asType(Double.self).scalar }
      let (numbers, columns) = try format.read(
        text, missing: missing, Element.dtype
      ) { column, field in
        converters[column].map { convert in
          convert(String(decoding: field, as: UTF8.self)).map {
            NDArray($0).asType(Double.self).scalar
          }
        } ?? Double(field: field)
      }
      let shape = format.shape(numbers.count, columns: columns)
      self = NDArray<Double>(numbers, shape: shape).asType(Element.self)
    }
  }

  private static func integers<Integer: NDInteger>(
    _ type: Integer.Type, _ text: UnsafeBufferPointer<UInt8>, _ format: TextFormat,
    _ missing: Element?, _ converters: [Int: (String) -> Element?]
  ) throws(FileError) -> NDArray {
    let missing = missing.map { NDArray($0).asType(type).scalar }
    let (numbers, columns) = try format.read(text, missing: missing, Element.dtype) {
      column, field in
      let text = String(decoding: field, as: UTF8.self)
      return converters[column].map { convert in
        convert(text).map { NDArray($0).asType(type).scalar }
      } ?? Integer(text)
    }
    let shape = format.shape(numbers.count, columns: columns)
    return NDArray<Integer>(numbers, shape: shape).asType(Element.self)
  }
}

extension Double {
  /// A decimal number, `nan`, `inf` or `infinity` in any case; no hexadecimal, which Swift would take.
  fileprivate init?(field: TextFormat.Field) {
    let isDecimal = field.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let text = String(decoding: field, as: UTF8.self)
    if isDecimal {
      self.init(text)
      return
    }
    let isNegative = text.hasPrefix("-")
    switch text.lowercased().drop(while: { $0 == "+" || $0 == "-" }) {
    case "nan" where text.count <= 4: self = .nan
    case "inf" where text.count <= 4, "infinity" where text.count <= 9:
      self = isNegative ? -.infinity : .infinity
    default: return nil
    }
  }
}
