import Foundation

/// A program of a single file, compiled against the library and kept by the content of both.
struct ScriptProgram {
  let file: URL
  let source: Data
  let library: SharedLibrary

  /// The program, compiled unless it was before.
  ///
  /// - Throws: ``Failure`` with what the compiler said.
  func program() throws -> URL {
    try library.update()
    var fingerprint = Fingerprint()
    fingerprint.add(source)
    fingerprint.add(file.lastPathComponent)
    fingerprint.add(library.state)
    let program = library.repository.buildFolder
      .appendingPathComponent("scripts/\(fingerprint.hexadecimal)")
      .appendingPathComponent(file.deletingPathExtension().lastPathComponent)
    if !program.isFile {
      let status = StatusLine()
      status.show(say(.building))
      defer { status.close() }
      try compile(to: program)
    }
    return program
  }

  private func compile(to program: URL) throws {
    let folder = program.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let unfinished = folder.appendingPathComponent("\(getpid())")
    let arguments =
      Compiler.linking + ["-O", "-swift-version", "6", "-module-name", "Script"]
      + (try library.compilerArguments())
      + ["-o", unfinished.path, file.path] + (try library.linkerArguments())
    let output = try Tool.capture(arguments)
    guard output.status == 0 else { throw Failure(output.output) }
    guard rename(unfinished.path, program.path) == 0 else {
      throw Failure("cannot write \(program.path)")
    }
  }
}
