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
  }

  let unit: CourseUnit
  let checks: [Check]
  private let fixed: [String: Data]
  private let screen: SourceScreen
  private let compilerArguments: [String]
  private let linkerArguments: [String]
  private let toolchain: Toolchain
  private let testFiles: [String]
  private let compiled: CompiledChecks?

  /// Prepares the grading of a unit: builds what submissions are compiled against, asks the worked solution's tests for
  /// their names and limits, and makes sure that the solution passes all of them in `room`.
  ///
  /// - Throws: ``Failure`` if the unit itself is not right.
  init(
    _ exercise: Exercise, hidden: HiddenChecks, room: Room, toolchain: Toolchain
  ) async throws {
    unit = exercise.unit
    self.toolchain = toolchain
    let library = try UnitLibrary(of: exercise, in: room.library)
    compilerArguments = try library.compilerArguments(in: room)
    linkerArguments = try library.linkerArguments(in: room)

    var files: [String: Data] = [:]
    var solution: [String: Data] = [:]
    for case (let path, .file(let data)) in try exercise.items(.solution) {
      if path.hasPrefix("Sources/") { solution[String(path.dropFirst(8))] = data }
      if path.hasPrefix("Tests/") || path.hasPrefix("References/") { files[path] = data }
    }
    for (path, data) in hidden.files { files["Hidden/\(path)"] = data }
    files["Tests/Runner.swift"] = Data(Self.runner.utf8)
    fixed = files
    testFiles = files.keys.filter { $0.contains("Tests/") && $0.hasSuffix(".swift") }.sorted()
    screen = SourceScreen(
      checks: files.filter { $0.key.hasSuffix(".swift") }.map { Self.text($0.value) },
      unit: try Self.texts(of: exercise))

    let build = Build(
      sources: solution, fixed: fixed, testFiles: testFiles, name: unit.name, room: room,
      compilerArguments: compilerArguments, linkerArguments: linkerArguments,
      toolchain: toolchain, fillsCache: true)
    if case .failed(let finding, let output) = await build.run() {
      throw Failure("the worked solution of \(unit.title) \(finding.message)\n\(output)")
    }
    try library.openCache()
    compiled = CompiledChecks(of: build)
    let listed = try await CheckList.of(
      room.folder.appendingPathComponent("build/\(Build.program)").path)
    checks = try Self.checks(
      of: exercise, hidden: hidden.checks, listed: listed, timeFactor: room.limits.timeFactor)
    let failed = await zip(checks, verdicts(in: room)).filter { !$0.1.passed }
    guard failed.isEmpty else {
      let sentences = failed.map { "\($0.0.id): \($0.1.sentences.joined(separator: "; "))" }
      throw Failure(
        "the worked solution of \(unit.title) fails here, so nobody is graded:\n  "
          + sentences.joined(separator: "\n  "))
    }
  }

  /// The verdict on every check for a student's sources, by path below `Sources/`, and what the compiler said where
  /// the error is in no file of theirs, for the staff.
  func verdicts(
    on sources: [String: Data], in room: Room
  ) async -> (verdicts: [Verdict], note: String?) {
    if let finding = refusal(of: sources) { return (all(.didNotCompile, finding), nil) }
    func build(_ files: [String]) async -> Build.Outcome {
      await Build(
        sources: sources, fixed: fixed, testFiles: files, name: unit.name, room: room,
        compilerArguments: compilerArguments, linkerArguments: linkerArguments,
        toolchain: toolchain, fillsCache: false, compiled: compiled
      ).run()
    }
    var outcome = await build(testFiles)
    var withoutHidden = false
    if case .failed(let finding, _) = outcome, finding.place?.file.hasPrefix("Hidden/") == true {
      withoutHidden = true
      outcome = await build(testFiles.filter { !$0.hasPrefix("Hidden/") })
    }
    switch outcome {
    case .failed(let finding, let output):
      let note = finding.place == nil && !output.isEmpty ? String(output.suffix(2000)) : nil
      return (all(.didNotCompile, finding), note)
    case .built: return (await verdicts(in: room, withoutHidden: withoutHidden), nil)
    }
  }

  private func verdicts(in room: Room, withoutHidden: Bool = false) async -> [Verdict] {
    var verdicts: [Verdict] = []
    for check in checks {
      guard !check.isHidden || !withoutHidden else {
        let finding = Finding(.didNotCompile, ["error": "a hidden check does not fit this code"])
        verdicts.append(Verdict(.didNotCompile, [finding]))
        continue
      }
      var launcher = room.launcher(for: .running(check.limits), toolchain: toolchain)
      launcher.arguments.append(room.path("build/\(Build.program)"))
      let run = IsolatedRun(
        testID: check.testID, testFile: room.path("Tests/Checks.swift"), limits: check.limits)
      verdicts.append(await run.verdict(by: launcher).relative(to: room.root))
    }
    return verdicts
  }

  private func refusal(of sources: [String: Data]) -> Finding? {
    for (path, data) in sources.sorted(by: { $0.key < $1.key }) {
      guard let text = String(data: data, encoding: .utf8) else {
        return Finding(
          .didNotCompile, ["error": "\(path) is not UTF-8 text"], at: Place(file: path, line: 1))
      }
      if let finding = screen.refusal(of: text, file: "Sources/\(path)") { return finding }
    }
    return nil
  }

  private func all(_ outcome: Verdict.Outcome, _ finding: Finding) -> [Verdict] {
    checks.map { _ in Verdict(outcome, [finding]) }
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

  private static func texts(of exercise: Exercise) throws -> [String] {
    try [Exercise.Sources.stub, .solution].flatMap { sources in
      try exercise.items(sources).compactMap { path, item in
        guard case .file(let data) = item, path.hasPrefix("Sources/") else { return nil }
        return text(data)
      }
    }
  }

  private static func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

  private static let runner = """
    import Testing

    @main struct Runner {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """
}

extension Verdict {
  /// With places in files below `folder` relative to it, and the folder's name out of all sentences.
  fileprivate func relative(to folder: String) -> Verdict {
    var verdict = self
    let prefix = folder + "/"
    for index in findings.indices {
      verdict.findings[index].message.replace(prefix, with: "")
      verdict.findings[index] = verdict.findings[index].mappingFiles {
        $0.replacing(prefix, with: "")
      }
    }
    return verdict
  }
}
