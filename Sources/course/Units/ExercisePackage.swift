import Foundation
import Grading

/// A package with a unit's graded tests, to be built and run: the student's, or a variant of the solution.
struct ExercisePackage {
  let unit: CourseUnit
  let folder: URL

  /// What the compiler said.
  struct Build {
    var succeeded: Bool
    /// Errors in the package itself, each once.
    var errors: [Finding]
    /// Warnings in the package itself, each once.
    var warnings: [String]
    var output: String
  }

  /// Builds the package and its tests in the folder that all exercises share.
  ///
  /// SwiftPM would take the cached plan of the package that was built there last for this one's.
  func build() throws -> Build {
    guard Tool.path(of: "swift") != nil else {
      throw Failure(say(.askTheDoctor, ["problem": say(.swiftMissing)]))
    }
    let scratch = unit.repository.exerciseBuildFolder
    let record = scratch.appendingPathComponent("inputs-\(unit.name).json")
    let inputs = try BuildInputs(of: folder)
    if let earlier = BuildInputs(contentsOf: record) {
      for module in [unit.name, "\(unit.name)Checks"] {
        inputs.invalidateObjects(
          in: scratch.appendingPathComponent("debug/\(module).build"), since: earlier)
      }
    }
    let result = try Tool.capture([
      "swift", "build", "--build-tests", "--disable-build-manifest-caching",
      "--package-path", folder.path, "--scratch-path", scratch.path,
    ])
    if scratch.isFolder { try inputs.write(to: record) }
    let messages = CompilerMessages(in: result.output, below: folder.resolvingSymlinksInPath().path)
    return Build(
      succeeded: result.status == 0, errors: messages.errors, warnings: messages.warnings,
      output: result.output)
  }

  /// Makes the next build compile every file again, so that the compiler repeats its warnings.
  func touch() throws {
    for path in try folder.filesBelow() where path.hasSuffix(".swift") {
      try FileManager.default.setAttributes(
        [.modificationDate: Date()], ofItemAtPath: folder.appendingPathComponent(path).path)
    }
  }

  /// The verdict on every check of the manifest, in its order.
  ///
  /// - Parameters:
  ///   - only: the checks to run.
  ///   - order: the checks in the order in which their verdicts are wanted.
  ///   - readFirst: the names of files whose compile errors come first.
  ///   - progress: told of each verdict when it is there.
  /// - Throws: ``Failure`` if there is no building at all, or if manifest and tests do not fit together.
  func verdicts(
    _ manifest: Manifest, only: [String]? = nil, order: [String] = [], readFirst: [String] = [],
    progress: @escaping @Sendable (_ check: String, Verdict) -> Void = { _, _ in }
  ) async throws -> [Verdict] {
    let build = try build()
    guard build.succeeded else {
      guard !build.errors.isEmpty else {
        throw Failure(say(.cannotBuild, ["unit": unit.title, "output": build.output]))
      }
      let verdict = Verdict(.didNotCompile, build.errors.inReadingOrder(first: readFirst))
      return (only ?? manifest.checks.map(\.id)).map { _ in verdict }
    }
    return try await run(manifest, only: only, order: order, progress: progress)
  }

  /// The verdicts of the package as it was built last.
  func run(
    _ manifest: Manifest, only: [String]? = nil, order: [String] = [],
    progress: @escaping @Sendable (_ check: String, Verdict) -> Void = { _, _ in }
  ) async throws -> [Verdict] {
    let binary = unit.repository.exerciseBuildFolder
      .appendingPathComponent("debug/\(unit.name)PackageTests.xctest").path
    let filter = only.map { names in
      let names = names.map(NSRegularExpression.escapedPattern).joined(separator: "|")
      return #"^\#(unit.name)Checks\..*/`?(\#(names))`?\("#
    }
    let run = try await GradedRun.of(binary, filter: filter, order: order, progress: progress)
    guard run.ended || !run.results.isEmpty else {
      throw Failure(say(.testsDidNotRun, ["unit": unit.title, "output": run.output]))
    }
    let prefix = folder.resolvingSymlinksInPath().path + "/"
    guard run.results.allSatisfy({ $0.test.place.file.hasPrefix(prefix) }) else {
      throw Failure(say(.otherTests, ["unit": unit.title, "folder": folder.path]))
    }
    if only == nil { try requireFit(of: manifest, to: run) }
    let byName = Dictionary(run.results.map { ($0.name, $0.verdict) }) { first, _ in first }
    let missing = Verdict(.missing, [Finding(.noSuchTest)])
    return (only ?? manifest.checks.map(\.id)).map { byName[$0] ?? missing }
  }

  private func requireFit(of manifest: Manifest, to run: GradedRun) throws {
    let tests = run.results.map(\.name)
    let checks = Set(manifest.checks.map(\.id))
    let file = "Courseware/\(unit.folderName)/\(CourseUnit.manifestName)"
    let twice = tests.filter { name in tests.filter { $0 == name }.count > 1 }
    if let name = twice.first { throw Failure(say(.twoTests, ["name": name]), file: file) }
    let unknown = tests.filter { !checks.contains($0) }
    guard unknown.isEmpty else {
      let tests = unknown.joined(separator: ", ")
      throw Failure(say(.noCheckForTest, ["tests": tests]), file: file)
    }
  }
}
