/// A module's name as it stands in mangled names.
///
/// There a letter stands for a word that came before: for the second *Sequence* of `SequenceToSequence`, and for the
/// *Networks* of `RecurrentNetworks` in what that adds to `Networks.Linear`.
struct ModuleMark: Sendable {
  /// Where it begins the name: `8Networks`, `010SequenceToA0`.
  let first: String
  /// What stands on both sides of such a letter.
  private let aroundLetters: [(before: String, after: String)]

  init(_ module: String) {
    let words = Self.words(of: module)
    first = Self.mangled(
      words.enumerated().map { k, word in
        words.firstIndex(of: word).flatMap { earlier in
          earlier < k ? .letter(Self.letter(Set(words[..<earlier]).count)) : nil
        } ?? .word(word)
      })
    aroundLetters =
      words.count < 2
      ? []
      : words.indices.map { k in
        let parts = words.enumerated().map { $0 == k ? Part.letter("?") : .word($1) }
        let sides = Self.mangled(parts).split(separator: "?", omittingEmptySubsequences: false)
        return (String(sides[0]), String(sides[1]))
      }
  }

  /// Whether a mangled name speaks of the module.
  func isIn(_ name: String) -> Bool {
    name.contains(first)
      || aroundLetters.contains { before, after in
        name.ranges(of: before).contains { range in
          let rest = name[range.upperBound...]
          return rest.first?.isLetter == true && rest.dropFirst().hasPrefix(after)
        }
      }
  }

  /// A word, or the letter in its place.
  private enum Part {
    case word(String)
    case letter(Character)
  }

  /// `SequenceToSequence` → Sequence, To, Sequence: a capital begins a word unless one stands before it.
  private static func words(of module: String) -> [String] {
    var words: [String] = []
    var isCapital = false
    for character in module {
      if words.isEmpty || (character.isUppercase && !isCapital) { words.append("") }
      words[words.count - 1].append(character)
      isCapital = character.isUppercase
    }
    return words
  }

  private static func letter(_ index: Int) -> Character {
    Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
  }

  /// Words in a row have their length before them; with a letter among them there is a 0 at the front, and one behind a
  /// letter at the end.
  private static func mangled(_ parts: [Part]) -> String {
    var (text, run) = ("", "")
    var (hasLetters, endsInLetter) = (false, false)
    func closed() -> String { run.isEmpty ? "" : "\(run.utf8.count)\(run)" }
    for part in parts {
      switch part {
      case .word(let word):
        run += word
        endsInLetter = false
      case .letter(let letter):
        text += closed() + String(letter)
        run = ""
        (hasLetters, endsInLetter) = (true, true)
      }
    }
    return (hasLetters ? "0" : "") + text + closed() + (endsInLetter ? "0" : "")
  }
}
