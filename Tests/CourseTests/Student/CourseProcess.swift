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

  /// What it has printed since `start`, once that satisfies `condition`; gives up when the tool has ended, or after an hour.
  func output(after start: Int, until condition: (Substring) -> Bool) async throws -> String {
    for _ in 0..<72_000 {
      let isRunning = process.isRunning
      let new = output.dropFirst(start)
      if condition(new) { return String(new) }
      guard isRunning else { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return "gave up waiting after: \(output.dropFirst(start))"
  }

  /// The processes that have `marks` in their environment, once there are any, or none, as `wanted`; gives up after ten
  /// minutes.
  static func processes(marked marks: [String], wanted: Bool) async throws -> Set<String> {
    var found: Set<String> = []
    for _ in 0..<12_000 {
      found = Set(
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { id in
          let environment = FileManager.default.contents(atPath: "/proc/\(id)/environ") ?? Data()
          return marks.allSatisfy { environment.range(of: Data($0.utf8)) != nil }
        })
      if found.isEmpty != wanted { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return found
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
