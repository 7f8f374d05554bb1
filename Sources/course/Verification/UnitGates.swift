import Grading

/// What holds of a unit before it goes to students.
struct UnitGates {
  private let exercise: Exercise
  private let variant: Variant
  private var manifest: Manifest { exercise.manifest }

  /// A check that nothing wrong is known to fail proves little.
  private static let leastWrongSolutions = 5

  init(_ exercise: Exercise) {
    self.exercise = exercise
    variant = Variant(exercise)
  }

  /// Prints what holds and what does not; returns how much does not.
  func problems() async throws -> Int {
    var problems = try hintsAndTexts() + manifestHolds()
    problems += try await stub()
    problems += try await solution()
    for wrong in manifest.wrong { problems += try await isCaught(wrong) }
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
    let verdict = try await package.verdicts(manifest, only: [wrong.caughtBy]).first
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
