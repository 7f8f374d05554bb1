import Foundation

/// Colours for a terminal, and none for a pipe or where `NO_COLOR` is set.
struct Style {
  let isOn: Bool

  static let standardOutput = Style(isOn: isatty(1) == 1 && getenv("NO_COLOR") == nil)

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }

  /// A bar of `width` characters, `part` of `whole` of it filled: `████░░░░`.
  func bar(_ part: Int, of whole: Int, width: Int = 20) -> String {
    let filled = whole > 0 ? min(part, whole) * width / whole : 0
    let rest = String(repeating: "░", count: width - filled)
    return green(String(repeating: "█", count: filled)) + dim(rest)
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text filled up with blanks to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
