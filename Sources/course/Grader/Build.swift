import Foundation
import Grading

/// A student's sources, compiled and linked with the checks of their unit.
///
/// The compiler is called directly: SwiftPM would plan for seconds what never changes, and `Package.swift`
/// would be a program of the student's.
struct Build {
  static let program = "checks"

  /// By path below `Sources/`.
  let sources: [String: Data]
  /// The instructor's files, by path.
  let fixed: [String: Data]
  /// Those of them that are compiled.
  let testFiles: [String]
  /// The unit's module.
  let name: String
  let room: Room
  let compilerArguments: [String]
  let linkerArguments: [String]
  let toolchain: Toolchain
  let fillsCache: Bool
  /// The checks compiled against the worked solution; `nil` while that is built.
  var compiled: CompiledChecks?

  enum Outcome {
    case built
    /// The first error, with a path relative to the room, and all that the compiler said, for the staff.
    case failed(Finding, output: String)
  }

  func run() async -> Outcome {
    do {
      guard !sources.isEmpty else { return failed("there is no Swift file in Sources") }
      var files = fixed
      for (path, data) in sources { files["Sources/\(path)"] = data }
      try room.prepare(files)
      let build = room.path("build")
      let emit = [
        "-module-name", name, "-emit-module", "-emit-module-path", "\(build)/\(name).swiftmodule",
        "-c", "-o", "\(build)/\(name).o",
      ]
      let paths = sources.keys.sorted().map { room.path("Sources/\($0)") }
      if let failed = try await compile(emit + paths, for: .compilingSources) { return failed }
      if let object = compiled?.object(for: self) {
        try object.write(to: room.folder.appendingPathComponent("build/checks.o"))
      } else {
        let checks = [
          "-module-name", "\(name)Checks", "-I", build, "-c", "-o", "\(build)/checks.o",
        ]
        let tests = testFiles.map { room.path($0) }
        if let failed = try await compile(checks + tests, for: .compilingChecks) { return failed }
      }
      let link =
        ["-o", "\(build)/\(Self.program)", "\(build)/checks.o", "\(build)/\(name).o"]
        + linkerArguments
      let result = try await start(link, for: .compilingChecks)
      return result.status == 0 ? .built : failed("it cannot be linked", result.output)
    } catch {
      return failed("\(error)")
    }
  }

  private func compile(_ arguments: [String], for purpose: Room.Purpose) async throws -> Outcome? {
    let options = [
      "-swift-version", "6", "-Onone", "-gline-tables-only", "-enable-testing", "-wmo",
      "-parse-as-library", "-DSWIFT_PACKAGE", "-DDEBUG", "-suppress-warnings",
    ]
    let result = try await start(options + compilerArguments + arguments, for: purpose)
    guard result.status != 0 else { return nil }
    if var finding = CompilerMessages(in: result.output, below: room.root).firstError {
      finding.place?.file.replace("\(room.root)/", with: "")
      return .failed(finding, output: result.output)
    }
    let reason =
      result.status == nil ? "the compiler took too much time or memory" : "the compiler failed"
    return failed(reason, result.output)
  }

  private func start(_ arguments: [String], for purpose: Room.Purpose) async throws
    -> Launcher.Result
  {
    let launcher = room.launcher(for: purpose, toolchain: toolchain, filling: fillsCache)
    return try await launcher.run(
      [toolchain.compiler] + arguments,
      limits: Limits(seconds: room.limits.compileSeconds, outputBytes: 20_000_000))
  }

  private func failed(_ reason: String, _ output: String = "") -> Outcome {
    .failed(Finding(.didNotCompile, ["error": reason]), output: output)
  }
}

/// The object file of a unit's checks, for all submissions whose module looks from outside like the worked solution's:
/// then the compiler would make the same once more.
///
/// Compiling the checks takes most of the time of a submission, and bodies of functions are not in a module's interface.
struct CompiledChecks: Sendable {
  private let root: String
  private let testFiles: [String]
  private let module: Data
  private let object: Data

  /// What `build` has left in its room.
  init?(of build: Build) {
    guard let module = build.module,
      let object = FileManager.default.contents(
        atPath: build.room.folder.appendingPathComponent("build/checks.o").path)
    else { return nil }
    (root, testFiles, self.module, self.object) = (
      build.room.root, build.testFiles, module, object
    )
  }

  func object(for build: Build) -> Data? {
    // The object has the paths of the tests in it.
    guard build.room.root == root, build.testFiles == testFiles, build.module == module else {
      return nil
    }
    return object
  }
}

extension Build {
  /// The compiled interface of the student's module.
  fileprivate var module: Data? {
    FileManager.default.contents(
      atPath: room.folder.appendingPathComponent("build/\(name).swiftmodule").path)
  }
}
