import Foundation

/// The program in `Sources/Mutants`, which reads Swift with the syntax library of the toolchain itself.
///
/// It is compiled when it is needed first, and no target of the package, so that who only builds the course does not
/// wait for it.
struct MutantSearch {
  let repository: Repository

  private struct File: Decodable {
    var mutants: [Mutant]
  }

  /// The mutants of the student's parts of a unit, in the order of the files.
  func mutants(of exercise: Exercise) throws -> [Mutant] {
    let sources = exercise.unit.courseware.appendingPathComponent("Sources")
    let names = try exercise.studentFiles()
    let found = try mutants(of: names.map { sources.appendingPathComponent($0) })
    return zip(names, found).flatMap { name, mutants in
      mutants.map { mutant in
        var mutant = mutant
        mutant.file = name
        return mutant
      }
    }
  }

  /// The mutants of each file.
  func mutants(of files: [URL]) throws -> [[Mutant]] {
    let result = try Tool.capture([try program().path] + files.map(\.path))
    guard result.status == 0 else { throw Failure("mutants: \(result.output)") }
    return try JSONDecoder().decode([File].self, from: Data(result.output.utf8)).map(\.mutants)
  }

  private func program() throws -> URL {
    let toolchain = try Toolchain()
    let library = try Self.syntaxLibrary(of: toolchain)
    let folder = repository.root.appendingPathComponent("Sources/Mutants")
    let sources = try folder.entries().filter { $0.pathExtension == "swift" }
    var fingerprint = Fingerprint()
    fingerprint.add(library.path.utf8)
    for source in sources { fingerprint.add(try Data(contentsOf: source)) }
    let build = repository.buildFolder.appendingPathComponent("mutants")
    let program = build.appendingPathComponent("mutants-\(fingerprint.hexadecimal)")
    if program.isFile { return program }
    try FileManager.default.createDirectory(at: build, withIntermediateDirectories: true)
    let unfinished = build.appendingPathComponent("mutants-\(UUID().uuidString)")
    var arguments = [toolchain.compiler, "-swift-version", "6", "-module-name", "Mutants"]
    arguments += ["-I", library.path, "-L", library.path, "-o", unfinished.path]
    arguments += ["-Xlinker", "-rpath", "-Xlinker", library.path]
    for module in ["SwiftSyntax", "SwiftParser", "SwiftOperators"] {
      arguments.append("-l\(module)")
    }
    let result = try Tool.capture(arguments + sources.map(\.path))
    guard result.status == 0 else { throw Failure("Sources/Mutants: \(result.output)") }
    guard rename(unfinished.path, program.path) == 0 else {
      throw Failure("cannot write \(program.path)")
    }
    return program
  }

  /// The folder of SwiftSyntax in the toolchain, where the compiler has it for macros.
  private static func syntaxLibrary(of toolchain: Toolchain) throws -> URL {
    let host = URL(fileURLWithPath: toolchain.compiler).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lib/swift/host")
    guard host.appendingPathComponent("SwiftSyntax.swiftmodule").isFolder else {
      throw Failure(
        """
        this toolchain has no SwiftSyntax in \(host.path), by which mutants are found; take a toolchain of \
        swift.org (https://www.swift.org/install), which has it
        """)
    }
    return host
  }
}
