import Foundation

/// A JSON value that keeps 64-bit integers exact, signed and unsigned; Foundation's decoder offers
/// that only where the type is known in advance.
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// An integer above `Int.max`.
  case unsigned(UInt)
  /// An integer above `UInt.max`, as a seed may be, in 32-bit digits, the lowest first.
  case long([UInt32])
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Why a text is not JSON.
  public struct ParseError: Error, CustomStringConvertible {
    public let byte: Int
    public var description: String { "not JSON at byte \(byte)" }
  }

  /// Reads one value that fills the text.
  public init(parsing text: some StringProtocol) throws {
    var text = String(text)
    self = try text.withUTF8 { bytes in
      var parser = Parser(bytes: bytes)
      let value = try parser.value()
      parser.skipSpace()
      if parser.at != bytes.count { throw ParseError(byte: parser.at) }
      return value
    }
  }
}

extension JSON {
  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var items: [JSON]? {
    if case .array(let items) = self { items } else { nil }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var int: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  var ints: [Int]? { items?.compactMap(\.int) }

  /// As a floating-point number; the strings name what JSON cannot write.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .long(let digits): digits.reversed().reduce(0) { $0 * 0x1p32 + Double($1) }
    case .number(let value): value
    case .string("nan"): .nan
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    case .string("-0.0"): -0.0
    default: nil
    }
  }

  /// The value as one line of JSON, the keys of objects in order.
  public var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .long: "\"\(double ?? 0)\""
    case .number(let value): value.isFinite ? String(value) : "\"\(value)\""
    case .string(let value): JSON.quoted(value)
    case .array(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { JSON.quoted($0) + ":" + $1.line }
        .joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20: result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

// MARK: - Reading

private struct Parser {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  private var error: JSON.ParseError { JSON.ParseError(byte: at) }

  mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  mutating func value() throws -> JSON {
    skipSpace()
    guard at < bytes.count else { throw error }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws -> JSON {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count,
      memcmp(bytes.baseAddress! + at, word.utf8Start, length) == 0
    else { throw error }
    at += length
    return value
  }

  /// Skips white space and the character if it is next.
  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func array() throws -> JSON {
    at += 1
    var items: [JSON] = []
    if accept("]") { return .array(items) }
    repeat { items.append(try value()) } while accept(",")
    guard accept("]") else { throw error }
    return .array(items)
  }

  private mutating func object() throws -> JSON {
    at += 1
    var members: [String: JSON] = [:]
    if accept("}") { return .object(members) }
    repeat {
      skipSpace()
      let key = try string()
      guard accept(":") else { throw error }
      members[key] = try value()
    } while accept(",")
    guard accept("}") else { throw error }
    return .object(members)
  }

  private mutating func number() throws -> JSON {
    let start = at
    var isInteger = true
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isInteger = false
      default: return try number(in: start..<at, isInteger)
      }
      at += 1
    }
    return try number(in: start..<at, isInteger)
  }

  private func number(in range: Range<Int>, _ isInteger: Bool) throws -> JSON {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    if isInteger, let value = UInt(text) { return .unsigned(value) }
    if isInteger, !text.hasPrefix("-") { return .long(Self.digits(text.utf8)) }
    guard let value = Double(text) else { throw JSON.ParseError(byte: range.lowerBound) }
    return .number(value)
  }

  /// The 32-bit digits of a number written in decimal ones.
  private static func digits(_ decimal: String.UTF8View) -> [UInt32] {
    decimal.reduce(into: []) { digits, character in
      var carry = UInt64(character - UInt8(ascii: "0"))
      for i in digits.indices {
        carry += UInt64(digits[i]) * 10
        digits[i] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      if carry > 0 { digits.append(UInt32(carry)) }
    }
  }

  private mutating func string() throws -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error }
    at += 1
    var units: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        units.append(contentsOf: try escape())
      } else {
        units.append(bytes[at])
        at += 1
      }
    }
    guard at < bytes.count else { throw error }
    at += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws -> [UInt8] {
    guard at < bytes.count else { throw error }
    defer { at += 1 }
    switch bytes[at] {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if unit & 0xFC00 == 0xD800 {
        at += 1
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\") else { throw error }
        at += 1
        unit = 0x10000 + (unit & 0x3FF) << 10 + (try hexadecimal() & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(unit) else { throw error }
      return Array(String(Character(scalar)).utf8)
    default: return [bytes[at]]
    }
  }

  /// The four digits after the `u` at the cursor, which moves to the last of them.
  private mutating func hexadecimal() throws -> UInt32 {
    guard at + 4 < bytes.count,
      let unit = UInt32(String(decoding: bytes[(at + 1)...(at + 4)], as: UTF8.self), radix: 16)
    else { throw error }
    at += 4
    return unit
  }
}
