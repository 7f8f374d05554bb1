import Foundation
import Grading

/// A package with a unit's graded tests, to be built and run: the student's, or a variant of the solution.
struct ExercisePackage: Sendable {
  let unit: CourseUnit
  let folder: URL
  /// The folder of the sources that are judged.
  let sources: URL
  /// Where modules, objects and the program are kept.
  let products: URL
  /// Products of the same checks, which fit where the module looks the same from outside.
  var twin: URL?

  /// - Parameters:
  ///   - sources: `Sources` in the package where nothing else is said.
  ///   - products: those of the student's exercise where nothing else is said.
  init(unit: CourseUnit, folder: URL, sources: URL? = nil, products: URL? = nil) {
    self.unit = unit
    self.folder = folder.resolvingSymlinksInPath()
    self.sources =
      sources?.resolvingSymlinksInPath() ?? self.folder.appendingPathComponent("Sources")
    self.products =
      products ?? unit.repository.buildFolder.appendingPathComponent("checks/\(unit.folderName)")
  }

  /// What the compiler said.
  struct Build: Sendable {
    var succeeded: Bool
    /// Errors in the package itself, each once.
    var errors: [Finding]
    /// Warnings in the package itself, each once.
    var warnings: [String]
    var output: String
  }

  private var program: CheckProgram {
    CheckProgram(
      unit: unit, sources: sources, package: folder, products: products, twin: twin)
  }

  /// The compiled sources.
  var moduleObject: URL { program.object }

  /// Compiles what has changed, and first the library if that is not built.
  func build(_ status: StatusLine = StatusLine(isOn: false)) async throws -> Build {
    let program = program
    return try await Tool.blocking { try program.build(status) }
  }

  /// Makes the next build compile everything again, so that the compiler repeats its warnings.
  func clean() throws {
    if products.isFolder { try FileManager.default.removeItem(at: products) }
  }

  /// The verdict on every check of the manifest, in its order.
  ///
  /// - Parameters:
  ///   - only: the checks to run.
  ///   - order: the checks in the order in which their verdicts are wanted.
  ///   - readFirst: the names of files whose compile errors come first.
  ///   - status: where to show how far the build is.
  ///   - progress: told of each verdict when it is there.
  /// - Throws: ``Failure`` if there is no building at all, or if manifest and tests do not fit together.
  func verdicts(
    _ manifest: Manifest, only: [String]? = nil, order: [String] = [], readFirst: [String] = [],
    status: StatusLine = StatusLine(isOn: false),
    progress: @escaping @Sendable (_ check: String, Verdict) -> Void = { _, _ in }
  ) async throws -> [Verdict] {
    let build = try await build(status)
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
    let filter = only.map { names in
      let names = names.map(NSRegularExpression.escapedPattern).joined(separator: "|")
      return #"^\#(unit.name)Checks\..*/`?(\#(names))`?\("#
    }
    let run = try await GradedRun.of(
      program.file.path, filter: filter, order: order, progress: progress)
    guard run.ended || !run.results.isEmpty else {
      throw Failure(say(.testsDidNotRun, ["unit": unit.title, "output": run.output]))
    }
    let prefix = folder.path + "/"
    guard run.results.allSatisfy({ $0.test.place.file.hasPrefix(prefix) }) else {
      throw Failure(say(.otherTests, ["unit": unit.title, "folder": folder.path]))
    }
    if only == nil { try requireFit(of: manifest, to: run) }
    let byName = Dictionary(run.results.map { ($0.name, $0.verdict) }) { first, _ in first }
    let missing = Verdict(.missing, [Finding(.noSuchTest)])
    return (only ?? manifest.checks.map(\.id)).map { byName[$0] ?? missing }
  }

  /// The same verdicts, sooner: first all checks in one process, then alone those that do not pass there.
  ///
  /// - Parameter seconds: of processor time that the first may take.
  func quickVerdicts(_ manifest: Manifest, seconds: Double) async throws -> [Verdict] {
    let build = try await build()
    guard build.succeeded else { return try await verdicts(manifest) }
    let passing = try await TogetherRun.passing(program.file.path, seconds: seconds)
    let rest = manifest.checks.map(\.id).filter { !passing.contains($0) }
    let alone = rest.isEmpty ? [] : try await run(manifest, only: rest)
    let byName = Dictionary(uniqueKeysWithValues: zip(rest, alone))
    return manifest.checks.map { byName[$0.id] ?? Verdict(.passed) }
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
