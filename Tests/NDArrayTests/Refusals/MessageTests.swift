import Foundation
import Testing

/// Every message with which the library refuses something stands in a test that expects it.
@Suite("No refusal without a test")
struct MessageTests {
  /// What no test can bring about, or not at a sensible price.
  private static let exempt = [
    "zlib cannot start",  // zlib refuses only wrong arguments and a lack of memory
    "LAPACK refuses its arguments",
    "not an array of positions",
    "cells are more than memory holds",  // edges of gigabytes
    "numbers of workspace is too large",  // matrices of gigabytes
    "unsupported dtype",  // integers come in 8, 16, 32 and 64 bits
    "reaches beyond 4 GiB",  // 4 GiB of elements, or 65,535 arrays
    "are more than this format takes",
  ]

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The text of each Swift file in a folder, with strings over several lines joined.
  private static func sources(_ folder: String) throws -> [String] {
    let root = repository.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let urls = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    return try urls.map { try String(contentsOf: $0, encoding: .utf8) }
  }

  @Test func everyMessageIsExpectedSomewhere() throws {
    let tests = try Self.sources("Tests/NDArrayTests")
      .map { $0.replacing(/\\\n */, with: "").replacing("\"\"\"\n", with: "\"") }
      .joined(separator: "\n")
    var messages = Set(try Self.sources("Sources/NDArray").flatMap(Messages.init))
    #expect(messages.count > 250)
    messages = messages.filter { message in !Self.exempt.contains { message.text.contains($0) } }
    for message in messages.sorted(by: { $0.text < $1.text }) {
      let found = tests.range(of: message.pattern, options: .regularExpression)
      #expect(found != nil, "no test expects: \(message.text)")
    }
  }
}

/// A message in the source: its constant parts, with `…` for what is computed.
private struct Message: Hashable {
  let text: String

  /// A regular expression that a string with this message matches.
  var pattern: String {
    text.split(separator: "…", omittingEmptySubsequences: false)
      .map { NSRegularExpression.escapedPattern(for: String($0)) }
      .joined(separator: "[^\\n]*?")
  }
}

/// The string literals among the arguments of what refuses.
private struct Messages: Sequence, IteratorProtocol {
  private static let refusing: Set = [
    "fail", "require", "FileError", "error", "dataCorruptedError",
  ]

  private var rest: Substring
  /// The names before the parentheses that are open.
  private var calls: [String] = []
  private var word = ""

  init(_ source: String) { rest = source[...] }

  mutating func next() -> Message? {
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if character == "\"" {
        let text = literal()
        let isMessage = calls.last.map(Self.refusing.contains) ?? false
        if isMessage, text.count(where: \.isLetter) > 3 { return Message(text: text) }
      } else {
        rest.removeFirst()
        if character == "(" { calls.append(word) }
        if character == ")" { _ = calls.popLast() }
        word = character.isLetter ? word + String(character) : ""
      }
    }
    return nil
  }

  /// Takes the literal that begins here.
  private mutating func literal() -> String {
    let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    rest.removeFirst(quote.count)
    var text = ""
    while !rest.hasPrefix(quote) {
      if rest.hasPrefix("\\(") {
        rest.removeFirst(2)
        skipInterpolation()
        text += "…"
      } else if rest.hasPrefix("\\\n") {
        rest = rest.dropFirst(2).drop { $0 == " " }
      } else {
        if rest.first == "\\" { text.append(rest.removeFirst()) }
        text.append(rest.removeFirst())
      }
    }
    rest.removeFirst(quote.count)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0 {
      if rest.first == "\"" {
        _ = literal()
      } else {
        let character = rest.removeFirst()
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      }
    }
  }
}
