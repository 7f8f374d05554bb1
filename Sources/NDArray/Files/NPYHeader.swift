import Foundation

/// What a `.npy` file says of its array before the elements begin.
///
/// ```swift
/// try NDArray<Float>.zeros([60, 784]).write(npy: url)
/// let header = try NPYHeader(of: url)
/// print(header.dtype, header.shape)  // float32 [60, 784]
/// ```
///
/// The format is NumPy's, versions 1.0, 2.0 and 3.0 (NEP 1): a magic string, the version, the length
/// of the header, and a Python dictionary of three entries. Only the dtypes of ``DType`` are known.
public struct NPYHeader: Equatable, Sendable {
  /// The element type.
  public let dtype: DType
  /// The number of elements along each axis.
  public let shape: [Int]
  /// Whether the first axis varies fastest in the file.
  public let isFortranOrder: Bool
  /// The order of the bytes of each element.
  public let order: ByteOrder
  /// Where the elements begin.
  public let dataOffset: Int

  /// The number of elements.
  public var count: Int { Dims(shape).product }

  /// Reads the header of a file and makes sure that its elements are there.
  ///
  /// - Throws: ``FileError`` when the file cannot be read or is not such a file.
  public init(of url: URL) throws(FileError) {
    self = try FileReading.withBytes(of: url, wanted: NPYHeader.bytesToRead) {
      (bytes) throws(FileError) in
      try NPYHeader(bytes)
    }
  }

  /// Reads the header of the bytes of a `.npy` file; see `init(of:)`.
  public init(npyBytes bytes: [UInt8]) throws(FileError) {
    self = try bytes.reading { (bytes) throws(FileError) in try NPYHeader(bytes) }
  }

  /// The header at the start of the bytes, which must hold all elements too; more may follow.
  init(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try self.init(headerOf: bytes)
    guard byteCount <= bytes.count - dataOffset else {
      throw FileError(
        nil, .byte(bytes.count),
        "the file ends before its data: shape \(shape) of \(dtype) takes \(byteCount) bytes, "
          + "\(bytes.count - dataOffset) are there")
    }
  }

  /// How many bytes the elements take.
  private var byteCount: Int { count * dtype.itemSize }

  /// How many bytes of a file that begins with these belong to it, as far as they tell. What is damaged is read no
  /// further.
  static func bytesToRead(_ bytes: UnsafeRawBufferPointer) -> Int {
    // The magic string, the version, and the length of the header.
    if bytes.count < 12 { return 12 }
    var parser = NPYHeaderParser(bytes)
    guard let end = try? parser.prelude() else { return bytes.count }
    if end > bytes.count { return end }
    guard let header = try? NPYHeader(headerOf: bytes) else { return end }
    return end + header.byteCount
  }

  /// The header at the start of the bytes.
  private init(headerOf bytes: UnsafeRawBufferPointer) throws(FileError) {
    var parser = NPYHeaderParser(bytes)
    let end = try parser.prelude()
    guard end <= bytes.count else {
      throw FileError(
        nil, .byte(parser.start),
        "a header of \(end - parser.start) bytes reaches beyond the end of the file")
    }
    let (entries, dataOffset) = try parser.dictionary()
    guard let (code, codeOffset) = entries.descr, let isFortranOrder = entries.isFortranOrder,
      let shape = entries.shape
    else {
      throw FileError(
        nil, .byte(parser.start), "the header must have the keys 'descr', 'fortran_order', 'shape'")
    }
    guard let (dtype, order) = DType.named(code) else {
      throw FileError(
        nil, .byte(codeOffset), "dtype '\(code)' is none of \(DType.allCases.map(\.rawValue))")
    }
    (self.dtype, self.shape, self.isFortranOrder) = (dtype, shape, isFortranOrder)
    (self.order, self.dataOffset) = (order, dataOffset)
    // Axes of extent 0 must not hide strides that overflow.
    var size = dtype.itemSize
    for extent in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: max(extent, 1))
      if overflow { throw FileError(nil, .byte(parser.start), "shape \(shape) is too large") }
      size = product
    }
  }
}

extension DType {
  /// As `.npy` files name it: order, kind and size, `<f8`.
  var code: String {
    let kind =
      switch self {
      case .bool: "b"
      case .int8, .int16, .int32, .int64: "i"
      case .uint8, .uint16, .uint32, .uint64: "u"
      case .float32, .float64: "f"
      }
    let order = itemSize == 1 ? "|" : ByteOrder.native == .little ? "<" : ">"
    return "\(order)\(kind)\(itemSize)"
  }

  /// The dtype and the byte order that such a name stands for.
  static func named(_ code: String) -> (DType, ByteOrder)? {
    guard let dtype = allCases.first(where: { $0.code.dropFirst() == code.dropFirst() }) else {
      return nil
    }
    switch code.first {
    case "<": return (dtype, .little)
    case ">": return (dtype, .big)
    case "|" where dtype.itemSize == 1: return (dtype, .native)
    default: return nil
    }
  }
}

/// Reads the part of a `.npy` file before the elements, byte by byte.
struct NPYHeaderParser {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var end = 0
  /// Where the dictionary begins.
  private(set) var start = 0

  struct Entries {
    var descr: (code: String, offset: Int)?
    var isFortranOrder: Bool?
    var shape: [Int]?
  }

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func error(_ reason: String) -> FileError { FileError(nil, .byte(at), reason) }

  /// The magic string, the version and the length of the dictionary; returns where that ends, which may be beyond the
  /// bytes that are there.
  mutating func prelude() throws(FileError) -> Int {
    guard bytes.count >= 8, bytes.prefix(6).elementsEqual(npyMagic) else {
      throw error("not a .npy file: it does not begin with \\x93NUMPY and a version")
    }
    at = 6
    guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
      throw error("version \(bytes[6]).\(bytes[7]) of the format is none of 1.0, 2.0, 3.0")
    }
    at = 8
    let width = bytes[6] == 1 ? 2 : 4
    guard bytes.count >= at + width else { throw error("the file ends inside its header") }
    let length = (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    start = at + width
    at = start
    end = start + length
    return end
  }

  /// The dictionary, which only white space may follow, and where the elements begin.
  mutating func dictionary() throws(FileError) -> (Entries, dataOffset: Int) {
    var entries = Entries()
    try expect("{")
    while !accept("}") {
      let keyOffset = at
      let key = try string()
      try expect(":")
      switch key {
      case "descr" where entries.descr == nil:
        skipSpace()
        let offset = at
        entries.descr = (try string(), offset)
      case "fortran_order" where entries.isFortranOrder == nil:
        entries.isFortranOrder = try truth()
      case "shape" where entries.shape == nil: entries.shape = try tuple()
      default:
        at = keyOffset
        throw error("key '\(key)' is unknown or stands twice")
      }
      if !accept(",") {
        try expect("}")
        break
      }
    }
    skipSpace()
    guard at == end else { throw error("something follows the dictionary of the header") }
    return (entries, end)
  }

  private mutating func skipSpace() {
    while at < end, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) { at += 1 }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(FileError) {
    guard accept(character) else { throw error("the header lacks a '\(character)' here") }
  }

  private mutating func string() throws(FileError) -> String {
    skipSpace()
    guard at < end, bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\"") else {
      throw error("the header lacks a string here; structured dtypes are not known")
    }
    let first = at + 1
    guard let last = bytes[first..<end].firstIndex(of: bytes[at]) else {
      throw error("a string of the header has no end")
    }
    guard bytes[first..<last].allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x5C }) else {
      throw error("a string of the header is not plain ASCII")
    }
    at = last + 1
    return String(decoding: bytes[first..<last], as: UTF8.self)
  }

  private mutating func truth() throws(FileError) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[at..<end].starts(with: word.utf8) {
      at += word.utf8.count
      return value
    }
    throw error("the header lacks True or False here")
  }

  private mutating func tuple() throws(FileError) -> [Int] {
    try expect("(")
    var extents: [Int] = []
    while !accept(")") {
      extents.append(try integer())
      let isClosed = !accept(",")
      if isClosed {
        guard extents.count > 1, accept(")") else { throw error("the shape is no tuple") }
        break
      }
    }
    // NumPy's own limit.
    guard extents.count <= 64 else { throw error("an array has at most 64 axes") }
    return extents
  }

  private mutating func integer() throws(FileError) -> Int {
    skipSpace()
    let digits = bytes[at..<end].prefix { (0x30...0x39).contains($0) }
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw error("the shape lacks a number from 0 to \(Int.max) here")
    }
    at += digits.count
    // Python 2 wrote long integers so.
    if at < end, bytes[at] == UInt8(ascii: "L") { at += 1 }
    return value
  }
}

let npyMagic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
