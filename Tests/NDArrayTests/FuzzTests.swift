import Foundation
import Testing

/// A short run of `Tests/Fuzz` with fixed seeds; CONTRIBUTING.md tells how to run it longer.
@Suite("Random arrays and files")
struct FuzzTests {
  private func fuzz(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> (output: String, status: Int32) {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("fuzz")
    process.arguments = arguments
    return try outcome(of: process)
  }

  @Test(
    "arrays equal their models after every step, on each instruction set",
    arguments: ["baseline", "avx2", "avx512"])
  func arrays(widest: String) throws {
    let (output, status) = try fuzz(
      "arrays", "--count", "400", environment: ["NDARRAY_SIMD": widest])
    #expect(status == 0, "\(output)")
    #expect(output == "400 sessions of 60 steps, every array equal to its model\n")
  }

  @Test("tasks that share memory do not meet") func threads() throws {
    let (output, status) = try fuzz("threads", "--count", "50")
    #expect(status == 0, "\(output)")
    #expect(output == "50 sessions of 60 steps, every array equal to its model\n")
  }

  @Test("damaged files are read or refused") func files() throws {
    let (output, status) = try fuzz("files", "--count", "200")
    #expect(status == 0, "\(output)")
    #expect(output.hasPrefix("12000 files read, "), "\(output)")
  }

  @Test("calls with extreme integers return or say what is wrong") func integers() throws {
    let (output, status) = try fuzz("integers", "--count", "700")
    #expect(status == 0, "\(output)")
    #expect(output.hasPrefix("700 calls, "), "\(output)")
  }
}
