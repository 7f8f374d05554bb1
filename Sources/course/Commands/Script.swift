import ArgumentParser
import Foundation

/// `course script`
struct Script: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile a single file that imports NDArray, once, and run it.")

  @Argument(help: "The file.", completion: .file(extensions: ["swift"])) var file: String
  @Argument(parsing: .captureForPassthrough, help: "What the script itself understands.")
  var arguments: [String] = []

  func run() throws {
    let file = URL(fileURLWithPath: file)
    guard let source = FileManager.default.contents(atPath: file.path) else {
      throw Failure(say(.noSuchFile, ["file": self.file]))
    }
    let library = SharedLibrary(repository: try Repository())
    let program = try ScriptProgram(file: file, source: source, library: library).program()
    try Tool.replaceThisProcess([program.path] + arguments)
  }
}
