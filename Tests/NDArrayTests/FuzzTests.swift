import Foundation
import Testing

/// A short run of `Tests/Fuzz` with fixed seeds; CONTRIBUTING.md tells how to run it longer.
@Suite("Random arrays and files")
struct FuzzTests {
  private func fuzz(_ arguments: String...) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("fuzz")
    process.arguments = arguments
    return try outcome(of: process)
  }

  @Test("arrays equal their models after every step") func arrays() throws {
    let (output, status) = try fuzz("arrays", "--count", "600")
    #expect(status == 0, "\(output)")
    #expect(output == "600 sessions of 60 steps, every array equal to its model\n")
  }

  @Test("damaged files are read or refused") func files() throws {
    let (output, status) = try fuzz("files", "--count", "200")
    #expect(status == 0, "\(output)")
    #expect(output.hasPrefix("12000 files read, "), "\(output)")
  }
}
