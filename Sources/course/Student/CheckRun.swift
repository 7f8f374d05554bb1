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

  /// The compiler's first error, if there was one.
  var compileError: Finding? {
    verdicts.first.flatMap { $0.outcome == .didNotCompile ? $0.findings.first : nil }
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

/// Builds the student's code, runs its checks and remembers what they came to.
struct CheckRun {
  let selection: Selection
  private var unit: CourseUnit { selection.unit }

  init(_ selection: Selection) { self.selection = selection }

  /// - Parameter solution: run the worked solution instead, and remember nothing.
  func result(solution: Bool = false) async throws -> CheckResult {
    var result = CheckResult(selection: selection)
    let before = Progress.load(unit.repository)
    let start = ContinuousClock.now
    let status = StatusLine()
    do {
      let package = try package(solution: solution)
      if !solution { result.missingFiles = try missingFiles() }
      let isFirst = !unit.repository.exerciseBuildFolder.isFolder
      status.show(say(isFirst ? .buildingFirst : .building))
      let only = selection.isWhole ? nil : selection.checks.map(\.id)
      result.verdicts = try await package.verdicts(selection.manifest, only: only, status: status)
    } catch let failure as Failure {
      result.problem = failure
    }
    status.close()
    result.seconds = (ContinuousClock.now - start) / .seconds(1)
    let ids = selection.checks.map(\.id)
    result.passedBefore = Set(ids.filter { before[unit, $0].passed })
    if !solution { try remember(result) }
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
