/// What an issue of Swift Testing comes to as a sentence for a student.
enum ExpectationText {
  private static let failed = "Expectation failed: "

  /// - Parameter messages: of the issue: what it is, then the words that the check has for it.
  ///
  /// The words go first, and the expression that failed gives only its values: `weights of each layer: got [6, 4],
  /// expected [6, 2]`. Without words it stands as it is.
  static func sentence(_ messages: [String]) -> String {
    guard messages.count > 1 else { return messages.first ?? "" }
    let words = messages.dropFirst().joined(separator: "\n")
    guard messages[0].hasPrefix(failed) else {
      return messages[0] == "Issue recorded" ? words : words + "\n" + messages[0]
    }
    guard let values = Comparison(messages[0].dropFirst(failed.count)) else { return words }
    // The words may have told it already; a digit among them proves nothing.
    if words.contains("got ") || values.got.count > 2 && words.contains(values.got) { return words }
    let isLong = (values.got + values.expected).contains("\n")
    return words + (isLong ? ":\n" : ": ") + "got \(values.got), expected \(values.expected)"
  }

  /// `(expression → 4) == (other → 5)`, or with a literal on the right.
  private struct Comparison {
    var got: String
    /// With the operator, unless that is `==`.
    var expected: String

    init?(_ text: Substring) {
      guard let close = Self.end(of: text), let got = Self.value(text[...close]) else { return nil }
      let rest = text[text.index(after: close)...]
      guard let match = rest.wholeMatch(of: /(?s) (==|!=|<=|>=|<|>|===|!==) (.+)/) else {
        return nil
      }
      var right = match.2
      if let close = Self.end(of: right), close == right.index(before: right.endIndex) {
        if let value = Self.value(right) {
          right = value
        } else {
          right = right.dropFirst().dropLast()
        }
      }
      self.got = String(got)
      expected = (match.1 == "==" ? "" : "\(match.1) ") + right
    }

    /// Where the parenthesis closes that `text` opens with.
    private static func end(of text: Substring) -> Substring.Index? {
      guard text.first == "(" else { return nil }
      var depth = 0
      for index in text.indices {
        if text[index] == "(" { depth += 1 }
        if text[index] == ")" { depth -= 1 }
        if depth == 0 { return index }
      }
      return nil
    }

    /// `4` of `(twice(2) → 4)`.
    private static func value(_ text: Substring) -> Substring? {
      text.ranges(of: " → ").last.map { text[$0.upperBound...].dropLast() }
    }
  }
}
