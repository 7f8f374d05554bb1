import CourseKit
import NDArray
import Text

/// The dictionary of the lecture, its n-grams, and pieces.
func wordsToNumbers() {
  section("From words to numbers")
  let words = tokens("A dog barked at a cat.")
  let dictionary = Vocabulary(
    ["a", "an", "and", "at", "ate", "bark", "barked", "cat", "cats", "dog", "dogs", "eat"])
  print("tokens     \(words)")
  print("code       \(dictionary.code(of: words))")
  print("a horse    \(dictionary.code(of: tokens("a horse")))")
  print("stop words \(withoutStopWords(words))")
  print("pairs      \(wordNGrams(words, 2))")

  section("Character 4-grams, and the Jaccard index with describe")
  let describe = characterNGrams("describe", 4)
  for word in ["describe", "description", "prescribing", "descent", "cribbage"] {
    let grams = characterNGrams(word, 4)
    print(
      "\(word.padding(12)) \(jaccard(grams, describe).text(6))  \(grams.joined(separator: " "))")
  }

  section("Pieces")
  print("fastText <cat>, 3 to 5: \(subwords("cat", lengths: 3...5).joined(separator: " "))")
  let pairs = BytePairs(["low": 5, "lower": 2, "newest": 6, "widest": 3], count: 10)
  print("byte pairs: \(pairs.merges.map { $0.0 + "+" + $0.1 }.joined(separator: " "))")
  print("lowest:     \(pairs.pieces(of: "lowest").joined(separator: " "))")
}

/// Seen and heard: the word error rate.
func errorRates() {
  section("Word error rate")
  let (said, heard) = ("the cat sat on the mat", "the cat sit on mat")
  let changes = edits(tokens(said), tokens(heard))
  print("said  \(said)\nheard \(heard)")
  print(
    "\(changes.substitutions) substitution, \(changes.deletions) deletion, "
      + "\(changes.insertions) insertions: \(wordErrorRate(said, heard).text(4))")
  for row in editDistances(tokens(said), tokens(heard)) {
    print(row.map(String.init).joined(separator: " "))
  }
}
