import CourseKit
import GradedTests
import NDArray
import Testing
import Text

/// Expects two lists to be equal, and names the first place where they are not.
func expectList<Element: Equatable>(
  _ got: [Element], _ expected: [Element], _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if got == expected { return }
  var message = "\(what): expected \(short(expected)), got \(short(got))"
  if got.count != expected.count {
    message += "; \(expected.count) belong there, not \(got.count)"
  }
  if let i = zip(got, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset {
    message += "; the first difference is at position \(i): expected \(expected[i]), got \(got[i])"
  }
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
}

private func short<Element>(_ list: [Element]) -> String {
  list.count > 14 ? "\(list.prefix(14))…" : "\(list)"
}

/// Expects each word to become the other, and tells those that do not.
func expectForms(
  _ pairs: [(String, String)], _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ change: (String) -> String
) {
  let wrong = pairs.map { ($0.0, $0.1, change($0.0)) }.filter { $0.1 != $0.2 }
  guard !wrong.isEmpty else { return }
  let told = wrong.prefix(4).map { "\($0.0) → \($0.1), got \($0.2)" }.joined(separator: "; ")
  Issue.record(
    Comment(rawValue: "\(what): \(wrong.count) of \(pairs.count) words differ: expected \(told)"),
    sourceLocation: sourceLocation)
}

/// Pairs of words from "caresses caress, ponies poni".
func pairs(_ text: String) -> [(String, String)] {
  text.split(separator: ",").map { pair in
    let words = pair.split(separator: " ").map(String.init)
    return (words[0], words[1])
  }
}

/// The three reviews of the lecture and its columns.
let threeReviews = [
  "this movie is very scary and long", "this movie is not scary and is slow",
  "this movie is spooky and good",
].map { $0.split(separator: " ").map(String.init) }
let reviewWords = Vocabulary([
  "this", "movie", "is", "very", "scary", "and", "long", "not", "slow", "spooky", "good",
])

/// The counts of the three reviews, as they are and not as a slide prints them.
let reviewCounts: NDArray<Double> = [
  [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 2, 0, 1, 1, 0, 1, 1, 0, 0],
  [1, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1],
]
