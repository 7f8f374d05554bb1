import CourseKit

/// A pattern by which nouns of Russian take their endings, case by case.
public struct Declension: Sendable {
  /// The gender of the nouns that follow it.
  public let gender: Gender
  /// The ending in the dictionary; empty for *стол*.
  public let lemmaEnding: String
  /// The endings of the singular, in the order of `GrammaticalCase.allCases`.
  public let singular: [String]
  /// The endings of the plural, in the same order.
  public let plural: [String]

  /// The endings as a table: number, case, ending. The accusative of what is alive is its genitive, in the plural always and in
  /// the singular for the masculine; of what is not alive, it is as the pattern says.
  public func endings(
    isAnimate: Bool
  ) -> [(number: GrammaticalNumber, grammaticalCase: GrammaticalCase, ending: String)] {
    // Position 3 is the accusative, position 1 the genitive.
    notImplemented()
  }

  private init(_ gender: Gender, _ singular: String, _ plural: String) {
    func list(_ text: String) -> [String] {
      text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }
    (self.gender, self.singular, self.plural) = (gender, list(singular), list(plural))
    lemmaEnding = self.singular[0]
  }

  /// The ten patterns: стол, словарь, музей; комната, неделя, линия, тетрадь; слово, море, здание. A dash is no ending.
  public static let all: [Declension] = [
    Declension(.masculine, "- а у - ом е", "ы ов ам ы ами ах"),
    Declension(.masculine, "ь я ю ь ем е", "и ей ям и ями ях"),
    Declension(.masculine, "й я ю й ем е", "и ев ям и ями ях"),
    Declension(.feminine, "а ы е у ой е", "ы - ам ы ами ах"),
    Declension(.feminine, "я и е ю ей е", "и ь ям и ями ях"),
    Declension(.feminine, "ия ии ии ию ией ии", "ии ий иям ии иями иях"),
    Declension(.feminine, "ь и и ь ью и", "и ей ям и ями ях"),
    Declension(.neuter, "о а у о ом е", "а - ам а ами ах"),
    Declension(.neuter, "е я ю е ем е", "я ей ям я ями ях"),
    Declension(.neuter, "ие ия ию ие ием ии", "ия ий иям ия иями иях"),
  ]
}

/// Stem and ending as Russian spells them. Only the first letter of the ending may change:
///
/// - ы becomes и behind г, к, х, ж, ч, ш, щ: *книги*;
/// - о becomes е behind ж, ч, ш, щ, ц, where it is not stressed, which it never is in our nouns: *задачей*;
/// - я becomes а, and ю becomes у, behind ж, ч, ш, щ, ц: *ночами*.
public func spelled(_ stem: String, _ ending: String) -> String {
  // Look at the last letter of the stem and the first of the ending; either may be missing.
  notImplemented()
}
