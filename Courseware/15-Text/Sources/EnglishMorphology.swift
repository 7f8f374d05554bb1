import CourseKit

/// Lemma, number, gender and case of English words: a table of pronouns and irregular words, then rules for endings.
public struct EnglishMorphology: Sendable {
  /// The lemmas that are known.
  public let lemmas: Set<String>
  /// The lemma of each irregular form.
  public let irregular: [String: String]
  /// The readings of the pronouns.
  public let pronouns: [String: [Reading]]

  /// The lemma of a noun or a verb, in upper or lower case: the table, then the word itself if it is a known lemma, then the
  /// first of ``endings`` that leads to a known lemma: by its replacement, or else by making the double consonant before it
  /// single (*stopped*). A word never seen is its own lemma.
  public func lemma(_ word: String) -> String {
    // BEGIN SOLUTION
    let word = word.lowercased()
    if let lemma = irregular[word] { return lemma }
    if lemmas.contains(word) { return word }
    for (ending, replacement) in EnglishMorphology.endings where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if lemmas.contains(stem + replacement) { return stem + replacement }
      let isDoubled = PorterWord(stem).endsWithDoubleConsonant
      if isDoubled, lemmas.contains(String(stem.dropLast())) { return String(stem.dropLast()) }
    }
    return word
    // STUB: // irregular, lemmas, then EnglishMorphology.endings in their order.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The readings of a pronoun or a noun, in upper or lower case.
  ///
  /// *'s*, or ' behind an *s*, makes the genitive. What stands before it tells the number: a form that is not its own lemma is a
  /// plural. So *cat's* and *bus'* are one, *cats'* and *women's* many.
  public func readings(_ word: String) -> [Reading] {
    // BEGIN SOLUTION
    let word = word.lowercased()
    if let readings = pronouns[word] { return readings }
    let isGenitive = word.hasSuffix("'s") || word.hasSuffix("s'")
    let noun = word.hasSuffix("'s") ? String(word.dropLast(2)) : word.filter { $0 != "'" }
    let lemma = lemma(noun)
    return [
      Reading(
        lemma, lemma == noun ? .singular : .plural, nil, isGenitive ? .genitive : .nominative)
    ]
    // STUB: // Pronouns first; then take the apostrophe off, and ask lemma(_:).
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// The endings of regular forms and what stands in the lemma in their place, in the order in which they are tried: the
  /// e first, for *hoped* is of *hope*, and *hop* would have doubled its p.
  static let endings = [
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
    ("ing", ""),
  ]
}

extension EnglishMorphology {
  /// Some thirty lemmas, irregular forms of some of them, and the pronouns.
  public static let small = EnglishMorphology(
    lemmas: Set(
      """
      cat dog city box church story book house bus mouse man woman child foot go be have see write stop hop hope bake bark walk try
      study plan new news make take miss love like
      """.split(whereSeparator: \.isWhitespace).map(String.init)),
    irregular: [
      "mice": "mouse", "men": "man", "women": "woman", "children": "child", "feet": "foot",
      "went": "go", "gone": "go",
      "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "has": "have",
      "had": "have", "saw": "see",
      "seen": "see", "wrote": "write", "written": "write", "made": "make", "took": "take",
    ],
    pronouns: [
      "i": [Reading("i", .singular, nil, .nominative)],
      "me": [Reading("i", .singular, nil, .accusative)],
      "my": [Reading("i", .singular, nil, .genitive)],
      "we": [Reading("we", .plural, nil, .nominative)],
      "us": [Reading("we", .plural, nil, .accusative)],
      "our": [Reading("we", .plural, nil, .genitive)],
      "he": [Reading("he", .singular, .masculine, .nominative)],
      "him": [Reading("he", .singular, .masculine, .accusative)],
      "his": [Reading("he", .singular, .masculine, .genitive)],
      "she": [Reading("she", .singular, .feminine, .nominative)],
      "her": [
        Reading("she", .singular, .feminine, .accusative),
        Reading("she", .singular, .feminine, .genitive),
      ],
      "it": [
        Reading("it", .singular, .neuter, .nominative),
        Reading("it", .singular, .neuter, .accusative),
      ],
      "its": [Reading("it", .singular, .neuter, .genitive)],
      "they": [Reading("they", .plural, nil, .nominative)],
      "them": [Reading("they", .plural, nil, .accusative)],
      "their": [Reading("they", .plural, nil, .genitive)],
    ])
}
