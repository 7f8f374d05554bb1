import CourseKit
import GradedTests
import NDArray
import Testing
import Text

@Suite(.graded) struct MorphologyChecks {
  private let russian = RussianMorphology.small
  private let english = EnglishMorphology.small

  @Test("ы, о, я and ю behind the letters that do not bear them") func spellingRules() {
    let cases = [
      ("книг", "ы", "книги"), ("стол", "ы", "столы"), ("задач", "ой", "задачей"),
      ("школ", "ой", "школой"), ("книг", "ой", "книгой"), ("птиц", "ой", "птицей"),
      ("птиц", "ы", "птицы"), ("ноч", "ям", "ночам"), ("ноч", "ью", "ночью"),
      ("врач", "ю", "врачу"), ("мор", "я", "моря"), ("пол", "ю", "полю"), ("книг", "", "книг"),
      ("", "ы", "ы"), ("мальчик", "ом", "мальчиком"),
    ]
    for (stem, ending, form) in cases {
      #expect(spelled(stem, ending) == form, "\(stem) + \(ending.isEmpty ? "no ending" : ending)")
    }
  }

  @Test("what is alive has its genitive for an accusative") func animateEndings() {
    let (hard, feminine) = (Declension.all[0], Declension.all[3])
    expectList(
      hard.endings(isAnimate: false).map(\.ending),
      ["", "а", "у", "", "ом", "е", "ы", "ов", "ам", "ы", "ами", "ах"], "стол")
    expectList(
      hard.endings(isAnimate: true).map(\.ending),
      ["", "а", "у", "а", "ом", "е", "ы", "ов", "ам", "ов", "ами", "ах"], "студент: both numbers")
    expectList(
      feminine.endings(isAnimate: true).map(\.ending),
      ["а", "ы", "е", "у", "ой", "е", "ы", "", "ам", "", "ами", "ах"], "рыба: the plural only")
    expectList(
      hard.endings(isAnimate: true).map(\.grammaticalCase.rawValue),
      GrammaticalCase.allCases.map(\.rawValue) + GrammaticalCase.allCases.map(\.rawValue),
      "the cases in their order, twice")
    expectList(
      hard.endings(isAnimate: true).map(\.number.rawValue),
      Array(repeating: "singular", count: 6) + Array(repeating: "plural", count: 6), "the numbers")
  }

  @Test("all forms like pymorphy's") func declinedForms() throws {
    struct Stored: Decodable {
      let gender: Gender
      let animate: Bool
      let forms: [String]
    }
    let stored: [String: Stored] = try reference("morphology.json")
    for (lemma, expected) in stored.sorted(by: { $0.key < $1.key }) {
      guard let noun = russian.nouns[lemma] else { continue }
      let forms = RussianMorphology.forms(lemma, noun)
      expectList(forms.map(\.form), expected.forms, "the forms of \(lemma), singular and plural")
      #expect(
        forms.allSatisfy { $0.reading.lemma == lemma && $0.reading.gender == expected.gender },
        "lemma and gender of each form of \(lemma)")
    }
  }

  @Test("readings of known words") func readingsOfForms() {
    #expect(
      russian.readings("книгами") == [Reading("книга", .plural, .feminine, .instrumental)],
      "книгами has one reading")
    #expect(
      russian.readings("Книги") == [
        Reading("книга", .singular, .feminine, .genitive),
        Reading("книга", .plural, .feminine, .nominative),
        Reading("книга", .plural, .feminine, .accusative),
      ], "книги has three")
    #expect(
      russian.readings("студента") == [
        Reading("студент", .singular, .masculine, .genitive),
        Reading("студент", .singular, .masculine, .accusative),
      ], "a student is alive")
    #expect(
      russian.readings("стола") == [Reading("стол", .singular, .masculine, .genitive)],
      "a table is not")
    #expect(
      russian.readings("ночам") == [Reading("ночь", .plural, .feminine, .dative)],
      "through the spelling rule")
    #expect(
      russian.readings("Людьми") == [Reading("человек", .plural, .masculine, .instrumental)],
      "Людьми, an irregular form, from the table: in upper or lower case")
    #expect(russian.readings("времени").count == 3, "genitive, dative and prepositional of время")
  }

  @Test("every form of every known word finds its way back") func formsAndReadingsAgree() {
    for (lemma, noun) in russian.nouns.sorted(by: { $0.key < $1.key }).prefix(24) {
      for (form, reading) in RussianMorphology.forms(lemma, noun) {
        #expect(
          russian.readings(form).contains(reading),
          "\(form) is \(reading.number) \(reading.grammaticalCase) of \(lemma)")
      }
    }
  }

  @Test("a word never seen: by its longest ending") func readingsOfUnknownWords() {
    let guessed = russian.readings("лампочками")
    #expect(
      guessed.contains(Reading("лампочка", .plural, .feminine, .instrumental)), "лампочками, by ами"
    )
    #expect(
      guessed.allSatisfy { $0.number == .plural && $0.grammaticalCase == .instrumental },
      "whatever its gender, it is a plural instrumental")
    let station = russian.readings("Революциями")
    #expect(
      station == [
        Reading("революция", .plural, .feminine, .instrumental),
        Reading("революцие", .plural, .neuter, .instrumental),
      ], "иями is longer than ями and ами: of a word on ия or on ие")
    #expect(russian.guesses("КНИГАМИ") == russian.guesses("книгами"), "in upper or lower case")
    #expect(russian.guesses("книгами").count > 1, "the guess does not look the word up")
    #expect(
      russian.readings("qwz").allSatisfy { $0.lemma.hasPrefix("qwz") },
      "no ending but the empty one: the word itself and what could follow it")
  }

  @Test("English lemmas: the table, the word, the rules") func englishLemmas() {
    expectForms(
      pairs(
        "mice mouse,Went go,written write,cats cat,cities city,churches church,studied study,stopped stop,hopping hop,hoped hope,baked bake,making make,misses miss,buses bus,bus bus,news news,walking walk,Dogs dog,tries try,boxes box,houses house"
      ),
      "lemmas", english.lemma)
    expectForms(
      pairs("blogs blogs,xed xed,s s,blogged blogged,bushes bushes"),
      "a word never seen is its own lemma; only a double consonant is made single, and only for a known lemma",
      english.lemma)
  }

  @Test("English number, gender and case") func englishReadings() {
    #expect(
      english.readings("her") == [
        Reading("she", .singular, .feminine, .accusative),
        Reading("she", .singular, .feminine, .genitive),
      ], "her has two readings")
    #expect(
      english.readings("Them") == [Reading("they", .plural, nil, .accusative)],
      "a pronoun, in upper or lower case")
    #expect(
      english.readings("Cat") == [Reading("cat", .singular, nil, .nominative)],
      "Cat is its own lemma, in upper or lower case")
    #expect(english.readings("mice") == [Reading("mouse", .plural, nil, .nominative)], "mice")
    #expect(
      english.readings("CAT'S") == [Reading("cat", .singular, nil, .genitive)], "CAT'S is one")
    #expect(
      english.readings("cats'") == [Reading("cat", .plural, nil, .genitive)], "cats' are many")
    #expect(
      english.readings("bus'") == [Reading("bus", .singular, nil, .genitive)],
      "bus' is one: without its apostrophe it is a lemma")
    #expect(english.readings("women's") == [Reading("woman", .plural, nil, .genitive)], "women's")
  }
}
