import Foundation
import Grading

/// A student's sources, compiled and linked with the checks of their unit.
///
/// The compiler is called directly: SwiftPM would plan for seconds what never changes, and `Package.swift`
/// would be a program of the student's.
struct Build {
  /// By path below `Sources/`.
  let sources: [String: Data]
  let plan: BuildPlan
  let room: Room
  var fillsCache = false
  /// What the worked solution came to; `nil` while that is built itself.
  var solution: SolutionBuild?

  enum Outcome {
    case built
    /// The first error, with a path relative to the room, and all that the compiler said, for the staff.
    case failed(Finding, output: String)
  }

  /// Builds what can be built.
  func run() async -> [GradedProgram: Outcome] {
    do {
      guard !sources.isEmpty else { return all(failed("there is no Swift file in Sources")) }
      try room.prepare(sources)
      if let failed = try await compileModule() { return all(failed) }
      guard let object = moduleObject else {
        return all(failed("it makes a larger program than is looked through"))
      }
      if let solution {
        let refusal = try await solution.screen.refusal(of: object, demangled: demangled)
        if let refusal { return all(refused(refusal)) }
      }
      var outcomes: [GradedProgram: Outcome] = [:]
      for program in plan.programs { outcomes[program] = try await build(program, with: object) }
      return outcomes
    } catch {
      return all(failed("it cannot be built on the grader's machine", "\(error)"))
    }
  }

  /// The symbols of the compiled module.
  var moduleObject: ObjectFile? {
    Disk.contents(of: Array(place(of: "\(plan.module).o").path.utf8), limit: 100_000_000)
      .flatMap { ObjectFile($0) }
  }

  /// The compiled checks of a program.
  func checksObject(of program: GradedProgram) -> CompiledChecks? {
    FileManager.default.contents(atPath: place(of: "\(program.rawValue).o").path)
      .flatMap { CompiledChecks($0, module: plan.module) }
  }

  /// What the compiled module offers.
  func interface() async throws -> ModuleInterface? {
    let folder = place(of: "graph")
    try? FileManager.default.removeItem(at: folder)
    let arguments = [
      "-c", "mkdir \"$0\" && exec \"$@\"", room.path("build/graph"), plan.toolchain.symbolGraph,
      "-module-name", plan.module, "-I", room.path("build"), "-target", plan.toolchain.target,
      "-output-dir", room.path("build/graph"), "-skip-synthesized-members",
    ]
    let result = try await start(
      ["/bin/sh"] + arguments + plan.compilerArguments, for: .compilingSources)
    return result.status == 0 ? ModuleInterface(in: folder) : nil
  }

  private func place(of file: String) -> URL {
    room.folder.appendingPathComponent("build/\(file)")
  }

  private func compileModule() async throws -> Outcome? {
    let build = room.path("build")
    var arguments = [
      "-module-name", plan.module, "-emit-module", "-emit-module-path",
      "\(build)/\(plan.module).swiftmodule", "-c", "-o", "\(build)/\(plan.module).o",
    ]
    if plan.isResilient { arguments.append("-enable-library-evolution") }
    arguments += sources.keys.sorted().map { room.path("Sources/\($0)") }
    return try await compile(arguments, for: .compilingSources, below: room.root)
  }

  private func build(_ program: GradedProgram, with module: ObjectFile) async throws -> Outcome {
    if let checks = solution?.checks[program], checks.fit(module) {
      try checks.object.write(to: place(of: "\(program.rawValue).o"))
    } else {
      if let refusal = try await rivals(of: program, in: module) { return refusal }
      if let failed = try await compileChecks(of: program) { return failed }
    }
    let link =
      ["-o", room.path(program.path), room.path("build/\(program.rawValue).o")]
      + plan.linkerArguments + [room.path("build/\(plan.module).o")]
    let result = try await start([plan.toolchain.compiler] + link, for: .compilingChecks)
    return result.status == 0 ? .built : failed("it cannot be linked", result.output)
  }

  private func compileChecks(of program: GradedProgram) async throws -> Outcome? {
    let build = room.path("build")
    let arguments = [
      "-module-name", "\(plan.module)Checks", "-I", build, "-c", "-o",
      "\(build)/\(program.rawValue).o",
    ]
    let tests = plan.tests(of: program).map { room.fixedPath($0) }
    return try await compile(
      arguments + plan.testArguments + tests, for: .compilingChecks, below: room.fixedRoot)
  }

  private func compile(
    _ arguments: [String], for purpose: Room.Purpose, below folder: String
  ) async throws -> Outcome? {
    let options = [
      plan.toolchain.compiler, "-swift-version", "6", "-Onone", "-gline-tables-only",
      "-enable-testing", "-wmo", "-parse-as-library", "-DSWIFT_PACKAGE", "-DDEBUG",
      "-suppress-warnings",
    ]
    let result = try await start(options + plan.compilerArguments + arguments, for: purpose)
    guard result.status != 0 else { return nil }
    if var finding = CompilerMessages(in: result.output, below: folder).firstError {
      finding.place?.file.replace("\(folder)/", with: "")
      return .failed(finding, output: result.output)
    }
    let reason =
      result.status == nil ? "the compiler took too much time or memory" : "the compiler failed"
    return failed(reason, result.output)
  }

  private func start(
    _ command: [String], for purpose: Room.Purpose
  ) async throws -> Launcher.Result {
    let launcher = room.launcher(for: purpose, toolchain: plan.toolchain, filling: fillsCache)
    return try await launcher.run(
      command, limits: Limits(seconds: room.limits.compileSeconds, outputBytes: 20_000_000))
  }

  /// What mangled names mean.
  private func demangled(_ names: [String]) async throws -> [String] {
    let command = [plan.toolchain.demangler, "--compact"] + names.prefix(100)
    let result = try await start(command, for: .compilingSources)
    return result.output.split(separator: "\n").map(String.init)
  }
}

extension Build {
  /// Why the checks cannot be compiled against this module, which is not as it was handed out, without asking
  /// what it adds: names that they would take for others.
  private func rivals(of program: GradedProgram, in module: ObjectFile) async throws -> Outcome? {
    guard let solution else { return nil }
    guard let interface = try await interface() else {
      return failed("its interface cannot be read")
    }
    let changed = interface.missing(from: solution.interface).first.map { "\($0) is" }
    let because = "\(changed ?? "its interface is") not as it was handed out, and "
    if let rival = interface.rivals(of: plan.words(of: program), beside: solution.interface).first {
      let place = rival.file.map {
        Place(file: "Sources/" + ($0.split(separator: "/").last ?? ""), line: rival.line ?? 1)
      }
      return refused(
        because
          + "a public “\(rival.title)” would take the place of one that the checks use; leave out `public` or rename it",
        at: place)
    }
    let foreign = solution.screen.foreignConformances(in: module)
    guard let first = try await demangled(Array(foreign.prefix(1))).first else { return nil }
    return refused(because + "it has a \(first), which would hold in the checks, too", at: nil)
  }

  private func refused(_ refusal: ObjectScreen.Refusal) -> Outcome {
    refused(refusal.reason, at: refusal.place(in: sources))
  }

  private func refused(_ reason: String, at place: Place?) -> Outcome {
    .failed(Finding("is refused: \(reason)", at: place), output: "")
  }

  private func failed(_ reason: String, _ output: String = "") -> Outcome {
    .failed(Finding(.didNotCompile, ["error": reason]), output: output)
  }

  private func all(_ outcome: Outcome) -> [GradedProgram: Outcome] {
    Dictionary(uniqueKeysWithValues: plan.programs.map { ($0, outcome) })
  }
}

extension ObjectScreen.Refusal {
  /// The first line of a student's sources with its word on it.
  func place(in sources: [String: Data]) -> Place? {
    for (path, data) in sources.sorted(by: { $0.key < $1.key }) {
      let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
      if let line = lines.firstIndex(where: { $0.firstRange(of: word.utf8) != nil }) {
        return Place(file: "Sources/\(path)", line: line + 1)
      }
    }
    return nil
  }
}
