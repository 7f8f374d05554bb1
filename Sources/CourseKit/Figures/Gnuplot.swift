import Foundation
import Synchronization

/// The program that draws figures.
struct Gnuplot {
  let program: URL

  /// gnuplot, if it is in one of the folders of `PATH`.
  static var found: Gnuplot? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("gnuplot") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      .map { Gnuplot(program: $0) }
  }

  /// Draws one format of a script in `folder`; a picture that fails half-way is not left behind.
  func run(_ script: String, format: String, in folder: URL) throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = program
    process.arguments = ["-e", "format='\(format)'", script]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let message = String(decoding: said, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let picture = script.replacing(".gp", with: "." + format)
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(picture))
      throw FigureError.gnuplot(
        script: folder.appendingPathComponent(script).path, message: message)
    }
  }

  private static let hasSpoken = Mutex(false)

  /// Tells on standard error, the first time only, what is missing and how to get it.
  static func sayOnceThatItIsMissing() {
    let isFirst = hasSpoken.withLock { spoken in
      defer { spoken = true }
      return !spoken
    }
    guard isFirst else { return }
    let text = """
      gnuplot is not installed, so figures are left as data (.dat) and scripts (.gp) without a picture;
      install it with: sudo apt-get install gnuplot-nox

      """
    FileHandle.standardError.write(Data(text.utf8))
  }
}
