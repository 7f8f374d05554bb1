import Foundation

/// What a check's process printed: its first lines, as plain text, and how many came after them.
public struct Printed: Codable, Sendable, Equatable {
  public var lines: [String]
  /// Lines that were not kept.
  public var moreLines: Int

  private static let mostLines = 200
  private static let longestLine = 500
  private static let mostBytes = 100_000

  public init(lines: [String], moreLines: Int = 0) {
    (self.lines, self.moreLines) = (lines, moreLines)
  }

  /// `nil` if there is nothing but blank lines.
  init?(_ text: String, moreLines: Int = 0) {
    var all = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    while all.last?.allSatisfy(\.isWhitespace) == true { all.removeLast() }
    guard !all.isEmpty || moreLines > 0 else { return nil }
    lines = all.prefix(Self.mostLines).map(Self.plain)
    self.moreLines = max(0, all.count - Self.mostLines) + moreLines
  }

  /// What is in the file of standard output, and `errors`, what is in that of standard error without the runtime's words.
  init?(_ output: ScratchFile, errors: String) {
    let data = output.contents(Self.mostBytes)
    var text = String(decoding: data, as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    let rest = output.contents(from: data.count, max(0, output.size - data.count))
    self.init(text + errors, moreLines: rest.count { $0 == 0x0A })
  }

  /// A line without what would move the cursor or colour the terminal.
  private static func plain(_ line: Substring) -> String {
    let visible = line.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").unicodeScalars.filter {
      $0 == "\t" || $0.properties.generalCategory != .control
    }
    let text = String(String.UnicodeScalarView(visible))
    return text.count > longestLine ? text.prefix(longestLine) + "…" : text
  }
}
