import Foundation
import Grading

/// A unit's run with the student's code in place of the worked solution, optimised like that.
///
/// Its sources are compiled as if they lay in the exercise, so the figures that it draws are saved there and the reference
/// values that it reads are the exercise's.
struct OwnProgram {
  let unit: CourseUnit

  /// Where the figures go.
  private var figures: URL { unit.exercise.appendingPathComponent("Figures") }

  private var folder: URL {
    unit.repository.buildFolder.appendingPathComponent("mine/\(unit.folderName)")
  }

  /// Builds it and runs it to its end, which is its exit code.
  ///
  /// - Throws: ``Failure`` with the compiler's first errors, or with the function that is not written yet.
  func run(_ arguments: [String]) throws -> Int32 {
    let program = try update()
    try FileManager.default.createDirectory(at: figures, withIntermediateDirectories: true)
    print(say(.figuresGoTo, ["folder": "Exercises/\(unit.folderName)/Figures"]))
    let note = folder.appendingPathComponent("not-implemented")
    try? FileManager.default.removeItem(at: note)
    setenv("COURSE_NOT_IMPLEMENTED", note.path, 1)
    let status = try Tool.runInherited([program.path] + arguments)
    let words = (try? String(contentsOf: note, encoding: .utf8)) ?? ""
    if let match = words.firstMatch(of: /\/(Sources\/.+:\d+): not implemented yet: (.+)/) {
      let values = [
        "place": String(match.1), "function": String(match.2), "number": unit.number,
      ]
      throw Failure(say(.runNeeds, values))
    }
    return status
  }

  /// Builds what has changed and says where the program is.
  ///
  /// - Throws: ``Failure`` with the compiler's first errors.
  private func update(_ status: StatusLine = StatusLine()) throws -> URL {
    guard unit.exercise.isFolder else {
      throw Failure(say(.noExercise, ["folder": unit.folderName, "number": unit.number]))
    }
    defer { status.close() }
    let library = SharedLibrary(repository: unit.repository)
    try library.update(status)
    status.show(say(.buildingUnit, ["unit": unit.title]))
    let earlier = try EarlierUnits(of: unit, library: library)
    try earlier.build()
    try GeneratedFolder(url: folder).write(try runSources())

    let compile = try Compiler.optimising + earlier.compilerArguments()
    var inputs = Fingerprint()
    inputs.add(library.state)
    inputs.add(earlier.state)
    let sources = try swiftFiles(in: unit.exercise.appendingPathComponent("Sources"))
    guard !sources.isEmpty else { throw Failure(say(.noSources, ["unit": unit.title])) }
    inputs.add(contentsOf: sources)
    let object = folder.appendingPathComponent("\(unit.name).o")
    let module = folder.appendingPathComponent("\(unit.name).swiftmodule")
    try step(object, inputs) {
      compile + [
        "-module-name", unit.name, "-emit-module", "-emit-module-path", module.path, "-c", "-o",
        object.path,
      ] + sources.map(\.path)
    }
    let runSources = try swiftFiles(in: folder.appendingPathComponent("Run"))
    inputs.add(contentsOf: runSources)
    let run = folder.appendingPathComponent("Run.o")
    // A file of this name is no library's.
    let isScript = runSources.contains { $0.lastPathComponent == "main.swift" }
    var compileRun: [String] = compile.filter { !isScript || $0 != "-parse-as-library" }
    compileRun += ["-module-name", "Run\(unit.name)", "-I", folder.path, "-c", "-o", run.path]
    compileRun += runSources.map(\.path)
    try step(run, inputs) { compileRun }
    let program = folder.appendingPathComponent("Run\(unit.name)")
    var link = Compiler.linking + ["-o", program.path, run.path, object.path]
    link += earlier.objects.map(\.path)
    link += try library.linkerArguments()
    try step(program, inputs) { link }
    return program
  }

  /// Takes a step of the build.
  private func step(
    _ product: URL, _ inputs: Fingerprint, _ arguments: () throws -> [String]
  ) throws {
    let result = try BuildStep(product: product, inputs: inputs).run(arguments)
    guard result.status != 0 else { return }
    let place = unit.exercise.resolvingSymlinksInPath().path
    let errors = CompilerMessages(in: result.output, below: place).errors
    guard !errors.isEmpty else {
      throw Failure(say(.cannotBuild, ["unit": unit.title, "output": result.output]))
    }
    let report = CompileReport(
      Verdict(.didNotCompile, errors.inReadingOrder(first: [])), unit: unit,
      style: Style(isOn: isatty(2) == 1 && getenv("NO_COLOR") == nil))
    let isInRun = errors.contains { $0.place?.file.hasPrefix("\(place)/Run/") ?? false }
    let hint = isInRun ? ["  " + say(.errorInRun)] : []
    throw Failure(([say(.runDoesNotCompile)] + report.errorLines + hint).joined(separator: "\n"))
  }

  /// The sources of the run, said to lie in the exercise.
  private func runSources() throws -> [String: GeneratedItem] {
    let courseware = unit.courseware.appendingPathComponent("Run")
    let exercise = unit.exercise.resolvingSymlinksInPath().appendingPathComponent("Run")
    var items: [String: GeneratedItem] = [:]
    for path in try courseware.filesBelow() where path.hasSuffix(".swift") {
      let text = try String(contentsOf: courseware.appendingPathComponent(path), encoding: .utf8)
      let place = exercise.appendingPathComponent(path).path
      items["Run/\(path)"] = .file(
        Data("#sourceLocation(file: \"\(place)\", line: 1)\n\(text)".utf8))
    }
    return items
  }

  private func swiftFiles(in folder: URL) throws -> [URL] {
    try folder.filesBelow().filter { $0.hasSuffix(".swift") }.map(folder.appendingPathComponent)
  }
}
