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
    // BEGIN SOLUTION
    var isConsonant: [Bool] = []
    for letter in letters {
      switch letter {
      case "a", "e", "i", "o", "u": isConsonant.append(false)
      case "y": isConsonant.append(!(isConsonant.last ?? false))
      default: isConsonant.append(true)
      }
    }
    self.isConsonant = isConsonant
    // STUB: notImplemented()
    // END SOLUTION
  }

  /// m, how often a run of vowels is followed by a run of consonants: [C](VC)ᵐ[V].
  ///
  /// *tree* and *by* have m = 0, *trouble* and *oats* 1, *private* and *oaten* 2.
  public var measure: Int {
    // BEGIN SOLUTION
    zip(isConsonant, isConsonant.dropFirst()).filter { !$0 && $1 }.count
    // END SOLUTION
  }

  /// Whether there is a vowel in it: the condition \*v\*.
  public var containsVowel: Bool {
    // BEGIN SOLUTION
    isConsonant.contains(false)
    // END SOLUTION
  }

  /// Whether it ends with the same consonant twice: the condition \*d.
  public var endsWithDoubleConsonant: Bool {
    // BEGIN SOLUTION
    guard letters.count >= 2, isConsonant[letters.count - 1] else { return false }
    return letters[letters.count - 1] == letters[letters.count - 2]
    // END SOLUTION
  }

  /// Whether it ends consonant, vowel, consonant, the last of them not w, x or y: the condition \*o, as in *hop* and *wil*.
  public var endsWithShortSyllable: Bool {
    // BEGIN SOLUTION
    isConsonant.suffix(3) == [true, false, true] && !"wxy".contains(letters[letters.count - 1])
    // END SOLUTION
  }
}
