import CourseKit

/// The training pairs of skip-gram: each position with each word at most `window` places before or behind it.
///
/// Position by position; for each the neighbours from left to right. *A dog barked at a cat* has 10 pairs for a window of 1 and 18
/// for one of 2: at the ends there are fewer.
public func skipGramPairs(_ sentence: [Int], window: Int) -> (centres: [Int], contexts: [Int]) {
  // BEGIN SOLUTION
  var (centres, contexts): ([Int], [Int]) = ([], [])
  for example in contextWindows(sentence, window: window) {
    centres += example.context.map { _ in example.target }
    contexts += example.context
  }
  return (centres, contexts)
  // END SOLUTION
}

/// The training examples of CBOW: each word as the target, with the words at most `window` places before or behind it, from left
/// to right. A word without neighbours is left out.
public func contextWindows(_ sentence: [Int], window: Int) -> [(context: [Int], target: Int)] {
  // BEGIN SOLUTION
  sentence.indices.compactMap { i in
    let before = sentence[max(0, i - window)..<i]
    let behind = sentence[(i + 1)..<min(sentence.count, i + 1 + window)]
    return before.isEmpty && behind.isEmpty ? nil : (Array(before + behind), sentence[i])
  }
  // END SOLUTION
}
