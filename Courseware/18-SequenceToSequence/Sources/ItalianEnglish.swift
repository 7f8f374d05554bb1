import NDArray

/// A small grammar around the lecture's sentence, *Il gatto si e' seduto sul tappetino.* → *The cat sat on the mat.*
///
/// Italian adjectives stand behind their noun and agree with it, so do article and participle with the subject; *on* and *the* are one word.
public enum ItalianEnglish {
  struct Noun {
    let italian, english: String
    let isFeminine: Bool
  }
  struct Adjective {
    let masculine, feminine, english: String
  }
  struct Verb {
    /// Auxiliary words, and the participle's forms.
    let auxiliary, masculine, feminine, english: String
  }

  static let animals = [
    Noun(italian: "gatto", english: "cat", isFeminine: false),
    Noun(italian: "cane", english: "dog", isFeminine: false),
    Noun(italian: "topo", english: "mouse", isFeminine: false),
    Noun(italian: "cavallo", english: "horse", isFeminine: false),
    Noun(italian: "volpe", english: "fox", isFeminine: true),
    Noun(italian: "rana", english: "frog", isFeminine: true),
    Noun(italian: "scimmia", english: "monkey", isFeminine: true),
    Noun(italian: "gallina", english: "hen", isFeminine: true),
  ]
  static let places = [
    Noun(italian: "tappetino", english: "mat", isFeminine: false),
    Noun(italian: "tavolo", english: "table", isFeminine: false),
    Noun(italian: "letto", english: "bed", isFeminine: false),
    Noun(italian: "divano", english: "sofa", isFeminine: false),
    Noun(italian: "sedia", english: "chair", isFeminine: true),
    Noun(italian: "panca", english: "bench", isFeminine: true),
    Noun(italian: "scatola", english: "box", isFeminine: true),
    Noun(italian: "coperta", english: "blanket", isFeminine: true),
  ]
  static let adjectives = [
    Adjective(masculine: "nero", feminine: "nera", english: "black"),
    Adjective(masculine: "bianco", feminine: "bianca", english: "white"),
    Adjective(masculine: "rosso", feminine: "rossa", english: "red"),
    Adjective(masculine: "grigio", feminine: "grigia", english: "grey"),
    Adjective(masculine: "verde", feminine: "verde", english: "green"),
    Adjective(masculine: "bagnato", feminine: "bagnata", english: "wet"),
    Adjective(masculine: "sporco", feminine: "sporca", english: "dirty"),
  ]
  static let verbs = [
    Verb(auxiliary: "si e'", masculine: "seduto", feminine: "seduta", english: "sat"),
    Verb(auxiliary: "si e'", masculine: "sdraiato", feminine: "sdraiata", english: "lay"),
    Verb(auxiliary: "e'", masculine: "saltato", feminine: "saltata", english: "jumped"),
    Verb(auxiliary: "ha", masculine: "dormito", feminine: "dormito", english: "slept"),
  ]

  /// The lecture's own sentence.
  public static let lecture = Pair(
    words: "il gatto si e' seduto sul tappetino .", "the cat sat on the mat .")

  /// The lecture's cat and mat with a colour each.
  public static let coloured = Pair(
    words: "il gatto nero si e' seduto sul tappetino rosso .",
    "the black cat sat on the red mat .")

  /// So many different sentences, without these two. Half of the nouns have an adjective.
  public static func sentences(_ count: Int, using generator: inout Generator) -> [Pair] {
    var (pairs, seen): ([Pair], Set<[String]>) = ([], [lecture.source, coloured.source])
    while pairs.count < count {
      let pair = sentence(using: &generator)
      if seen.insert(pair.source).inserted { pairs.append(pair) }
    }
    return pairs
  }

  private static func sentence(using generator: inout Generator) -> Pair {
    let who = animals[generator.integers(0..<animals.count)]
    let place = places[generator.integers(0..<places.count)]
    let verb = verbs[generator.integers(0..<verbs.count)]
    let (whoIs, placeIs) = (adjective(using: &generator), adjective(using: &generator))
    func agreeing(_ adjective: Adjective?, _ noun: Noun) -> String {
      adjective.map { " " + (noun.isFeminine ? $0.feminine : $0.masculine) } ?? ""
    }
    func before(_ adjective: Adjective?) -> String { adjective.map { $0.english + " " } ?? "" }
    let italian =
      (who.isFeminine ? "la " : "il ") + who.italian + agreeing(whoIs, who) + " "
      + verb.auxiliary + " " + (who.isFeminine ? verb.feminine : verb.masculine)
      + (place.isFeminine ? " sulla " : " sul ") + place.italian + agreeing(placeIs, place) + " ."
    let english =
      "the \(before(whoIs))\(who.english) \(verb.english) on the \(before(placeIs))\(place.english) ."
    return Pair(words: italian, english)
  }

  private static func adjective(using generator: inout Generator) -> Adjective? {
    let drawn = generator.integers(0..<(2 * adjectives.count))
    return drawn < adjectives.count ? adjectives[drawn] : nil
  }

  /// Whether an Italian or English word is an adjective of the grammar.
  public static func isAdjective(_ word: String) -> Bool {
    adjectives.contains { [$0.masculine, $0.feminine, $0.english].contains(word) }
  }

  /// The baseline: a dictionary that knows every word and nothing of their order.
  public static func wordForWord(_ italian: [String]) -> [String] {
    var dictionary: [String: String] = [
      "il": "the", "la": "the", "sul": "on the", "sulla": "on the", "si": "", "e'": "", "ha": "",
      ".": ".",
    ]
    for noun in animals + places { dictionary[noun.italian] = noun.english }
    for adjective in adjectives {
      dictionary[adjective.masculine] = adjective.english
      dictionary[adjective.feminine] = adjective.english
    }
    for verb in verbs {
      dictionary[verb.masculine] = verb.english
      dictionary[verb.feminine] = verb.english
    }
    return italian.flatMap {
      (dictionary[$0] ?? $0).split(separator: " ").map(String.init)
    }
  }
}
