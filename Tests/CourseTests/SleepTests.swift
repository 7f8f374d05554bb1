import Foundation
import Testing

@testable import Grading

/// What counts as sleeping, whatever else the machine does.
@Suite struct SleepTests {
  private func shell(_ script: String, _ body: (pid_t) async throws -> Void) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    try process.run()
    // What the thread that started it has masked, the shell has too, and so this may be the only signal that it hears.
    // `waitUntilExit` would wait for what the shell started, too, and that for the shell to be gone.
    defer { for process in family(of: process.processIdentifier) { kill(process, SIGKILL) } }
    try await body(process.processIdentifier)
  }

  private func family(of process: pid_t) -> [pid_t] {
    let file = "/proc/\(process)/task/\(process)/children"
    let children = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return children.split(separator: " ").compactMap { pid_t($0) }.flatMap(family) + [process]
  }

  @Test func whoSleepsIsNotAwake() async throws {
    try await shell("exec sleep 3600") { process in
      while Sleep.isAwake(process) { try await Task.sleep(for: .milliseconds(10)) }
      var sleep = Sleep(of: process)
      while sleep.seconds < 0.5 {
        sleep.look()
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  @Test func whoWaitsForAProcessorIsAwake() async throws {
    // The one waits for the other, which runs, or would if it could.
    try await shell("while :; do :; done & wait") { process in
      while !Sleep.isAwake(process) { try await Task.sleep(for: .milliseconds(10)) }
      // Both are started now, and one of them always wants a processor.
      try await Task.sleep(for: .milliseconds(300))
      for _ in 0..<200 { #expect(Sleep.isAwake(process)) }
    }
  }
}
