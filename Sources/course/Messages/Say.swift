import Foundation

/// The message in the language of the moment, with `values` in its braces.
func say(_ message: Message, _ values: [String: any CustomStringConvertible] = [:]) -> String {
  let language = Language.current
  return Template(message.text(in: language)).filled(values, in: language)
}

extension Message {
  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .russian: russian
    }
  }
}

/// A text with gaps: `{name}` for a value, `{count|check|checks}` for the form of a word that goes with a number.
///
/// English has two forms (1 check, 2 checks), Russian three (1 проверка, 2 проверки, 5 проверок).
struct Template {
  private enum Part {
    case text(Substring)
    case gap(name: Substring, forms: [Substring])
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(rest[..<open]))
      let words = rest[rest.index(after: open)..<close]
        .split(separator: "|", omittingEmptySubsequences: false)
      parts.append(.gap(name: words[0], forms: Array(words.dropFirst())))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(rest)]
  }

  /// The names in the gaps.
  var names: Set<String> {
    Set(
      parts.compactMap { part in
        if case .gap(let name, _) = part { String(name) } else { nil }
      })
  }

  /// How many forms each counted word has.
  var formCounts: [Int] {
    parts.compactMap { part in
      if case .gap(_, let forms) = part, !forms.isEmpty { forms.count } else { nil }
    }
  }

  /// What stands in the gaps of a text that is otherwise this one; `nil` if it is not.
  func values(in text: String) -> [String: String]? {
    var names: [String] = []
    let pattern = parts.map { part in
      switch part {
      case .text(let text): return NSRegularExpression.escapedPattern(for: String(text))
      case .gap(let name, _):
        names.append(String(name))
        return "(.+?)"
      }
    }.joined()
    guard let match = try? Regex(pattern).wholeMatch(in: text) else { return nil }
    let values = match.output.dropFirst().map { String($0.substring ?? "") }
    return Dictionary(zip(names, values)) { first, _ in first }
  }

  func filled(_ values: [String: any CustomStringConvertible], in language: Language) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return String(text)
      case .gap(let name, let forms):
        let value = values[String(name)]?.description ?? "{\(name)}"
        guard !forms.isEmpty, let number = Int(value) else { return value }
        return String(forms[min(language.form(of: number), forms.count - 1)])
      }
    }.joined()
  }
}

extension Language {
  /// Which form of a word goes with `number` (the plural rules of Unicode's CLDR).
  fileprivate func form(of number: Int) -> Int {
    switch (self, number % 10, number % 100) {
    case (.english, _, _): number == 1 ? 0 : 1
    case (.russian, _, 11...14): 2
    case (.russian, 1, _): 0
    case (.russian, 2...4, _): 1
    case (.russian, _, _): 2
    }
  }
}
