import Foundation
import Grading

/// A unit's checks as a program: the sources that they judge, the checks, and the library, of which only the first
/// change.
///
/// The compiler is called directly: SwiftPM would plan for most of a second what never changes, and links hundreds of
/// objects.
struct CheckProgram {
  let unit: CourseUnit
  /// The folder of the sources.
  let sources: URL
  /// The package whose `Tests/` are compiled.
  let package: URL
  /// Where modules and objects are kept.
  let products: URL
  /// Products of the same checks, compiled against a module that may look the same from outside.
  let twin: URL?

  /// The program itself.
  var file: URL { products.appendingPathComponent("checks") }

  /// Compiles and links what has changed; one process at a time.
  ///
  /// - Throws: ``Failure`` if the library cannot be built.
  func build(_ status: StatusLine = StatusLine()) throws -> ExercisePackage.Build {
    try Compiler.require()
    try FileManager.default.createDirectory(at: products, withIntermediateDirectories: true)
    let lock = FolderLock(products)
    defer { lock.release() }

    let library = SharedLibrary(repository: unit.repository)
    try library.update(status)
    status.show(say(.building))
    let earlier = try EarlierUnits(of: unit, library: library)
    try earlier.build()
    let compile = try Compiler.checking + earlier.compilerArguments()
    if package == unit.exercise.resolvingSymlinksInPath() {
      try BuiltManifest(
        unit: unit, compilerArguments: earlier.compilerArguments(),
        linkerArguments: earlier.objects.map(\.path) + library.linkerArguments()
      ).write()
    }
    var inputs = Fingerprint()
    inputs.add(library.state)
    inputs.add(earlier.state)

    let module = try compileModule(inputs, compile)
    guard module.status == 0 else { return outcome([module]) }
    let checks = try compileChecks(inputs, compile)
    guard checks.status == 0 else { return outcome([module, checks]) }
    let link = try link(earlier)
    return outcome([module, checks, link])
  }

  private var module: URL { products.appendingPathComponent("\(unit.name).swiftmodule") }
  var object: URL { products.appendingPathComponent("\(unit.name).o") }
  private var checks: URL { products.appendingPathComponent("checks.o") }
  private var runner: URL { products.appendingPathComponent("Runner.swift") }

  private func compileModule(_ inputs: Fingerprint, _ compile: [String]) throws -> Tool.Result {
    let sources = try swiftFiles(in: sources)
    guard !sources.isEmpty else {
      throw Failure(say(.noSources, ["unit": unit.title]))
    }
    var inputs = inputs
    inputs.add(contentsOf: sources)
    return try BuildStep(product: object, inputs: inputs).run {
      compile + [
        "-module-name", unit.name, "-emit-module", "-emit-module-path", module.path, "-c", "-o",
        object.path,
      ] + sources.map(\.path)
    }
  }

  /// The checks see of the module its interface, and what is in the bodies of functions is not in that.
  private func compileChecks(_ inputs: Fingerprint, _ compile: [String]) throws -> Tool.Result {
    let tests = try swiftFiles(in: package.appendingPathComponent("Tests"))
    var inputs = inputs
    inputs.add(contentsOf: tests)
    inputs.add(FileManager.default.contents(atPath: module.path) ?? Data())
    let step = BuildStep(product: checks, inputs: inputs)
    if let twin, !step.isDone {
      let other = BuildStep(product: twin.appendingPathComponent("checks.o"), inputs: inputs)
      if other.isDone { return try step.run { ["cp", other.product.path, checks.path] } }
    }
    try Data(Self.runnerText.utf8).write(to: runner)
    return try step.run {
      compile + [
        "-module-name", "\(unit.name)Checks", "-I", products.path, "-c", "-o", checks.path,
        runner.path,
      ] + tests.map(\.path)
    }
  }

  private func link(_ earlier: EarlierUnits) throws -> Tool.Result {
    let objects = [checks, object] + earlier.objects
    var inputs = Fingerprint()
    inputs.add(earlier.library.state)
    for object in objects {
      inputs.add(
        (try? String(contentsOf: object.appendingPathExtension("inputs"), encoding: .utf8)) ?? "")
    }
    return try BuildStep(product: file, inputs: inputs).run {
      let arguments =
        Compiler.linking + objects.map(\.path) + (try earlier.library.linkerArguments())
      // A program that runs cannot be written over, but it can be replaced.
      return ["sh", "-c", #""$@" -o "$0.new" && mv -f "$0.new" "$0""#, file.path] + arguments
    }
  }

  private func swiftFiles(in folder: URL) throws -> [URL] {
    try folder.filesBelow().filter { $0.hasSuffix(".swift") }.map(folder.appendingPathComponent)
  }

  private func outcome(_ results: [Tool.Result]) -> ExercisePackage.Build {
    let output = results.map(\.output).joined()
    let messages = CompilerMessages(in: output, below: package.path)
    return ExercisePackage.Build(
      succeeded: results.allSatisfy { $0.status == 0 }, errors: messages.errors,
      warnings: messages.warnings, output: output)
  }

  private static let runnerText = """
    import Testing

    @main struct Runner {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }

    """
}
