import Foundation

/// Tries mutants, as many at a time as there are workers.
struct MutationRun {
  let program: MutationProgram
  let exercise: Exercise
  let status: StatusLine

  init(_ exercise: Exercise, toolchain: Toolchain) async throws {
    self.exercise = exercise
    program = try await MutationProgram(exercise, toolchain: toolchain)
    status = StatusLine()
  }

  /// What came of each, in their order.
  ///
  /// - Parameter told: is told of each as soon as it is known.
  func fates(
    of mutants: [Mutant], jobs: Int, told: (Mutant, MutantFate) -> Void = { _, _ in }
  ) async throws -> [MutantFate] {
    try await withThrowingTaskGroup(of: (Int, Int, MutantFate).self) { group in
      var fates: [Int: MutantFate] = [:]
      var next = 0
      func start(_ worker: Int) {
        guard next < mutants.count else { return }
        let number = next
        next += 1
        group.addTask { (worker, number, try await fate(of: mutants[number], worker: worker)) }
      }
      for worker in 0..<max(1, jobs) { start(worker) }
      while let (worker, number, fate) = try await group.next() {
        fates[number] = fate
        status.show("")
        told(mutants[number], fate)
        status.advance(of: mutants.count)
        start(worker)
      }
      status.close()
      return mutants.indices.map { fates[$0]! }
    }
  }

  private func fate(of mutant: Mutant, worker: Int) async throws -> MutantFate {
    guard let source = program.sources[mutant.file] else {
      throw Failure("there is no Sources/\(mutant.file)")
    }
    guard
      let module = try await program.module(
        with: mutant.applied(to: source), for: mutant.file, worker: worker)
    else { return .didNotCompile }
    // The checks of the file first: mostly one of them fails.
    let checks = exercise.manifest.checks
    let first = checks.filter { $0.file == mutant.file }.map(\.id)
    let rest = checks.filter { $0.file != mutant.file }.map(\.id)
    for names in [first, rest] where !names.isEmpty {
      if let check = try await program.firstFailure(of: names, with: module) {
        return .killed(by: check)
      }
    }
    return .survived
  }
}
