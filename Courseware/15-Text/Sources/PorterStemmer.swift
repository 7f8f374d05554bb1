import CourseKit

/// Porter's stemmer of 1980, rule by rule: five steps that cut endings off, or exchange them, one after another.
public enum PorterStemmer {
  /// The stem of an English word, in upper or lower case.
  public static func stem(_ word: String) -> String {
    // BEGIN SOLUTION
    let steps = [step1a, step1b, step1c, step2, step3, step4, step5a, step5b]
    return steps.reduce(word.lowercased()) { word, step in step(word) }
    // END SOLUTION
  }

  /// Plurals: sses → ss, ies → i, ss → ss, s → nothing.
  public static func step1a(_ word: String) -> String {
    // BEGIN SOLUTION
    apply(
      [
        PorterRule("sses", "ss"), PorterRule("ies", "i"), PorterRule("ss", "ss"),
        PorterRule("s", ""),
      ], to: word)
    // END SOLUTION
  }

  /// Past and progressive: (m > 0) eed → ee; (\*v\*) ed → nothing; (\*v\*) ing → nothing.
  ///
  /// When *ed* or *ing* went, the stem is mended: at → ate, bl → ble, iz → ize; a double consonant but l, s or z becomes
  /// single; (m = 1 and \*o) gets an e. Only the first of these that fits.
  public static func step1b(_ word: String) -> String {
    // BEGIN SOLUTION
    if word.hasSuffix("eed") {
      return apply([PorterRule("eed", "ee") { $0.measure > 0 }], to: word)
    }
    let rules = [
      PorterRule("ed", "") { $0.containsVowel }, PorterRule("ing", "") { $0.containsVowel },
    ]
    let stem = apply(rules, to: word)
    return stem == word ? word : mended(stem)
    // STUB: // Three rules, then mended(_:) if the second or the third has changed the word.
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// A stem from which *ed* or *ing* was cut, with the e or the single consonant that it had before.
  static func mended(_ stem: String) -> String {
    // BEGIN SOLUTION
    for ending in ["at", "bl", "iz"] where stem.hasSuffix(ending) { return stem + "e" }
    let word = PorterWord(stem)
    if word.endsWithDoubleConsonant {
      return stem.hasSuffix("l") || stem.hasSuffix("s") || stem.hasSuffix("z")
        ? stem : String(stem.dropLast())
    }
    return word.measure == 1 && word.endsWithShortSyllable ? stem + "e" : stem
    // END SOLUTION
  }

  /// (\*v\*) y → i
  public static func step1c(_ word: String) -> String {
    // BEGIN SOLUTION
    apply([PorterRule("y", "i") { $0.containsVowel }], to: word)
    // END SOLUTION
  }

  /// Where m > 0, the long endings of step 2 become shorter ones.
  public static func step2(_ word: String) -> String {
    // BEGIN SOLUTION
    apply(rules(step2Endings) { $0.measure > 0 }, to: word)
    // END SOLUTION
  }

  /// Where m > 0, the endings of step 3 become shorter ones.
  public static func step3(_ word: String) -> String {
    // BEGIN SOLUTION
    apply(rules(step3Endings) { $0.measure > 0 }, to: word)
    // END SOLUTION
  }

  /// Where m > 1, the endings of step 4 go; *ion* only behind s or t.
  public static func step4(_ word: String) -> String {
    // BEGIN SOLUTION
    let ion = PorterRule("ion", "") { $0.measure > 1 && ["s", "t"].contains($0.letters.last) }
    return apply(rules(step4Endings) { $0.measure > 1 } + [ion], to: word)
    // END SOLUTION
  }

  /// An e at the end goes where m > 1, or where m = 1 and the stem does not end \*o.
  public static func step5a(_ word: String) -> String {
    // BEGIN SOLUTION
    let rule = PorterRule("e", "") {
      $0.measure > 1 || ($0.measure == 1 && !$0.endsWithShortSyllable)
    }
    return apply([rule], to: word)
    // END SOLUTION
  }

  /// ll at the end becomes l where m > 1, with m counted for the word without the last l.
  public static func step5b(_ word: String) -> String {
    // BEGIN SOLUTION
    let stem = String(word.dropLast())
    return word.hasSuffix("ll") && PorterWord(stem).measure > 1 ? stem : word
    // END SOLUTION
  }

  private static func rules(
    _ endings: [(String, String)], if condition: @escaping @Sendable (PorterWord) -> Bool
  ) -> [PorterRule] {
    endings.map { PorterRule($0, $1, if: condition) }
  }
}

extension PorterStemmer {
  /// Step 2: each ending and what it becomes.
  static let step2Endings = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
  ]

  /// Step 3: each ending and what it becomes.
  static let step3Endings = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]

  /// Step 4: the endings that go, all but *ion*.
  static let step4Endings = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
  ].map { ($0, "") }
}
