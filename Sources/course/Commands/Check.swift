import ArgumentParser
import Foundation
import Grading

/// `course check`
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the checks of one exercise, or of all.",
    discussion: "Each check runs alone: what one does, a trap or an endless loop, costs no other.")

  @Argument(help: "A unit's number or name; all units without it.") var unit: String?
  @Flag(help: "Check the worked solution instead of Exercises/.") var solution = false

  func run() async throws {
    let repository = try Repository()
    var scores: [Score] = []
    for unit in try repository.units(unit) {
      let report = CheckReport(unit: unit)
      do {
        let exercise = try Exercise(unit)
        let package =
          solution
          ? try Variant(exercise).write(.solution)
          : ExercisePackage(unit: unit, folder: unit.exercise)
        guard package.folder.isFolder else {
          throw Failure("there is no Exercises/\(unit.folderName); run ./course generate")
        }
        let verdicts = try await package.verdicts(exercise.manifest)
        scores.append(report.printed(exercise.manifest, verdicts))
      } catch let failure as Failure {
        print("\(unit.title)\n\n  \(failure)\n")
        scores.append(Score(earned: 0, possible: 0, failed: 1))
      }
    }
    if scores.count > 1 {
      let total = scores.reduce(Score(), +)
      print("together: \(total.earned) of \(total.possible) points")
    }
    if scores.contains(where: { $0.failed > 0 }) { throw ExitCode.failure }
  }
}

/// The points of a unit, or of several.
struct Score: Equatable {
  var earned = 0
  var possible = 0
  /// Checks that did not pass.
  var failed = 0

  static func + (a: Score, b: Score) -> Score {
    Score(
      earned: a.earned + b.earned, possible: a.possible + b.possible, failed: a.failed + b.failed)
  }
}

/// What `check` prints of a unit.
struct CheckReport {
  let unit: CourseUnit

  /// Prints each check with its points and time, and why it failed.
  func printed(_ manifest: Manifest, _ verdicts: [Verdict]) -> Score {
    let result = text(manifest, verdicts)
    print(result.text)
    return result.score
  }

  func text(_ manifest: Manifest, _ verdicts: [Verdict]) -> (text: String, score: Score) {
    let style = Style.standardOutput
    var lines = [style.bold("\(unit.title): \(manifest.title)"), ""]
    var score = Score()
    let width = manifest.checks.map(\.id.count).max() ?? 0
    let compileError = verdicts.first.flatMap { $0.outcome == .didNotCompile ? $0 : nil }
    if let compileError { lines += indented(compileError.sentences, by: 2) + [""] }
    for (check, verdict) in zip(manifest.checks, verdicts) {
      score.possible += check.points
      score.earned += verdict.passed ? check.points : 0
      score.failed += verdict.passed ? 0 : 1
      let points = "\(verdict.passed ? check.points : 0)/\(check.points)"
      let name = check.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let time = String(format: "%5.2f s", verdict.seconds)
      let right = String(repeating: " ", count: max(0, 5 - points.count)) + points + "  " + time
      let line = "  \(verdict.passed ? "✓" : "✗") \(name)  \(right)"
      lines.append(verdict.passed ? style.green(line) : style.red(line))
      if !verdict.passed && compileError == nil {
        for (finding, sentence) in zip(verdict.findings, verdict.sentences) {
          let place = verdict.outcome == .wrong ? finding.place.map { " (\($0))" } ?? "" : ""
          lines += indented([sentence + place], by: 6)
        }
      }
    }
    let passed = manifest.checks.count - score.failed
    lines += [
      "",
      "\(passed) of \(manifest.checks.count) checks, \(score.earned) of \(score.possible) points",
      "",
    ]
    return (lines.joined(separator: "\n"), score)
  }

  private func indented(_ sentences: [String], by count: Int) -> [String] {
    let space = String(repeating: " ", count: count)
    return sentences.flatMap { $0.split(separator: "\n") }.map { space + $0 }
  }
}

/// Colours for a terminal, and none for a pipe or where `NO_COLOR` is set.
struct Style {
  let isOn: Bool

  static let standardOutput = Style(isOn: isatty(1) == 1 && getenv("NO_COLOR") == nil)

  func bold(_ text: String) -> String { wrap(text, "1") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func red(_ text: String) -> String { wrap(text, "31") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
