import Foundation

/// The lesson is there in both languages, what it links to is there, and both tell the same of the program.
struct TextGate {
  let unit: CourseUnit

  private static let names = ["README.md", "README.ru.md"]

  func problems() throws -> [String] {
    var problems: [String] = []
    var texts: [String: String] = [:]
    for name in Self.names {
      let file = unit.courseware.appendingPathComponent(name)
      guard file.isFile else {
        problems.append("there is no \(name)")
        continue
      }
      texts[name] = try String(contentsOf: file, encoding: .utf8)
    }
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      problems += Self.links(in: text).filter { !exists($0) }.map {
        "\(name) links to \($0), which is not there"
      }
    }
    problems += missingInContents()
    guard let english = texts[Self.names[0]], let russian = texts[Self.names[1]] else {
      return problems
    }
    return problems + differences(english, russian)
  }

  /// The pages that list the units, where there are any, name this one.
  private func missingInContents() -> [String] {
    let folder = unit.courseware.deletingLastPathComponent()
    return Self.names.filter { name in
      let contents = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return contents.map(Self.links)?.contains { $0.hasPrefix(unit.folderName) } == false
    }.map { "Courseware/\($0) does not name the unit" }
  }

  /// Figures and numbers of the program that only one language has.
  private func differences(_ english: String, _ russian: String) -> [String] {
    func compare(_ what: String, _ parts: (String) -> Set<String>) -> [String] {
      let (a, b) = (parts(english), parts(russian))
      return a.symmetricDifference(b).sorted().map { part in
        "\(what) only in \(a.contains(part) ? Self.names[0] : Self.names[1]): \(part)"
      }
    }
    let figures = compare("a figure is") { text in
      Set(Self.links(in: text).filter { $0.hasPrefix("Figures/") })
    }
    return figures + compare("a printed number is") { Self.printedNumbers(in: $0) }
  }

  private func exists(_ link: String) -> Bool {
    FileManager.default.fileExists(atPath: unit.courseware.appendingPathComponent(link).path)
  }

  /// The relative links of a text, without those into other sites or within the page.
  static func links(in text: String) -> [String] {
    text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1.prefix { $0 != "#" }) }
      .filter { !$0.isEmpty && !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  /// The decimal numbers in the text's blocks of output (fenced, without a language).
  static func printedNumbers(in text: String) -> Set<String> {
    var numbers: Set<String> = []
    var fence: Substring?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        fence = fence == nil ? line.dropFirst(3) : nil
      } else if fence == "" || fence == "text" {
        numbers.formUnion(line.matches(of: /\d+\.\d+(e[-+]\d+)?/).map { String($0.0) })
      }
    }
    return numbers
  }
}
