import Foundation
import Grading

/// Grades the submissions of one unit: knows its checks, shown and hidden, and compiles and runs a student's sources
/// against them.
struct UnitGrader: Sendable {
  /// A check and how it is run.
  struct Check: Sendable {
    var id: String
    var points: Int
    var isHidden: Bool
    fileprivate var testID: String
    fileprivate var limits: Limits

    fileprivate var program: GradedProgram { isHidden ? .hidden : .shown }
  }

  /// What a submission came to.
  struct Outcome {
    /// By the order of the checks.
    var verdicts: [Verdict]
    /// What the compiler said where the error is in no file of the student's, for the staff.
    var note: String?
    /// What was done that the student should know of.
    var remark: String?
  }

  let unit: CourseUnit
  let checks: [Check]
  private let plan: BuildPlan
  private let solution: SolutionBuild

  /// Prepares the grading of a unit: builds what submissions are compiled against, asks the worked solution's tests for
  /// their names and limits, and makes sure that the solution passes all of them in `room`.
  ///
  /// - Throws: ``Failure`` if the unit itself is not right.
  init(
    _ exercise: Exercise, hidden: HiddenChecks, room: Room, toolchain: Toolchain
  ) async throws {
    unit = exercise.unit
    let library = try UnitLibrary(of: exercise, in: room.library)
    var files: [String: Data] = [:]
    var sources: [String: Data] = [:]
    for case (let path, .file(let data)) in try exercise.items(.solution) {
      if path.hasPrefix("Sources/") { sources[String(path.dropFirst(8))] = data }
      if path.hasPrefix("Tests/") || path.hasPrefix("References/") { files[path] = data }
    }
    for (path, data) in hidden.files { files["Hidden/\(path)"] = data }
    files["Tests/Runner.swift"] = Data(Self.runner.utf8)
    try room.fix(files)

    var plan = BuildPlan(
      module: unit.name, fixed: files, compilerArguments: try library.compilerArguments(in: room),
      testArguments: library.testArguments(in: room),
      linkerArguments: try library.linkerArguments(in: room), toolchain: toolchain,
      hasHiddenChecks: !hidden.checks.isEmpty)
    var build = Build(sources: sources, plan: plan, room: room, fillsCache: true)
    var outcomes = await build.run()
    if Self.failure(in: outcomes) != nil {
      // Checks that switch over an enumeration of the exercise, for one, fit only one module of it.
      plan.isResilient = false
      build = Build(sources: sources, plan: plan, room: room, fillsCache: true)
      outcomes = await build.run()
    }
    if case .failed(let finding, let output) = Self.failure(in: outcomes) {
      throw Failure("the worked solution of \(unit.title) \(finding.message)\n\(output)")
    }
    self.plan = plan
    solution = try await SolutionBuild(build, library: library)
    try library.openCache()
    let program = plan.programs.last ?? .shown
    let listed = try await CheckList.of(room.folder.appendingPathComponent(program.path).path)
    checks = try Self.checks(
      of: exercise, hidden: hidden.checks, listed: listed, timeFactor: room.limits.timeFactor)
    let failed = await zip(checks, verdicts(in: room, outcomes)).filter { !$0.1.passed }
    guard failed.isEmpty else {
      let sentences = failed.map { "\($0.0.id): \($0.1.sentences.joined(separator: "; "))" }
      throw Failure(
        "the worked solution of \(unit.title) fails here, so nobody is graded:\n  "
          + sentences.joined(separator: "\n  "))
    }
  }

  /// The verdict on every check for a student's sources.
  func outcome(of exercise: SubmittedExercise, in room: Room) async -> Outcome {
    if let finding = refusal(of: exercise.sources) {
      return Outcome(verdicts: checks.map { _ in Verdict(.didNotCompile, [finding]) })
    }
    var outcomes = await build(exercise.sources, in: room)
    var remark: String?
    if case .failed = outcomes[.shown], !exercise.missing.isEmpty {
      let whole = exercise.sources.merging(exercise.missing) { own, _ in own }
      let completed = await build(whole, in: room)
      if case .built = completed[.shown] {
        outcomes = completed
        let names = exercise.missing.keys.sorted().joined(separator: ", ")
        remark = "\(names) was not handed in, and was taken as it was handed out"
      }
    }
    let outputs = plan.programs.lazy.compactMap { program -> String? in
      guard case .failed(let finding, let output) = outcomes[program], !output.isEmpty else {
        return nil
      }
      let isTheirs = finding.place?.file.hasPrefix("Sources/") ?? false
      return isTheirs ? nil : String(output.suffix(2000))
    }
    return Outcome(
      verdicts: await verdicts(in: room, outcomes), note: outputs.first, remark: remark)
  }

  private func build(_ sources: [String: Data], in room: Room) async -> [GradedProgram: Build
    .Outcome]
  {
    await Build(sources: sources, plan: plan, room: room, solution: solution).run()
  }

  private func verdicts(
    in room: Room, _ outcomes: [GradedProgram: Build.Outcome]
  ) async -> [Verdict] {
    let sleep = SleepBudget(seconds: room.limits.sleepSeconds)
    var verdicts: [Verdict] = []
    for check in checks {
      if let finding = Self.finding(against: check.program, outcomes) {
        verdicts.append(Verdict(.didNotCompile, [finding]))
        continue
      }
      var launcher = room.launcher(
        for: .running(check.limits, check.program), toolchain: plan.toolchain)
      launcher.arguments.append(room.path(check.program.path))
      var run = IsolatedRun(
        testID: check.testID, testFile: room.path("Tests/Checks.swift"), limits: check.limits)
      run.sleep = sleep
      let verdict = await run.verdict(by: launcher)
      verdicts.append(verdict.relative(to: [room.root, room.fixedRoot]))
    }
    return verdicts
  }

  /// Why a program could not be built; of hidden checks nothing is told.
  private static func finding(
    against program: GradedProgram, _ outcomes: [GradedProgram: Build.Outcome]
  ) -> Finding? {
    guard case .failed(let finding, _) = outcomes[program] else { return nil }
    if program == .hidden, case .built = outcomes[.shown] {
      return Finding(.didNotCompile, ["error": "a hidden check does not fit this code"])
    }
    guard program == .hidden, case .failed(let shown, _) = outcomes[.shown] else { return finding }
    return shown
  }

  private static func failure(in outcomes: [GradedProgram: Build.Outcome]) -> Build.Outcome? {
    outcomes.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value).last {
      if case .failed = $0 { true } else { false }
    }
  }

  private func refusal(of sources: [String: Data]) -> Finding? {
    for (path, data) in sources.sorted(by: { $0.key < $1.key })
    where String(validating: data, as: UTF8.self) == nil {
      return Finding(
        .didNotCompile, ["error": "\(path) is not UTF-8 text"], at: Place(file: path, line: 1))
    }
    return nil
  }

  private static func checks(
    of exercise: Exercise, hidden: [HiddenChecks.Check], listed: [CheckList.Entry],
    timeFactor: Double
  ) throws -> [Check] {
    let byName = Dictionary(grouping: listed, by: \.name)
    let shown = exercise.manifest.checks.map { (id: $0.id, points: $0.points, isHidden: false) }
    let all = shown + hidden.map { (id: $0.id, points: $0.points, isHidden: true) }
    let unit = exercise.unit.title
    for name in byName.keys.sorted() where !all.contains(where: { $0.id == name }) {
      throw Failure("\(unit): there is no check for the test “\(name)”")
    }
    return try all.map { check in
      let entries = byName[check.id] ?? []
      guard entries.count == 1, var limits = entries.first?.limits else {
        throw Failure("\(unit): there are \(entries.count) tests called “\(check.id)”, not one")
      }
      limits.seconds *= timeFactor
      return Check(
        id: check.id, points: check.points, isHidden: check.isHidden, testID: entries[0].testID,
        limits: limits)
    }
  }

  private static let runner = """
    import Testing

    @main struct Runner {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """
}

extension SolutionBuild {
  /// - Throws: ``Failure`` if what the compiler has left cannot be read.
  fileprivate init(_ build: Build, library: UnitLibrary) async throws {
    let plan = build.plan
    guard let object = build.moduleObject, let interface = try await build.interface(),
      let libraryObject = ObjectFile(try Data(contentsOf: library.object), where: { !$0 })
    else { throw Failure("the compiled solution of \(plan.module) cannot be read") }
    var checks: [GradedProgram: CompiledChecks] = [:]
    for program in plan.programs { checks[program] = build.checksObject(of: program) }
    let needed = checks.values.reduce(into: Set(libraryObject.symbols.map(\.name))) {
      $0.formUnion($1.others)
    }
    self.init(
      interface: interface,
      screen: ObjectScreen(module: plan.module, needed: needed, solution: object),
      checks: plan.isResilient ? checks : [:])
  }
}

extension Verdict {
  /// With places in files below `folders` relative to them, and the folders' names out of all sentences.
  fileprivate func relative(to folders: Set<String>) -> Verdict {
    var verdict = self
    for folder in folders {
      for index in findings.indices {
        verdict.findings[index].message.replace("\(folder)/", with: "")
        verdict.findings[index] = verdict.findings[index].mappingFiles {
          $0.replacing("\(folder)/", with: "")
        }
      }
    }
    return verdict
  }
}
