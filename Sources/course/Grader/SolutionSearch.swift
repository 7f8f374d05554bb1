import Foundation

/// Finds the solutions of some units in texts where they may not be.
struct SolutionSearch {
  /// A solution's lines, without the space around them and without empty ones, and the file it stands in.
  private struct Region {
    var lines: [String]
    var place: String

    var length: Int { lines.reduce(0) { $0 + $1.count } }
  }

  private let regions: [Region]

  init(_ exercises: [Exercise]) throws {
    regions = try exercises.flatMap { exercise in
      try exercise.items(.solution).flatMap { path, item -> [Region] in
        guard case .file(let data) = item, path.hasPrefix("Sources/"), path.hasSuffix(".swift")
        else { return [] }
        return SolutionRegions.texts(in: String(decoding: data, as: UTF8.self)).map {
          Region(
            lines: $0.split(separator: "\n").map(Self.bare).filter { !$0.isEmpty },
            place: "\(exercise.unit.folderName)/\(path)")
        }
      }
    }.sorted { $0.length > $1.length }
  }

  /// - Throws: ``Failure`` that names the file below `folder` in which a solution stands.
  func requireNone(in folder: URL) throws {
    for part in ["Courseware", "Exercises"] {
      let root = folder.appendingPathComponent(part)
      for path in try root.filesBelow() {
        guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        else { continue }
        let lines = text.split(separator: "\n").map(Self.bare).filter { !$0.isEmpty }
        for region in regions {
          // A short one, `return input`, may stand anywhere but in its own file.
          let isItself = "\(part)/\(path)".hasSuffix(region.place)
          if region.length >= (isItself ? 12 : 60), lines.firstRange(of: region.lines) != nil {
            throw Failure(
              "\(part)/\(path) holds a solution of \(region.place): \(region.lines[0])")
          }
        }
      }
    }
  }

  /// A lesson in whose code a line takes the place of each solution.
  func redacted(_ lesson: String) -> String {
    var lines = lesson.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for region in regions where !region.lines.isEmpty {
      // Where the lines that are not empty stand.
      var places = lines.indices.filter { !Self.bare(lines[$0][...]).isEmpty }
      while let range = places.map({ Self.bare(lines[$0][...]) }).firstRange(of: region.lines),
        isCode(lines, at: places[range.lowerBound])
      {
        let (first, last) = (places[range.lowerBound], places[range.upperBound - 1])
        let indent = lines[first].prefix { $0 == " " }
        lines.replaceSubrange(first...last, with: ["\(indent)// yours to write"])
        places = lines.indices.filter { !Self.bare(lines[$0][...]).isEmpty }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether a line of Markdown lies between fences.
  private func isCode(_ lines: [String], at index: Int) -> Bool {
    lines[..<index].count { Self.bare($0[...]).hasPrefix("```") } % 2 == 1
  }

  private static func bare(_ line: Substring) -> String {
    line.trimmingCharacters(in: .whitespaces)
  }
}
