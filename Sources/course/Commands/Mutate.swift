import ArgumentParser
import Foundation

/// `course mutate`
struct Mutate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try the mistakes that students could make in a unit.",
    discussion: """
      Makes small changes inside the marked regions of the worked solution, one at a time: another operator, operand, \
      sign, number, axis or argument, a bound off by one, a statement left out. Each must fail a check; those that pass \
      all of them are listed. A change that makes no difference is named in unit.yaml under “equivalent”, with the \
      reason. A full run takes about a second a change.

      Example:
        course mutate Networks
        course mutate Networks Losses.swift
        course mutate Networks --sample 10 --seed 1
      """)

  @Argument(help: "A unit's number or name; all units without it.") var unit: String?
  @Argument(help: "Files of Sources/; all without it.") var files: [String] = []
  @Option(help: "Try only so many, drawn at random.") var sample: Int?
  @Option(help: "What the sample is drawn by.") var seed = 1
  @Option(help: "How many to try at a time; as many as there are processors without it.")
  var jobs: Int?
  @Flag(help: "Try only those that survived the last run of all.") var again = false
  @Flag(help: "List them and try none.") var list = false

  func validate() throws {
    guard sample ?? 1 > 0, jobs ?? 1 > 0 else {
      throw ValidationError("a number of mutants or jobs must be positive")
    }
  }

  func run() async throws {
    var problems = 0
    for unit in try Repository().units(unit) { problems += try await mutate(unit) }
    guard problems == 0 else {
      throw Failure(
        "\(problems) mutant(s) without a check that fails or a reason; see CONTRIBUTING.md")
    }
  }

  private func mutate(_ unit: CourseUnit) async throws -> Int {
    let exercise = try Exercise(unit)
    let all = try MutantSearch(repository: unit.repository).mutants(of: exercise)
    let memory = MutationMemory(unit)
    let mutants = try chosen(from: all, memory)
    if list {
      for mutant in mutants {
        print("\(mutant.file):\(mutant.line) \(mutant.kind): \(mutant.before) → \(mutant.after)")
      }
      return 0
    }
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    print("\(unit.title): \(mutants.count) of \(all.count) mutants, \(jobs) at a time")
    let run = try await MutationRun(exercise, toolchain: Toolchain())
    var report = MutationReport(exercise: exercise, all: all, results: [])
    let start = ContinuousClock.now
    let fates = try await run.fates(of: mutants, jobs: jobs) { mutant, fate in
      guard let lines = report.lines(on: mutant, fate) else { return }
      print(lines)
      fflush(nil)
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    report.results = Array(zip(mutants, fates))
    try memory.write(report.results, isWhole: mutants.count == all.count)
    print((report.refuted.map { "  ✗ \($0)" } + report.table).joined(separator: "\n"))
    print(
      String(
        format: "  %.0f s, %.2f s for each", seconds, seconds / Double(max(1, mutants.count))))
    return report.survivors.count + report.refuted.count
  }

  private func chosen(from all: [Mutant], _ memory: MutationMemory) throws -> [Mutant] {
    var mutants = all
    if !files.isEmpty {
      mutants = mutants.filter { files.contains($0.file) }
      for file in files where !all.contains(where: { $0.file == file }) {
        throw Failure("there is nothing to change in Sources/\(file)")
      }
    }
    if again {
      let survivors = try memory.survivors()
      mutants = mutants.filter { survivors.contains($0.name) }
    }
    if let sample { mutants = Mutant.sample(sample, of: mutants, seed: seed) }
    return mutants
  }
}
