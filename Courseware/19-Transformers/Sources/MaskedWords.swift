import CourseKit
import NDArray

/// What hides words, and which tokens may not be hidden.
public struct WordMasking: Sendable {
  /// The token that stands for a hidden word.
  public var mask: Int
  /// The first number of an ordinary word; those below are padding and the like, and never hidden.
  public var firstWord: Int
  public var vocabulary: Int
  /// Which part of the words is to be guessed.
  public var share: Double

  public init(mask: Int, firstWord: Int, vocabulary: Int, share: Double = 0.15) {
    (self.mask, self.firstWord, self.vocabulary, self.share) = (mask, firstWord, vocabulary, share)
  }

  /// BERT's task: of the words drawn for guessing 80 % become `mask`, 10 % any word, 10 % stay as they are.
  ///
  /// - Returns: the inputs, and the labels: the word itself where it is to be guessed, −1 elsewhere.
  public func hide(
    _ tokens: NDArray<Int>, using generator: inout Generator
  ) -> (inputs: NDArray<Int>, labels: NDArray<Int>) {
    let (drawn, fate) = (generator.random(tokens.shape), generator.random(tokens.shape))
    let others = generator.integers(firstWord..<vocabulary, tokens.shape)
    // BEGIN SOLUTION
    let isDrawn = (drawn .< share) .& (tokens .>= firstWord)
    let replaced = which(fate .< 0.8, mask, which(fate .< 0.9, others, tokens))
    return (which(isDrawn, replaced, tokens), which(isDrawn, tokens, -1))
    // STUB: // A word is drawn where drawn < share and it is an ordinary one. Of those drawn: fate < 0.8 the mask, < 0.9 the one in
    // STUB: // `others`, else itself.
    // STUB: _ = (drawn, fate, others)
    // STUB: notImplemented()
    // END SOLUTION
  }
}

/// GPT's input forms (Radford et al. 2018): how any task becomes one text, at whose last token, `extract`, a small model reads the answer.
public struct InputForms: Sendable {
  public var start, delimiter, extract: Int
  public init(start: Int, delimiter: Int, extract: Int) {
    (self.start, self.delimiter, self.extract) = (start, delimiter, extract)
  }

  /// start, text, extract
  public func classification(_ text: [Int]) -> [Int] {
    // BEGIN SOLUTION
    [start] + text + [extract]
    // END SOLUTION
  }

  /// start, premise, delimiter, hypothesis, extract
  public func entailment(_ premise: [Int], _ hypothesis: [Int]) -> [Int] {
    // BEGIN SOLUTION
    [start] + premise + [delimiter] + hypothesis + [extract]
    // END SOLUTION
  }

  /// Both orders, for neither text comes first; the two states are added.
  public func similarity(_ a: [Int], _ b: [Int]) -> [[Int]] {
    // BEGIN SOLUTION
    [entailment(a, b), entailment(b, a)]
    // END SOLUTION
  }

  /// One for each answer; a softmax compares them.
  public func choice(_ context: [Int], _ answers: [[Int]]) -> [[Int]] {
    // BEGIN SOLUTION
    answers.map { entailment(context, $0) }
    // END SOLUTION
  }
}
