import Foundation

@testable import course

/// The real tool, started on a fixture's repository, in a process group of its own.
final class CourseProcess {
  private let process = Process()
  private let file: URL

  /// - Parameter environment: beside what this process has, with no locale of its own.
  init(
    _ arguments: [String], in repository: Repository, environment: [String: String] = [:]
  ) throws {
    file = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-output-\(UUID().uuidString)")
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    process.executableURL = Self.tool
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COURSE_ROOT": repository.root.path, "LC_ALL": "C"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: file)
  }

  var output: String {
    String(decoding: FileManager.default.contents(atPath: file.path) ?? Data(), as: UTF8.self)
  }

  func interrupt() { process.interrupt() }

  /// Waits for its end.
  func status() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What it has printed since `start`, once that satisfies `condition`; gives up after five minutes.
  func output(after start: Int, until condition: (Substring) -> Bool) async throws -> String {
    for _ in 0..<6000 {
      let new = output.dropFirst(start)
      if condition(new) { return String(new) }
      try await Task.sleep(for: .milliseconds(50))
    }
    return "gave up waiting after: \(output.dropFirst(start))"
  }

  /// Runs the tool to its end.
  static func run(
    _ arguments: [String], in repository: Repository, environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = try CourseProcess(arguments, in: repository, environment: environment)
    let status = process.status()
    return (status, process.output)
  }

  /// `course`, which is built beside the tests.
  private static let tool = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("course")
}
