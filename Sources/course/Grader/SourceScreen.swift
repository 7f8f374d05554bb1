import Foundation
import Grading

/// Refuses sources in which the student's module reaches past the functions that it is asked for: into the
/// linker, so that it would replace functions of the system or run before the checks, or into the names that the checks
/// use.
///
/// This is a fence and no wall: in one process a determined cheat finds another way. What is refused is
/// nothing that an exercise needs.
struct SourceScreen {
  /// What the checks call, and the unit's own sources do not declare.
  private let checksNames: Set<String>

  /// - Parameters:
  ///   - checks: the text of the tests.
  ///   - unit: the text of the worked sources and of the stub.
  init(checks: [String], unit: [String]) {
    let used = checks.flatMap { $0.matches(of: /[A-Za-z_]\w*/).map { String($0.0) } }
    let declared = unit.flatMap { Self.publicNames(in: $0).map(\.name) }
    checksNames = Set(used).union(["==", "!=", "<", "<=", ">", ">="]).subtracting(declared)
  }

  /// Why the file is refused, at its line; `nil` if it is not.
  func refusal(of source: String, file: String) -> Finding? {
    func finding(_ message: String, at index: String.Index) -> Finding {
      let line = source[..<index].count { $0 == "\n" } + 1
      return Finding("is refused: \(message)", at: Place(file: file, line: line))
    }
    if let match = source.firstMatch(
      of: /@_?(?:cdecl|c|silgen_name|section|used|extern|dynamicReplacement|expose|main)\b/)
    {
      return finding(
        "\(match.0) could replace functions that the checks rely on", at: match.range.lowerBound)
    }
    if let match = source.firstMatch(of: /\bdl(?:v?sym|m?open)\b/) {
      return finding("\(match.0) looks for functions by name", at: match.range.lowerBound)
    }
    if let match = source.firstMatch(of: /\bpublic\s+extension\b/) {
      return finding(
        "write `public` before the members, not before the extension", at: match.range.lowerBound)
    }
    for (name, index) in Self.publicNames(in: source) where checksNames.contains(name) {
      return finding(
        "a public “\(name)” would take the place of the one that the checks use; leave out `public` or rename it",
        at: index)
    }
    return nil
  }

  private static func publicNames(in source: String) -> [(name: String, index: String.Index)] {
    let pattern =
      /\b(?:public|open)\s+(?:(?:static|final|mutating|nonmutating|class|override|prefix|postfix|infix|@\w+)\s+)*(?:func|var|let|struct|class|enum|protocol|typealias|actor)\s+`?([^\s(:{`]+)/
    return source.matches(of: pattern).map { match in
      let name = match.1.prefix { $0 != "<" }
      return (String(name.isEmpty ? match.1 : name), match.range.lowerBound)
    }
  }
}
