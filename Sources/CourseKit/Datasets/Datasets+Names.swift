import Foundation
import NDArray

extension Datasets {
  /// The 5,494 first names of the American census of 1990, by sex; 331 of them stand in both lists.
  ///
  /// ```swift
  /// print(try Datasets.firstNames().texts[0])  // James
  /// ```
  public static func firstNames() throws(DataError) -> LabelledTexts {
    try names(
      "names/first-names-en.csv", classes: ["m": "male", "f": "female"],
      summary: "first names of the American census of 1990, by sex",
      origin: "public domain; PyPI names 0.3.0")
  }

  /// 1,670 Russian first names, the commonest first, by sex.
  public static func russianFirstNames() throws(DataError) -> LabelledTexts {
    try names(
      "names/first-names-ru.csv", classes: ["m": "male", "f": "female"],
      summary: "Russian first names, by sex",
      origin: "BSD-3-Clause, (c) 2018 Ivan Begtin; PyPI russiannames 2.0.0")
  }

  /// 3,324 surnames, each of one of ten languages: 400 of some, 59 of the rarest. What is a surname in two of them is left out.
  public static func surnames() throws(DataError) -> LabelledTexts {
    try names(
      "names/surnames.csv", classes: [:], summary: "surnames by the language they come from",
      origin: "MIT, (c) 2012 Daniele Faraglia; PyPI Faker 40.63.0")
  }

  /// Two columns of a file with a header: the name, and its class, in the order in which classes first occur. `classes` spells some of them out.
  private static func names(
    _ file: String, classes: [String: String], summary: String, origin: String
  ) throws(DataError) -> LabelledTexts {
    let text = try text(contentsOf: path(file))
    var (names, labels, found): ([String], [Int], [String]) = ([], [], [])
    for (number, line) in text.split(separator: "\n").enumerated().dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else {
        throw .wrongColumnCount(file: file, line: number + 1, expected: 2, found: fields.count)
      }
      if !found.contains(fields[1]) { found.append(fields[1]) }
      names.append(fields[0])
      labels.append(found.firstIndex(of: fields[1]) ?? 0)
    }
    return LabelledTexts(
      texts: names, labels: NDArray(labels), classNames: found.map { classes[$0] ?? $0 },
      summary: summary, origin: origin)
  }
}
