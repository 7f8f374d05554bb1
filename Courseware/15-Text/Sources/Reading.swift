/// One or many.
public enum GrammaticalNumber: String, Sendable, CaseIterable, Codable {
  case singular, plural
}

/// Masculine, feminine, neuter.
public enum Gender: String, Sendable, CaseIterable, Codable {
  case masculine, feminine, neuter
}

/// The six cases of Russian in the order of its grammars. English knows three: nominative, genitive (*cat's*, *his*) and, in
/// its pronouns, accusative (*him*).
public enum GrammaticalCase: String, Sendable, CaseIterable, Codable {
  case nominative, genitive, dative, accusative, instrumental, prepositional
}

/// What a form may be: the word it belongs to, and its grammatical categories.
///
/// A form has often more than one reading: *книги* is books, or of a book.
public struct Reading: Hashable, Sendable {
  /// The form that stands in the dictionary.
  public let lemma: String
  /// One or many.
  public let number: GrammaticalNumber
  /// The gender of the word; nil where the language gives it none.
  public let gender: Gender?
  /// The case of the form.
  public let grammaticalCase: GrammaticalCase

  /// A reading with these parts.
  public init(
    _ lemma: String, _ number: GrammaticalNumber, _ gender: Gender?,
    _ grammaticalCase: GrammaticalCase
  ) {
    (self.lemma, self.number, self.gender) = (lemma, number, gender)
    self.grammaticalCase = grammaticalCase
  }
}

extension Reading: CustomStringConvertible {
  /// *книга: plural, feminine, instrumental*
  public var description: String {
    "\(lemma): \(number)\(gender.map { ", \($0)" } ?? ""), \(grammaticalCase)"
  }
}
