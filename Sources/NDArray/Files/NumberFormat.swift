extension TextStyle {
  /// The pieces of a row with so many numbers. Traps where the formats do not fit them.
  func row(columns: Int) -> [FormatPiece] {
    let parsed = formats.map(FormatPiece.parse)
    let numbers = parsed.joined().count(where: \.isNumber)
    if parsed.count == 1 && numbers == columns && columns != 1 { return parsed[0] }
    require(
      parsed.allSatisfy { $0.count(where: \.isNumber) == 1 }
        && (parsed.count == 1 || parsed.count == columns),
      "savetxt: fmt has wrong number of % formats: \(formats) for \(columns) columns")
    let all = (0..<columns).map { parsed[parsed.count == 1 ? 0 : $0] }
    return Array(all.joined(separator: [.literal(Array(delimiter.utf8))]))
  }
}

/// A part of a format string: text, or the place of a number.
enum FormatPiece {
  case literal([UInt8])
  case number(NumberFormat)

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  static func parse(_ format: String) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      pieces.append(.literal(Array(rest[..<percent].utf8)))
      rest = rest[percent...].dropFirst()
      let options = rest.prefix { "-+ #0123456789.".contains($0) }
      rest = rest.dropFirst(options.count)
      let conversion = rest.first
      guard let conversion, "%sdiueEfFgG".contains(conversion), options.count < 20 else {
        fail("savetxt: fmt '\(format)' is no format of numbers")
      }
      let sizes = options.split { !$0.isNumber }
      require(
        sizes.allSatisfy { Int($0) ?? .max <= 1_000_000 },
        "savetxt: fmt '\(format)' asks for more than 1000000 characters for a number")
      rest = rest.dropFirst()
      pieces.append(
        conversion == "%"
          ? .literal([0x25])
          : .number(NumberFormat(options: String(options), conversion: conversion)))
    }
    return pieces + [.literal(Array(rest.utf8))]
  }
}

/// `%`, options, and a letter.
struct NumberFormat {
  /// What is printed of a number, and by which format of C.
  enum Form {
    /// Its shortest digits, padded.
    case text
    /// Its integer part.
    case integer(_ signed: [CChar], _ unsigned: [CChar], _ float: [CChar])
    case float([CChar])
  }

  let options: String
  let form: Form

  init(options: String, conversion: Character) {
    func format(_ rest: String) -> [CChar] { Array("%\(rest)".utf8CString) }
    self.options = options
    switch conversion {
    case "s": form = .text
    case "d", "i", "u":
      // Without decimals the digits of a whole number are exact, however large it is.
      form = .integer(
        format("\(options)lld"), format("\(options)llu"),
        format("\(options.prefix { $0 != "." }).0f"))
    default: form = .float(format("\(options)\(conversion)"))
    }
  }

  /// `text` with as many spaces as the width asks for, cut to the precision.
  func padded(_ text: String) -> String {
    let parts = options.split(separator: ".", omittingEmptySubsequences: false)
    let text = parts.count > 1 ? String(text.prefix(Int(parts[1]) ?? 0)) : text
    let width = Int(parts[0].drop { !$0.isNumber }) ?? 0
    return parts[0].contains("-") ? text.padded(right: width) : text.padded(left: width)
  }
}
