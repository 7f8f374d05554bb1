import Foundation

/// Texts in two languages: `source[k]` is `target[k]` in the other.
public struct TextPairs: Sendable {
  /// The texts of one language.
  public let source: [String]
  /// The same texts in the other language.
  public let target: [String]
  /// What the texts are, in a sentence.
  public let summary: String
  /// Where they come from and on what terms they may be passed on.
  public let origin: String

  /// How many pairs there are.
  public var count: Int { source.count }
}

extension Datasets {
  /// 4,354 names of places, English and Russian, in the order of the English ones.
  ///
  /// Most are spelled by sound, a few are translated. A name has 3 to 24 characters in English.
  ///
  /// ```swift
  /// let places = try Datasets.placeNames()
  /// print(places.source[6], places.target[6])  // Abakan Абакан
  /// ```
  public static func placeNames() throws(DataError) -> TextPairs {
    let file = "places/places.tsv"
    let bundle = Bundle.module.bundleURL.appendingPathComponent("Data/\(file)").path
    var (source, target): ([String], [String]) = ([], [])
    let lines = try text(contentsOf: bundle).split(separator: "\n").dropFirst()
    for (number, line) in lines.enumerated() {
      let names = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard names.count == 2 else {
        throw .wrongColumnCount(file: file, line: number + 2, expected: 2, found: names.count)
      }
      source.append(String(names[0]))
      target.append(String(names[1]))
    }
    return TextPairs(
      source: source, target: target, summary: "names of places in English and in Russian",
      origin:
        "the Russian catalogue of libgweather, out of Debian's libgweather-4-common; GPL 2 or later"
    )
  }
}
