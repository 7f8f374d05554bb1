import Foundation
import Grading

/// What the compiler said of the files below one folder.
struct CompilerMessages {
  /// The first error.
  var firstError: Finding?
  /// Warnings, each once, with paths relative to the folder.
  var warnings: [String] = []

  init(in output: String, below folder: String) {
    let prefix = folder + "/"
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(\/.+?):(\d+):(\d+): (error|warning): (.+)/),
        match.1.hasPrefix(prefix)
      else { continue }
      if match.4 == "warning" {
        let warning = String(line.dropFirst(prefix.count))
        if !warnings.contains(warning) { warnings.append(warning) }
      } else if firstError == nil {
        let place = Place(
          file: String(match.1), line: Int(match.2) ?? 1, column: Int(match.3) ?? 1)
        firstError = Finding(.didNotCompile, ["error": String(match.5)], at: place)
      }
    }
  }
}
