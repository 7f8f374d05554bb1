import Foundation

/// The compiler, with the modules that this test bundle was linked from.
enum Compiler {
  /// Where SwiftPM has put them.
  private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The options that find them and the C modules that they import.
  static let searchPaths: [String] =
    ([products.appendingPathComponent("Modules").path]
    + Snippet.files(in: "Sources", "module.modulemap").map {
      repository.appendingPathComponent($0).deletingLastPathComponent().path
    }).flatMap { ["-I", $0] }

  private static func folder(of module: String) -> URL {
    products.appendingPathComponent("\(module).build")
  }

  /// The object files of a module, one for each source file that it has now.
  private static func objects(of module: String) throws -> [String] {
    let folder = folder(of: module)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let list = folder.appendingPathComponent("sources")
    let sources =
      try? String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    let names = (sources ?? Snippet.files(in: "Sources/\(module)", ".c")).map {
      URL(fileURLWithPath: $0).lastPathComponent + ".o"
    }
    return files.filter { names.contains($0) }
      .map { folder.appendingPathComponent($0).path }
  }

  /// What the compiler says of source files that import `NDArray` and `CourseKit`, all of them one module.
  static func typecheck(_ sources: [String: String], _ options: [String] = []) throws -> String {
    try inFolder(sources) { try swiftc(["-typecheck"] + options + $0).output }
  }

  /// Compiles source files, one of them `main.swift`, links them with the library and runs the program.
  static func run(_ sources: [String: String]) throws -> (diagnostics: String, output: String) {
    try inFolder(sources) { files in
      let folder = URL(fileURLWithPath: files[0]).deletingLastPathComponent()
      let program = folder.appendingPathComponent("program").path
      let objects = try ["Kernels", "NDArray", "CourseKit", "Networks"].flatMap(objects(of:))
      let libraries = try pkgConfig("--libs") + ["-lz"]
      let compiled = try swiftc(["-Onone", "-o", program] + files + objects + libraries)
      guard compiled.status == 0 else { return (compiled.output, "") }
      return ("", try launch(program, []).output)
    }
  }

  private static func swiftc(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let flags = ["-swift-version", "6", "-suppress-warnings", "-diagnostic-style=llvm"]
    return try launch(
      "/usr/bin/env", ["swiftc"] + flags + searchPaths + (try pkgConfig("--cflags")) + arguments)
  }

  private static func pkgConfig(_ flag: String) throws -> [String] {
    try launch("/usr/bin/env", ["pkg-config", flag, "openblas", "lapacke", "libpng"]).output
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Runs a program and returns what it prints.
  static func launch(
    _ path: String, _ arguments: [String]
  ) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }

  /// Writes source files to a folder of their own for as long as `body` takes.
  private static func inFolder<Result>(
    _ sources: [String: String], _ body: ([String]) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try sources.map { name, text in
      let file = folder.appendingPathComponent(name)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    return try body(files.sorted())
  }
}
