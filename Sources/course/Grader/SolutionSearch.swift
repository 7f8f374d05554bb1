import Foundation

/// Looks for solutions where none may be.
struct SolutionSearch {
  /// A solution's lines without the space around them, and where it stands.
  private struct Region {
    var text: String
    var place: String
  }

  private let regions: [Region]

  init(_ exercises: [Exercise]) throws {
    regions = try exercises.flatMap { exercise in
      try exercise.items(.solution).flatMap { path, item -> [Region] in
        guard case .file(let data) = item, path.hasPrefix("Sources/"), path.hasSuffix(".swift")
        else { return [] }
        return SolutionRegions.texts(in: String(decoding: data, as: UTF8.self)).map {
          Region(text: Self.normalised($0), place: "\(exercise.unit.folderName)/\(path)")
        }
      }
    }
  }

  /// - Throws: ``Failure`` that names the file in which a solution stands, or the solution's marks do.
  func requireNone(in folder: URL) throws {
    for part in ["Courseware", "Exercises"] {
      let root = folder.appendingPathComponent(part)
      for path in try root.filesBelow() {
        guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        else { continue }
        try requireNone(in: text, path: "\(part)/\(path)")
      }
    }
  }

  private func requireNone(in text: String, path: String) throws {
    let text = Self.normalised(text)
    for region in regions {
      // A short one, `return input`, may stand anywhere but in its own file.
      let isItself = path.hasSuffix(region.place)
      if region.text.count >= (isItself ? 12 : 60), text.contains(region.text) {
        throw Failure("\(path) holds a solution of \(region.place): \(region.text.prefix(60))…")
      }
    }
  }

  private static func normalised(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
