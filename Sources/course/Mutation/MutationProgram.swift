import Foundation
import Grading

/// The checks of a unit and the library, linked once into a program that takes the unit's module from a shared library:
/// a changed file costs its own compilation and the linking of that library.
///
/// Files and checks are compiled against the worked solution, so only what stands in the bodies of functions may differ.
struct MutationProgram: Sendable {
  /// The worked solution, by path below `Sources/`.
  let sources: [String: Data]
  private let unit: CourseUnit
  private let room: Room
  private let toolchain: Toolchain
  private let compilerArguments: [String]

  private var executable: String { room.path("build/checks") }

  /// - Throws: ``Failure`` if the solution does not compile or does not pass.
  init(_ exercise: Exercise, toolchain: Toolchain) async throws {
    unit = exercise.unit
    self.toolchain = toolchain
    let place = unit.repository.buildFolder.appendingPathComponent("mutants/\(unit.folderName)")
    room = Room(
      slot: 0, folder: place.appendingPathComponent("room"),
      library: place.appendingPathComponent("library"), sandbox: nil, limits: GradingLimits())
    let library = try UnitLibrary(of: exercise, in: room.library)
    compilerArguments = try library.compilerArguments(in: room)

    var (files, sources): ([String: Data], [String: Data]) = ([:], [:])
    for case (let path, .file(let data)) in try exercise.items(.solution) {
      if path.hasPrefix("Sources/") { sources[String(path.dropFirst(8))] = data }
      if ["Sources/", "Tests/", "References/"].contains(where: path.hasPrefix) {
        files[path] = data
      }
    }
    self.sources = sources.filter { $0.key.hasSuffix(".swift") }
    files["Tests/Runner.swift"] = Data(Self.runner.utf8)
    try prepare(files)
    try await build(
      tests: files.keys.filter { $0.hasPrefix("Tests/") && $0.hasSuffix(".swift") }.sorted(),
      testArguments: library.testArguments(in: room),
      linkerArguments: library.linkerArguments(in: room))
    if let check = try await firstFailure(
      of: exercise.manifest.checks.map(\.id), with: room.path("build"))
    {
      throw Failure("the worked solution of \(unit.title) fails \(check)")
    }
  }

  private func prepare(_ files: [String: Data]) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: room.folder)
    for (path, data) in files {
      try GeneratedItem.file(data).write(to: room.folder.appendingPathComponent(path))
    }
    try manager.createDirectory(
      at: room.folder.appendingPathComponent("build"), withIntermediateDirectories: true)
    // Where Foundation looks for the data of CourseKit: beside the program.
    try manager.createSymbolicLink(
      atPath: room.path("build/\(UnitLibrary.resources)"),
      withDestinationPath: room.libraryPath(UnitLibrary.resources))
  }

  private func build(
    tests: [String], testArguments: [String], linkerArguments: [String]
  ) async throws {
    let name = unit.name
    let paths = sources.keys.sorted().map { room.path("Sources/\($0)") }
    try await compile(
      ["-emit-module", "-module-name", name, "-o", room.path("build/\(name).swiftmodule")] + paths)
    for file in sources.keys.sorted() {
      try await compile(file, at: room.path("Sources/\(file)"), to: object(of: file))
    }
    try await link(sources.keys.sorted().map(object), into: room.path("build"))
    try await compile(
      ["-c", "-wmo", "-module-name", "\(name)Checks", "-I", room.path("build")]
        + testArguments
        + ["-o", room.path("build/checks.o")] + tests.map { room.path($0) })
    // The module finds the library in the program, which therefore tells of all its symbols.
    let linked = try await run(
      [toolchain.compiler, "-use-ld=lld", "-o", executable, room.path("build/checks.o")]
        + ["-Xlinker", "-E", "-L", room.path("build"), "-l\(name)"] + linkerArguments)
    guard linked.status == 0 else { throw Failure(linked.output) }
  }

  /// Compiles the module with another text of one file, in a folder of the worker's; that folder, or `nil` if the compiler
  /// refuses the text.
  func module(with text: Data, for file: String, worker: Int) async throws -> String? {
    let folder = room.folder.appendingPathComponent("worker-\(worker)")
    let source = folder.appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: source.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: source)
    let changed = folder.appendingPathComponent("changed.o").path
    do {
      try await compile(file, at: source.path, to: changed)
    } catch is Failure {
      return nil
    }
    let others = sources.keys.filter { $0 != file }.sorted().map(object)
    try await link(others + [changed], into: folder.path)
    return folder.path
  }

  private func object(of file: String) -> String {
    room.path("build/\(file.replacing("/", with: "+")).o")
  }

  /// Compiles one file of the module, beside the worked solution's others.
  private func compile(_ file: String, at path: String, to object: String) async throws {
    let others = sources.keys.filter { $0 != file }.sorted().map { room.path("Sources/\($0)") }
    try await compile(
      // A mistake in types can keep the type checker busy for minutes.
      ["-frontend", "-c", "-solver-expression-time-threshold=10", "-primary-file", path]
        + ["-module-name", unit.name, "-o", object] + others)
  }

  private func compile(_ arguments: [String]) async throws {
    var options = [
      "-swift-version", "6", "-Onone", "-gline-tables-only", "-enable-testing", "-parse-as-library",
      "-DSWIFT_PACKAGE", "-DDEBUG", "-suppress-warnings",
    ]
    options += compilerArguments
    let isFrontend = arguments.first == "-frontend"
    let result = try await run(
      [toolchain.compiler] + (isFrontend ? arguments + options : options + arguments))
    guard result.status == 0 else { throw Failure(result.output) }
  }

  /// By the compiler, which links along what tells the runtime of the library's types.
  private func link(_ objects: [String], into folder: String) async throws {
    let result = try await run(
      [toolchain.compiler, "-emit-library", "-o", "\(folder)/lib\(unit.name).so"]
        + ["-use-ld=lld"] + objects)
    guard result.status == 0 else { throw Failure(result.output) }
  }

  /// The first of the checks that fails with this module, or how the process ended; `nil` if all pass.
  ///
  /// They run in one process, one after another.
  func firstFailure(of checks: [String], with module: String) async throws -> String? {
    let names = checks.map(NSRegularExpression.escapedPattern).joined(separator: "|")
    var environment = ProcessInfo.processInfo.environment
    environment.merge([
      "COURSE_PLAIN_RUN": "1", "LD_LIBRARY_PATH": module, "SWIFT_BACKTRACE": "enable=no",
      "OPENBLAS_NUM_THREADS": "1", "NDARRAY_NUM_THREADS": "1",
    ]) { $1 }
    let launcher = Launcher(
      executable: "/usr/bin/prlimit",
      arguments: ["--core=0", "--data=4000000000", "--", executable],
      environment: environment, isSandbox: false)
    let result = try await launcher.run(
      [
        "--testing-library", "swift-testing", "--no-parallel", "--filter",
        #"^\#(unit.name)Checks\..*/`?(\#(names))`?\("#,
      ], limits: Limits(seconds: 300))
    let run = PlainRunLog(result.output)
    if result.status == 0, run.passed.count == checks.count { return nil }
    if let failed = run.failed { return failed }
    if let open = run.started.last(where: { !run.passed.contains($0) }) {
      return "\(open), which died"
    }
    throw Failure("the checks of \(unit.title) did not run:\n\(result.output)")
  }

  private func run(_ arguments: [String]) async throws -> Launcher.Result {
    let launcher = Launcher(
      executable: "/usr/bin/env", environment: ProcessInfo.processInfo.environment, isSandbox: false
    )
    return try await launcher.run(arguments, limits: Limits(seconds: 120, outputBytes: 20_000_000))
  }

  private static let runner = """
    import Testing

    @main struct Runner {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """
}

/// What checks that run plainly have said of themselves.
private struct PlainRunLog {
  var started: [String] = []
  var passed: [String] = []
  var failed: String?

  init(_ output: String) {
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "plain:" else { continue }
      switch words[1] {
      case "started": started.append(String(words[2]))
      case "passed": passed.append(String(words[2]))
      default: failed = String(words[2])
      }
    }
  }
}
