import CourseKit

// What the conditions of Porter's rules ask of a stem. (M. F. Porter, An algorithm for suffix stripping, Program 14, 1980)

/// A stem in lower case, with its letters told apart into consonants and vowels.
public struct PorterWord: Sendable {
  /// The letters in order.
  public let letters: [Character]
  /// Whether each letter is a consonant.
  public let isConsonant: [Bool]

  /// A consonant is any letter but a, e, i, o, u, and but a *y* behind a consonant. So the y of *toy* is one, and
  /// that of *sky* and the first of *syzygy* are vowels.
  public init(_ word: String) {
    letters = Array(word)
    notImplemented()
  }

  /// m, how often a run of vowels is followed by a run of consonants: [C](VC)ᵐ[V].
  ///
  /// *tree* and *by* have m = 0, *trouble* and *oats* 1, *private* and *oaten* 2.
  public var measure: Int {
    notImplemented()
  }

  /// Whether there is a vowel in it: the condition \*v\*.
  public var containsVowel: Bool {
    notImplemented()
  }

  /// Whether it ends with the same consonant twice: the condition \*d.
  public var endsWithDoubleConsonant: Bool {
    notImplemented()
  }

  /// Whether it ends consonant, vowel, consonant, the last of them not w, x or y: the condition \*o, as in *hop* and *wil*.
  public var endsWithShortSyllable: Bool {
    notImplemented()
  }
}
