import NDArray

/// A small translation: token texts of two languages, filled up with 0; the target begins with `start` and ends with `end`.
public struct TranslationTask: Sendable {
  public static let (padding, start, end) = (0, 1, 2)
  /// The letters behind those three tokens, for both languages.
  public let letters: [Character]
  /// (texts, source length), (texts, target length)
  public let source, target: NDArray<Int>

  public init(_ pairs: [(source: String, target: String)], letters: String) {
    self.letters = Array(letters)
    let numbers = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, $0 + 3) })
    func table(_ texts: [[Int]]) -> NDArray<Int> {
      let length = texts.map(\.count).max() ?? 0
      let filled = texts.flatMap { $0 + [Int](repeating: Self.padding, count: length - $0.count) }
      return NDArray(filled, shape: [texts.count, length])
    }
    source = table(pairs.map { $0.source.map { numbers[$0] ?? 0 } })
    target = table(pairs.map { [Self.start] + $0.target.map { numbers[$0] ?? 0 } + [Self.end] })
  }

  /// How many different tokens there are.
  public var vocabulary: Int { letters.count + 3 }

  /// The letters of a row of tokens, up to the end.
  public func text(_ tokens: [Int]) -> String {
    String(tokens.prefix { $0 != Self.end }.compactMap { $0 > 2 ? letters[$0 - 3] : nil })
  }

  /// Dates as people write them, in three spellings, into ISO form: *march 5, 2024* → *2024-03-05*. No date comes twice, so that one
  /// held out is new in every spelling; there are 67,200.
  public static func dates(_ count: Int, using generator: inout Generator) -> TranslationTask {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var (pairs, taken): ([(source: String, target: String)], Set<String>) = ([], [])
    while pairs.count < count {
      let (year, month) = (generator.integers(1900..<2100), generator.integers(1...12))
      let day = generator.integers(1...28)
      let name = months[month - 1]
      let spelled =
        switch generator.integers(0..<3) {
        case 0: "\(day) \(name) \(year)"
        case 1: "\(name) \(day), \(year)"
        default: "\(day).\(month).\(year)"
        }
      let target = "\(year)-\(two(month))-\(two(day))"
      if taken.insert(target).inserted { pairs.append((spelled, target)) }
    }
    return TranslationTask(pairs, letters: "0123456789-., abcdefghijlmnoprstuvy")
  }

  /// Digits, and the same from the last to the first.
  public static func reversals(
    _ count: Int, length: Int, using generator: inout Generator
  ) -> TranslationTask {
    let pairs = (0..<count).map { _ in
      let digits = (0..<length).map { _ in String(generator.integers(0..<10)) }
      return (source: digits.joined(), target: digits.reversed().joined())
    }
    return TranslationTask(pairs, letters: "0123456789")
  }
}
