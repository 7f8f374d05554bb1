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
    // As long as it is not waited for, a process that asks for it still finds it, and would ask for ever.
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try await body(process.processIdentifier)
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
    try await shell("while kill -0 $$; do :; done & wait") { process in
      while !Sleep.isAwake(process) { try await Task.sleep(for: .milliseconds(10)) }
      // Both are started now, and one of them always wants a processor.
      try await Task.sleep(for: .milliseconds(300))
      for _ in 0..<200 { #expect(Sleep.isAwake(process)) }
    }
  }
}
