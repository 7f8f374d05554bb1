import Foundation
import Grading

/// What holds of a unit before it goes to students.
struct UnitGates {
  private let exercise: Exercise
  private let variant: Variant
  private var manifest: Manifest { exercise.manifest }

  /// A check that nothing wrong is known to fail proves little.
  private static let leastWrongSolutions = 5

  private let runsAllChecks: Bool

  init(_ exercise: Exercise, runsAllChecks: Bool) {
    (self.exercise, self.runsAllChecks) = (exercise, runsAllChecks)
    variant = Variant(exercise)
  }

  /// Prints what holds and what does not; returns how much does not.
  func problems() async throws -> Int {
    let start = ContinuousClock.now
    var problems = try hintsAndTexts() + manifestHolds()
    problems += try await stub()
    let solution = try await solution()
    problems += solution.problems
    let wrong = WrongSolutions(
      exercise, variant: variant, solution: solution.package, verdicts: solution.verdicts,
      runsAllChecks: runsAllChecks)
    problems += try await wrong.problems()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print("  \(exercise.unit.title): \(String(format: "%.1f", seconds)) s")
    return problems
  }

  private func hintsAndTexts() throws -> Int {
    report(
      try HintGate(exercise: exercise).problems(),
      else: "three hints for each check, and none gives the solution away")
      + report(
        try TextGate(unit: exercise.unit).problems(),
        else: "the lesson in both languages, with the same numbers and every link and figure")
  }

  private func manifestHolds() throws -> Int {
    var problems = manifest.checks.filter { $0.points == 0 }.map { "\($0.id) has no points" }
    let files = try exercise.studentFiles()
    for check in manifest.checks {
      if let file = check.file, !files.contains(file) {
        problems.append("\(check.id): Sources/\(file) has nothing for the student to write")
      }
    }
    if manifest.wrong.count < Self.leastWrongSolutions {
      problems.append("\(manifest.wrong.count) wrong solutions, not \(Self.leastWrongSolutions)")
    }
    return report(problems, else: "\(manifest.points) points, some for each check")
  }

  private func stub() async throws -> Int {
    let package = try variant.write(.stub)
    try package.clean()
    let build = try await package.build()
    guard build.succeeded else {
      return report(["the stub does not compile", build.output], else: "")
    }
    let verdicts = try await package.run(manifest)
    let passing = zip(manifest.checks, verdicts).filter(\.1.passed).map {
      "the stub passes \($0.0.id)"
    }
    return report(
      build.warnings + passing,
      else: "the stub compiles without warnings and passes none of \(verdicts.count) checks")
  }

  private func solution() async throws -> (
    package: ExercisePackage, verdicts: [Verdict], problems: Int
  ) {
    let package = try variant.write(.solution)
    let verdicts = try await package.verdicts(manifest)
    let failing = zip(manifest.checks, verdicts).filter { !$0.1.passed }.map {
      "the solution fails \($0.0.id): \($0.1.sentences.joined(separator: "; "))"
    }
    let problems = report(failing, else: "the solution passes all \(verdicts.count) checks")
    return (package, verdicts, problems)
  }

  private func report(_ problems: [String], else success: String) -> Int {
    GateReport.show(problems, else: success)
  }
}

/// What holds, with a tick, or what does not, with a cross.
enum GateReport {
  /// Prints it and returns the number of problems.
  static func show(_ problems: [String], else success: String) -> Int {
    if problems.isEmpty { print("  ✓ \(success)") }
    for problem in problems { print("  ✗ \(problem)") }
    fflush(nil)
    return problems.count
  }
}
