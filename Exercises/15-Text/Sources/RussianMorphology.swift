import CourseKit

/// Lemma, number, gender and case of Russian nouns: first a table of irregular words, then the endings of ten patterns.
///
/// ```swift
/// RussianMorphology.small.readings("книгами")  // книга, plural, feminine, instrumental
/// ```
public struct RussianMorphology: Sendable {
  /// What has to be known of a noun to decline it.
  public struct Noun: Sendable {
    let declension: Declension
    let isAnimate: Bool
  }

  /// Every regular noun that is known, by its lemma.
  public let nouns: [String: Noun]
  /// Every form of every irregular word.
  public let table: [String: [Reading]]

  /// All forms of a noun by the pattern of its lemma: what stands before the pattern's `lemmaEnding`, and each of its endings.
  public static func forms(_ lemma: String, _ noun: Noun) -> [(form: String, reading: Reading)] {
    notImplemented()
  }

  /// All readings of a form, in upper or lower case.
  ///
  /// 1. The table, if it has the form.
  /// 2. Else every known noun that has the form.
  /// 3. Else the word was never seen, and ``guesses(_:)`` has the answer.
  public func readings(_ form: String) -> Set<Reading> {
    // `candidates(form)` are all readings by any pattern; keep those of nouns that do have this form.
    notImplemented()
  }

  /// The readings of a word never seen, in upper or lower case: those by its longest ending that is an ending of some
  /// pattern.
  public func guesses(_ form: String) -> Set<Reading> {
    notImplemented()
  }

  /// Every reading that some pattern allows, with the ending it goes by. At least two letters are left for the stem.
  func candidates(_ form: String) -> [(reading: Reading, ending: String)] {
    Declension.all.flatMap { pattern in
      [false, true].flatMap { pattern.endings(isAnimate: $0) }.compactMap { row in
        let stem = String(form.dropLast(row.ending.count))
        guard stem.count >= 2, spelled(stem, row.ending) == form else { return nil }
        let lemma = stem + pattern.lemmaEnding
        return (Reading(lemma, row.number, pattern.gender, row.grammaticalCase), row.ending)
      }
    }
  }
}

extension RussianMorphology {
  /// Sixty-six nouns, and eight irregular ones.
  public static let small = RussianMorphology(
    nouns: Dictionary(
      uniqueKeysWithValues: zip(Declension.all, regular).flatMap { pattern, words in
        words.split(separator: " ").map { word in
          let isAnimate = word.hasSuffix("*")
          return (
            String(isAnimate ? word.dropLast() : word),
            Noun(declension: pattern, isAnimate: isAnimate)
          )
        }
      }),
    table: irregularTable)

  /// The known nouns of each pattern of `Declension.all`; a star marks what is alive.
  private static let regular = [
    "стол завод закон урок текст вопрос билет язык автор* студент* мальчик* кот* волк* слон*",
    "портфель спектакль писатель* гость* читатель* медведь*",
    "музей трамвай случай герой*",
    "комната книга задача машина газета страна школа река лампа улица дорога собака* рыба* птица*",
    "неделя буря пуля няня*",
    "линия станция лекция армия история",
    "тетрадь ночь дверь область степень новость площадь",
    "слово место дело болото право",
    "море поле",
    "здание знание задание мнение условие",
  ]

  /// The forms of irregular words, singular and then plural, in the order of the cases.
  private static let irregular: [(Gender, String)] = [
    (
      .masculine,
      "человек человека человеку человека человеком человеке "
        + "люди людей людям людей людьми людях"
    ),
    (
      .masculine,
      "ребёнок ребёнка ребёнку ребёнка ребёнком ребёнке "
        + "дети детей детям детей детьми детях"
    ),
    (
      .masculine,
      "путь пути пути путь путём пути "
        + "пути путей путям пути путями путях"
    ),
    (
      .masculine,
      "сын сына сыну сына сыном сыне "
        + "сыновья сыновей сыновьям сыновей сыновьями сыновьях"
    ),
    (
      .feminine,
      "мать матери матери мать матерью матери "
        + "матери матерей матерям матерей матерями матерях"
    ),
    (
      .feminine,
      "кошка кошки кошке кошку кошкой кошке "
        + "кошки кошек кошкам кошек кошками кошках"
    ),
    (
      .neuter,
      "время времени времени время временем времени "
        + "времена времён временам времена временами временах"
    ),
    (
      .neuter,
      "окно окна окну окно окном окне "
        + "окна окон окнам окна окнами окнах"
    ),
  ]

  private static let irregularTable: [String: [Reading]] = {
    var table: [String: [Reading]] = [:]
    for (gender, text) in irregular {
      let forms = text.split(separator: " ").map(String.init)
      for (i, form) in forms.enumerated() {
        let reading = Reading(
          forms[0], i < 6 ? .singular : .plural, gender, GrammaticalCase.allCases[i % 6])
        table[form, default: []].append(reading)
      }
    }
    return table
  }()
}
