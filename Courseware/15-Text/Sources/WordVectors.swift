import CourseKit
import NDArray

/// A word that a model has no vector for.
public struct UnknownWord: Error, Equatable, CustomStringConvertible {
  /// The word.
  public let word: String

  /// The error for this word.
  public init(_ word: String) { self.word = word }

  /// What to tell.
  public var description: String { "“\(word)” was never seen in training, so it has no vector" }
}

/// Words as directions: each row of the table is divided by its length, so that a product of two rows is their cosine.
public struct WordVectors: Sendable {
  /// The words.
  public let vocabulary: Vocabulary
  /// One row of length 1 for each word; a row of zeros stays one. (words, width)
  public let vectors: NDArray<Double>

  /// The directions of the rows of `vectors`, (words, width).
  public init(_ vocabulary: Vocabulary, _ vectors: NDArray<Double>) {
    self.vocabulary = vocabulary
    // BEGIN SOLUTION
    let lengths = sqrt(square(vectors).sum(axis: 1, keepDims: true))
    self.vectors = vectors / which(lengths .> 0, lengths, 1)
    // END SOLUTION
  }

  /// The vector of a word: (width).
  ///
  /// - Throws: ``UnknownWord`` for a word never seen.
  public func vector(_ word: String) throws(UnknownWord) -> NDArray<Double> {
    // BEGIN SOLUTION
    guard let position = vocabulary[word] else { throw UnknownWord(word) }
    return vectors[position]
    // END SOLUTION
  }

  /// The `count` words with the largest cosine to `direction` (width), the nearest first, without those of `excluding`.
  public func nearest(
    to direction: NDArray<Double>, count: Int, excluding: Set<String> = []
  ) -> [(word: String, cosine: Double)] {
    // BEGIN SOLUTION
    let length = (direction * direction).sum().squareRoot()
    let cosines = vectors.dot(direction) / (length > 0 ? length : 1)
    let order = cosines.argSorted().elements.reversed().filter {
      !excluding.contains(vocabulary.words[$0])
    }
    return order.prefix(count).map { (vocabulary.words[$0], cosines[$0].scalar) }
    // END SOLUTION
  }

  /// The `count` words nearest to a word, without the word itself.
  public func neighbours(
    of word: String, count: Int
  ) throws(UnknownWord) -> [(word: String, cosine: Double)] {
    // BEGIN SOLUTION
    nearest(to: try vector(word), count: count, excluding: [word])
    // END SOLUTION
  }

  /// `a` is to `b` as `c` is to … : the word nearest to $b - a + c$, without the three themselves.
  public func analogy(
    _ a: String, _ b: String, _ c: String
  ) throws(UnknownWord) -> String {
    // BEGIN SOLUTION
    let direction = try vector(b) - vector(a) + vector(c)
    return nearest(to: direction, count: 1, excluding: [a, b, c])[0].word
    // END SOLUTION
  }
}
