import Foundation
import Grading

/// The seeded wrong solutions of a unit: each must fail the check that is named for it. Where it is asked for, all checks
/// are run on each, so that one sees which others catch it too.
struct WrongSolutions {
  private let exercise: Exercise
  private let variant: Variant
  /// The solution, whose compiled checks fit a wrong solution that looks the same from outside.
  private let solution: ExercisePackage
  /// Of processor time for all checks of a wrong solution: more than twice what the solution takes.
  private let seconds: Double
  private let runsAllChecks: Bool
  private var manifest: Manifest { exercise.manifest }

  init(
    _ exercise: Exercise, variant: Variant, solution: ExercisePackage, verdicts: [Verdict],
    runsAllChecks: Bool
  ) {
    self.runsAllChecks = runsAllChecks
    self.exercise = exercise
    self.variant = variant
    self.solution = solution
    seconds = 2 + 2 * verdicts.map(\.seconds).reduce(0, +)
  }

  /// Prints of each what it fails, then how many each check catches; returns how many are not caught as they should be.
  func problems() async throws -> Int {
    let start = ContinuousClock.now
    let status = StatusLine()
    var open: [Int: [String: Verdict]] = [:]
    var all: [[String: Verdict]] = []
    var problems = 0
    try await withThrowingTaskGroup(of: (slot: Int, number: Int, verdicts: [String: Verdict]).self)
    {
      group in
      var numbers = manifest.wrong.indices.makeIterator()
      func start(in slot: Int) {
        guard let number = numbers.next() else { return }
        group.addTask { (slot, number, try await verdicts(on: number, in: slot)) }
      }
      // The solution is in slot 0.
      for slot in 1...ProcessInfo.processInfo.activeProcessorCount { start(in: slot) }
      while let (slot, number, verdicts) = try await group.next() {
        start(in: slot)
        open[number] = verdicts
        status.show("")
        while let verdicts = open.removeValue(forKey: all.count) {
          problems += report(manifest.wrong[all.count], verdicts)
          all.append(verdicts)
        }
        status.advance(of: manifest.wrong.count)
      }
    }
    status.close()
    report(all, seconds: (ContinuousClock.now - start) / .seconds(1))
    return problems
  }

  /// By the check.
  private func verdicts(on number: Int, in slot: Int) async throws -> [String: Verdict] {
    let wrong = manifest.wrong[number]
    var package = try variant.write(.wrong(wrong), slot: slot)
    package.twin = solution.products
    let checks = runsAllChecks ? manifest.checks.map(\.id) : [wrong.caughtBy]
    let verdicts =
      runsAllChecks
      ? try await package.quickVerdicts(manifest, seconds: seconds)
      : try await package.verdicts(manifest, only: checks)
    return Dictionary(uniqueKeysWithValues: zip(checks, verdicts))
  }

  private func report(_ wrong: Manifest.WrongSolution, _ verdicts: [String: Verdict]) -> Int {
    let verdict = verdicts[wrong.caughtBy]
    let others = manifest.checks.map(\.id).filter {
      $0 != wrong.caughtBy && verdicts[$0]?.passed == false
    }
    let also = others.isEmpty ? "" : "\n      and \(others.joined(separator: ", "))"
    switch verdict?.outcome {
    case .passed:
      let rest = runsAllChecks ? ", and every other check" : ""
      let instead = others.isEmpty ? rest : "; it fails others:\(also)"
      return GateReport.show(["“\(wrong.name)” passes \(wrong.caughtBy)\(instead)"], else: "")
    case nil, .missing, .didNotCompile:
      let reason = verdict?.sentences.first ?? "no verdict"
      return GateReport.show(["“\(wrong.name)” was not judged: \(reason)"], else: "")
    default:
      let sentence = verdict?.sentences.first?.replacing("\n", with: " ") ?? ""
      return GateReport.show(
        [], else: "“\(wrong.name)” fails \(wrong.caughtBy): \(sentence)\(also)")
    }
  }

  /// The table: of each check, how many wrong solutions are named for it, how many fail it, and how many fail no other.
  private func report(_ verdicts: [[String: Verdict]], seconds: Double) {
    guard !verdicts.isEmpty else { return }
    let each = String(format: "%.2f", seconds / Double(verdicts.count))
    print(
      "  \(verdicts.count) wrong solutions in \(String(format: "%.1f", seconds)) s, \(each) s each")
    guard runsAllChecks else { return }
    let width = manifest.checks.map(\.id.count).max() ?? 0
    print("  \("wrong solutions".padded(to: width))  named  caught  alone")
    for check in manifest.checks {
      let caught = verdicts.filter { $0[check.id]?.passed == false }
      let alone = caught.filter { $0.values.filter { !$0.passed }.count == 1 }.count
      let named = manifest.wrong.filter { $0.caughtBy == check.id }.count
      let counts = zip([named, caught.count, alone], [5, 6, 5]).map { count, width in
        String(repeating: " ", count: width - "\(count)".count) + "\(count)"
      }
      print("  \(check.id.padded(to: width))  \(counts.joined(separator: "  "))")
    }
  }
}
