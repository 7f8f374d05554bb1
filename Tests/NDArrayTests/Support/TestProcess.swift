import Foundation

/// What the tests that match a filter print and return when this test bundle runs them in a process of
/// its own, with more environment.
func runTests(
  matching filter: String, environment: [String: String]
) throws -> (output: String, status: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  process.arguments = ["--testing-library", "swift-testing", "--filter", filter]
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  return try outcome(of: process)
}

/// Runs a process to its end; what it has printed, errors included, and its status.
func outcome(of process: Process) throws -> (output: String, status: Int32) {
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return (text, process.terminationStatus)
}
