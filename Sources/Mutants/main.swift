import Foundation

// mutants FILE…: what a student could have written in the marked regions of these files, as JSON.
let files = try CommandLine.arguments.dropFirst().map { path in
  let text = try String(contentsOfFile: path, encoding: .utf8)
  return MutatedFile(file: path, mutants: MutantFinder.mutants(of: text))
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
print(String(decoding: try encoder.encode(files), as: UTF8.self))
