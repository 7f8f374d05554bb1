import CourseKit
import Foundation

/// BERT's tokeniser: lower case, no accents, punctuation apart, then of each word the longest beginnings that the vocabulary has.
///
/// *unbelievably* becomes *un ##believ ##ably*: `##` marks a piece that does not begin a word.
public struct WordPiece: Sendable {
  /// The pieces, by number.
  public let pieces: [String]
  private let numbers: [String: Int]
  private static let longest = 100

  public init(_ pieces: [String]) {
    self.pieces = pieces
    numbers = Dictionary(pieces.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// A `vocab.txt`: a piece a line.
  public init(contentsOf url: URL) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.init(lines)
  }

  /// The number of a piece; that of `[UNK]` for one that is not there.
  public func number(_ piece: String) -> Int { numbers[piece] ?? numbers["[UNK]"] ?? 0 }

  /// `[CLS]`, the pieces of the text, `[SEP]`.
  public func encode(_ text: String) -> [Int] {
    notImplemented()
  }

  /// Words and punctuation marks, in lower case and without accents.
  public func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func finish() {
      if !word.isEmpty { words.append(String(word)) }
      word = .init()
    }
    // An accent becomes a scalar of its own (NFD), which is left out.
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      // `kind(of: scalar)` tells space, mark (a word of its own), nothing (left out) and letter. `finish()` ends the word that `word`
      // gathers; `String(scalar)` makes text of one.
      _ = kind(of: scalar)
      notImplemented()
    }
    finish()
    return words
  }

  /// The pieces of one word: the longest that the vocabulary has, then the longest of the rest, with `##` before it. `[UNK]` for the whole word where
  /// nothing fits, or where it has more than 100 letters.
  public func split(_ word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    if letters.count > Self.longest { return ["[UNK]"] }
    // From `start`, at first 0, try the longest rest, then ever shorter ones: is `mark + text(letters[start..<end])` in `numbers`? Its mark is "##"
    // unless start is 0. Keep the piece and go on behind it; if not even one letter fits, the word is unknown.
    notImplemented()
  }

  private func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  private enum Kind { case space, mark, nothing, letter }

  /// As BERT sorts them: what is no letter or digit in ASCII is a mark, such as $ and +; so is all Unicode punctuation, and each Chinese character.
  private func kind(of scalar: Unicode.Scalar) -> Kind {
    if ["\t", "\n", "\r"].contains(scalar) { return .space }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark: return .nothing
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .mark
    default: break
    }
    if scalar.value == 0xFFFD { return .nothing }
    if scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar) {
      return .mark
    }
    return Self.chinese.contains { $0.contains(scalar.value) } ? .mark : .letter
  }

  private static let chinese: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
    0x2B820...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F,
  ]
}
