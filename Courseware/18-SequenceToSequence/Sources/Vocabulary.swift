import CourseKit
import NDArray

/// The symbols of one language, letters or words, by number. The first four numbers are no symbols of a text.
public struct Vocabulary: Sendable {
  /// Fills up short texts.
  public static let padding = 0
  /// What the decoder reads before its first symbol: with this a translation begins.
  public static let start = 1
  /// What the decoder writes when it has said everything: with this a translation ends.
  public static let end = 2
  /// Stands for what the texts that the vocabulary was made of did not have.
  public static let unknown = 3

  public let symbols: [String]
  private let numbers: [String: Int]

  /// Every symbol of these texts, in the order of the symbols.
  public init(of texts: [[String]]) {
    symbols = ["⟨pad⟩", "⟨start⟩", "⟨end⟩", "⟨?⟩"] + Set(texts.joined()).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(symbols, 0...))
  }

  /// How many numbers there are, the four included.
  public var count: Int { symbols.count }

  /// The number of each symbol.
  public func encode(_ text: [String]) -> [Int] {
    // BEGIN SOLUTION
    text.map { numbers[$0] ?? Vocabulary.unknown }
    // END SOLUTION
  }

  /// The symbols up to the first ``end``, without padding and ``start``.
  public func decode(_ tokens: [Int]) -> [String] {
    // BEGIN SOLUTION
    tokens.prefix { $0 != Vocabulary.end }.filter { $0 > Vocabulary.end }.map { symbols[$0] }
    // STUB: // `prefix { … }` takes elements as long as the condition holds.
    // STUB: notImplemented()
    // END SOLUTION
  }
}
