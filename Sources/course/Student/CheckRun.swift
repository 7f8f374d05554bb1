import Foundation
import Grading

/// A unit's checks, run: a verdict on each, or why there are none.
struct CheckResult {
  let selection: Selection
  /// In the order of the selection's checks; empty where ``problem`` says why.
  var verdicts: [Verdict] = []
  var problem: Failure?
  /// Files of the exercise that were handed out and are gone.
  var missingFiles: [String] = []
  /// The names of the files that were just saved, while watching.
  var saved: [String] = []
  /// It is the worked solution that was run.
  var isSolution = false
  /// Checks of the exercise that were not run now and did not pass when they were run last.
  var openElsewhere: [Manifest.Check] = []
  /// What the grader would refuse, though the checks may pass.
  var warnings: [Finding] = []
  /// Of building and running, by the clock.
  var seconds = 0.0
  /// What had passed before this run.
  var passedBefore: Set<String> = []

  var score: Score {
    zip(selection.checks, verdicts).reduce(Score(failed: problem == nil ? 0 : 1)) { score, pair in
      let (check, verdict) = pair
      return score
        + Score(
          earned: verdict.passed ? check.points : 0, possible: check.points,
          failed: verdict.passed ? 0 : 1)
    }
  }

  /// What each check came to, if the code did not compile.
  var compileFailure: Verdict? {
    verdicts.first.flatMap { $0.outcome == .didNotCompile ? $0 : nil }
  }

  /// The checks were run.
  var ran: Bool { problem == nil && compileFailure == nil }
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

/// Builds the student's code, runs its checks and remembers what they came to.
struct CheckRun {
  let selection: Selection
  private var unit: CourseUnit { selection.unit }

  init(_ selection: Selection) { self.selection = selection }

  /// - Parameters:
  ///   - solution: run the worked solution instead, and remember nothing.
  ///   - saved: the names of files that were just saved: their checks are run first, their errors come first.
  ///   - progress: told of each verdict when it is there; the status line is out of the way then.
  func result(
    solution: Bool = false, saved: [String] = [],
    progress: @escaping @Sendable (_ check: String, Verdict) -> Void = { _, _ in }
  ) async throws -> CheckResult {
    var result = CheckResult(selection: selection, saved: saved, isSolution: solution)
    let before = Progress.load(unit.repository)
    let start = ContinuousClock.now
    let status = StatusLine()
    do {
      let package = try package(solution: solution)
      if !solution { result.missingFiles = try missingFiles() }
      status.show(say(.building))
      let only = selection.isWhole ? nil : selection.checks.map(\.id)
      let count = selection.checks.count
      result.verdicts = try await package.verdicts(
        selection.manifest, only: only, order: selection.order(after: saved).map(\.id),
        readFirst: saved + selection.files, status: status
      ) { check, verdict in
        status.step(aside: { progress(check, verdict) })
        status.advance(of: count)
      }
      if !solution, result.compileFailure == nil {
        result.warnings = try await GradeWarnings(unit: unit).findings(in: package)
      }
    } catch let failure as Failure {
      result.problem = failure
    }
    status.close()
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    let ids = selection.checks.map(\.id)
    result.passedBefore = Set(ids.filter { before[unit, $0].passed })
    if !solution {
      try remember(result)
      let whole = try Selection(unit)
      let here = Set(ids)
      result.openElsewhere = Progress.load(unit.repository).unsolved(whole)
        .filter { !here.contains($0.id) }
    }
    return result
  }

  private func package(solution: Bool) throws -> ExercisePackage {
    if solution { return try Variant(Exercise(unit)).write(.solution) }
    guard unit.exercise.isFolder else {
      throw Failure(say(.noExercise, ["folder": unit.folderName, "number": unit.number]))
    }
    return ExercisePackage(unit: unit, folder: unit.exercise)
  }

  private func missingFiles() throws -> [String] {
    GeneratedFolder(url: unit.exercise).handedOut.filter { path in
      path.hasPrefix("Sources/") && !unit.exercise.appendingPathComponent(path).isFile
    }
  }

  private func remember(_ result: CheckResult) throws {
    try Progress.update(unit.repository) { progress in
      for (check, verdict) in zip(selection.checks, result.verdicts) {
        progress[unit, check.id].outcome = verdict.outcome
      }
    }
  }
}
