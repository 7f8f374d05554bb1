import CourseKit
import NDArray

/// A text and its translation, letter by letter or word by word.
public struct Pair: Sendable, Equatable {
  public let source, target: [String]

  public init(source: [String], target: [String]) { (self.source, self.target) = (source, target) }

  /// Letter by letter.
  public init(letters source: String, _ target: String) {
    self.init(source: source.map { String($0) }, target: target.map { String($0) })
  }

  /// Word by word.
  public init(words source: String, _ target: String) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.init(source: words(source), target: words(target))
  }
}

/// Pairs to learn from and pairs that are held out, with the vocabularies of the former.
public struct Corpus: Sendable {
  public let train, test: [Pair]
  public let source, target: Vocabulary

  public init(train: [Pair], test: [Pair]) {
    (self.train, self.test) = (train, test)
    source = Vocabulary(of: train.map(\.source))
    target = Vocabulary(of: train.map(\.target))
  }

  /// The pairs as numbers.
  public func batch(_ pairs: some Sequence<Pair>) -> Batch {
    Batch(
      source: pairs.map { source.encode($0.source) }, target: pairs.map { target.encode($0.target) }
    )
  }
}
