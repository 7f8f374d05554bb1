import Foundation

/// Hints lead to the solution and do not give it away: none contains an expression of the worked code. They are in
/// Russian for all checks or for none.
struct HintGate {
  let exercise: Exercise

  /// Shorter expressions are what any solution has: `return false`, `x.sum()`.
  private static let telling = 20

  func problems() throws -> [String] {
    let expressions = try solutionExpressions()
    let checks = exercise.manifest.checks
    let untranslated = checks.filter { $0.russianHints == nil }
    if !untranslated.isEmpty, untranslated.count < checks.count {
      return untranslated.map { "\($0.id) has no hints-ru, which other checks have" }
    }
    return checks.flatMap { check in
      (check.hints + (check.russianHints ?? [])).enumerated().flatMap { number, hint in
        let words = Self.squeezed(hint)
        return expressions.filter { words.contains(Self.squeezed($0)) }.map {
          "hint \(number % 3 + 1) of \(check.id) gives the solution away: \($0)"
        }
      }
    }
  }

  /// What the marked regions compute, a line each, without `return` and the names that it is bound to.
  private func solutionExpressions() throws -> [String] {
    let sources = exercise.unit.courseware.appendingPathComponent("Sources")
    return try exercise.studentFiles().flatMap { file in
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      return SolutionRegions.solutions(in: text).map { line in
        line.trimmingCharacters(in: .whitespaces)
          .replacing(/^(return |(let|var) \w+(: [^=]+)? = |\w+ [-+*\/]?= )/, with: "")
      }
    }.filter { Self.squeezed($0).count >= Self.telling && !$0.hasPrefix("//") }
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
