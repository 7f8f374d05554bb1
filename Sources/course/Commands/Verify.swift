import ArgumentParser
import Grading

/// `course verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the units to their promises.",
    discussion: """
      The stub compiles without warnings and passes no check; the solution passes every check; every seeded wrong \
      solution fails the check that is named for it.
      """)

  @Argument(help: "A unit's number or name; all units without it.") var unit: String?

  func run() async throws {
    var problems = 0
    for unit in try Repository().units(unit) {
      print(unit.title)
      do {
        problems += try await UnitGates(Exercise(unit)).problems()
      } catch let failure as Failure {
        print("  ✗ \(failure)")
        problems += 1
      }
    }
    guard problems == 0 else { throw Failure("\(problems) broken promise(s)") }
  }
}

/// The three gates that a unit passes.
private struct UnitGates {
  let exercise: Exercise
  let variant: Variant
  var manifest: Manifest { exercise.manifest }

  init(_ exercise: Exercise) {
    self.exercise = exercise
    variant = Variant(exercise)
  }

  /// Prints what holds and what does not; returns how much does not.
  func problems() async throws -> Int {
    var problems = try await stub()
    problems += try await solution()
    for wrong in manifest.wrong { problems += try await isCaught(wrong) }
    return problems
  }

  private func stub() async throws -> Int {
    let package = try variant.write(.stub)
    try package.touch()
    let build = try package.build()
    guard build.succeeded else { return report(["the stub does not compile", build.output]) }
    let verdicts = try await package.run(manifest)
    let passing = zip(manifest.checks, verdicts).filter(\.1.passed).map {
      "the stub passes \($0.0.id)"
    }
    return report(
      build.warnings + passing,
      else: "the stub compiles without warnings and passes none of \(verdicts.count) checks")
  }

  private func solution() async throws -> Int {
    let verdicts = try await variant.write(.solution).verdicts(manifest)
    let failing = zip(manifest.checks, verdicts).filter { !$0.1.passed }.map {
      "the solution fails \($0.0.id): \($0.1.sentences.joined(separator: "; "))"
    }
    return report(failing, else: "the solution passes all \(verdicts.count) checks")
  }

  private func isCaught(_ wrong: Manifest.WrongSolution) async throws -> Int {
    let package = try variant.write(.wrong(wrong))
    let verdict = try await package.verdicts(manifest, only: wrong.caughtBy).first
    switch verdict?.outcome {
    case .passed: return report(["“\(wrong.name)” passes \(wrong.caughtBy)"])
    case nil, .missing, .didNotCompile:
      let reason = verdict?.sentences.first ?? "no verdict"
      return report(["“\(wrong.name)” was not judged: \(reason)"])
    default:
      let sentence = verdict?.sentences.first?.replacing("\n", with: " ") ?? ""
      return report([], else: "“\(wrong.name)” fails \(wrong.caughtBy): \(sentence)")
    }
  }

  private func report(_ problems: [String], else success: String = "") -> Int {
    if problems.isEmpty { print("  ✓ \(success)") }
    for problem in problems { print("  ✗ \(problem)") }
    return problems.count
  }
}
