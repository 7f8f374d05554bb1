import Foundation
import Grading

/// What the compiler said of the files below one folder.
struct CompilerMessages {
  /// The errors, each once, with their notes.
  var errors: [Finding] = []
  /// Warnings, each once, with paths relative to the folder.
  var warnings: [String] = []

  /// The first error.
  var firstError: Finding? { errors.first }

  init(in output: String, below folder: String) {
    let prefix = folder + "/"
    // Notes belong to the error before them; those on a warning, or on an error elsewhere, to none.
    var isAfterError = false
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(\/.+?):(\d+):(\d+): (error|warning|note): (.+)/)
      else { continue }
      let place = Place(file: String(match.1), line: Int(match.2) ?? 1, column: Int(match.3) ?? 1)
      let isInside = match.1.hasPrefix(prefix)
      switch match.4 {
      case "note":
        if isAfterError, isInside {
          add(note: Finding(String(match.5), at: place))
        }
      case "warning":
        isAfterError = false
        let warning = String(line.dropFirst(prefix.count))
        if isInside, !warnings.contains(warning) { warnings.append(warning) }
      default:
        let error = Finding(.didNotCompile, ["error": String(match.5)], at: place)
        isAfterError =
          isInside && !errors.contains { $0.place == place && $0.message == error.message }
        if isAfterError { errors.append(error) }
      }
    }
  }

  private mutating func add(note: Finding) {
    let notes = errors[errors.count - 1].notes ?? []
    if !notes.contains(note) { errors[errors.count - 1].notes = notes + [note] }
  }
}

extension [Finding] {
  /// The compiler's errors in the order in which a student should read them: first those in the files of these names, then
  /// those in other sources, then those in the checks, of each file from its beginning.
  func inReadingOrder(first names: [String]) -> [Finding] {
    func rank(_ finding: Finding) -> Int {
      let path = (finding.place?.file ?? "").split(separator: "/").map(String.init)
      if let index = names.firstIndex(of: path.last ?? "") { return index }
      return path.contains("Tests") ? names.count + 1 : names.count
    }
    return enumerated().sorted { a, b in
      (rank(a.element), a.element.place?.file ?? "", a.element.place?.line ?? 0, a.offset)
        < (rank(b.element), b.element.place?.file ?? "", b.element.place?.line ?? 0, b.offset)
    }.map(\.element)
  }
}
