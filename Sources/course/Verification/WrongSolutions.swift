import Foundation
import Grading

/// The seeded wrong solutions of a unit: each must fail the check that is named for it. All checks are run on each, so
/// that one sees which others catch it too.
struct WrongSolutions {
  private let exercise: Exercise
  private let variant: Variant
  /// The solution, whose compiled checks fit a wrong solution that looks the same from outside.
  private let solution: ExercisePackage
  /// Of processor time for all checks of a wrong solution: more than twice what the solution takes.
  private let seconds: Double
  private var manifest: Manifest { exercise.manifest }

  init(
    _ exercise: Exercise, variant: Variant, solution: ExercisePackage, verdicts: [Verdict]
  ) {
    self.exercise = exercise
    self.variant = variant
    self.solution = solution
    seconds = 2 + 2 * verdicts.map(\.seconds).reduce(0, +)
  }

  /// Prints of each what it fails, then how many each check catches; returns how many are not caught as they should be.
  func problems() async throws -> Int {
    let start = ContinuousClock.now
    let status = StatusLine()
    var open: [Int: [Verdict]] = [:]
    var all: [[Verdict]] = []
    var problems = 0
    try await withThrowingTaskGroup(of: (slot: Int, number: Int, verdicts: [Verdict]).self) {
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

  private func verdicts(on number: Int, in slot: Int) async throws -> [Verdict] {
    var package = try variant.write(.wrong(manifest.wrong[number]), slot: slot)
    package.twin = solution.products
    return try await package.quickVerdicts(manifest, seconds: seconds)
  }

  private func report(_ wrong: Manifest.WrongSolution, _ verdicts: [Verdict]) -> Int {
    let failed = zip(manifest.checks, verdicts).filter { !$0.1.passed }
    let verdict = zip(manifest.checks, verdicts).first { $0.0.id == wrong.caughtBy }?.1
    let others = failed.map(\.0.id).filter { $0 != wrong.caughtBy }
    let also = others.isEmpty ? "" : "\n      and \(others.joined(separator: ", "))"
    switch verdict?.outcome {
    case .passed:
      let instead = others.isEmpty ? ", and every other check" : "; it fails others:\(also)"
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
  private func report(_ verdicts: [[Verdict]], seconds: Double) {
    guard !verdicts.isEmpty else { return }
    let width = manifest.checks.map(\.id.count).max() ?? 0
    print("  \("wrong solutions".padded(to: width))  named  caught  alone")
    for (place, check) in manifest.checks.enumerated() {
      let caught = verdicts.filter { !$0[place].passed }
      let alone = caught.filter { $0.filter { !$0.passed }.count == 1 }.count
      let named = manifest.wrong.filter { $0.caughtBy == check.id }.count
      let counts = zip([named, caught.count, alone], [5, 6, 5]).map { count, width in
        String(repeating: " ", count: width - "\(count)".count) + "\(count)"
      }
      print("  \(check.id.padded(to: width))  \(counts.joined(separator: "  "))")
    }
    let each = String(format: "%.2f", seconds / Double(verdicts.count))
    print(
      "  \(verdicts.count) wrong solutions in \(String(format: "%.1f", seconds)) s, \(each) s each")
  }
}
