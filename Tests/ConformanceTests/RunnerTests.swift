import Foundation
import Testing

@testable import Conformance

@Suite struct RunnerTests {
  /// `conformance` as it lies beside the test bundle.
  static let tool = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("conformance")

  private static let cases = """
    {"id":"right","op":"add","args":[{"array":{"dtype":"int64","shape":[2],"data":[1,2]}},1],"kwargs":{},"tol":"exact","expected":{"dtype":"int64","shape":[2],"data":[2,3]}}
    {"id":"refused","op":"add","args":[{"array":{"dtype":"int64","shape":[2],"data":[1,2]}},{"array":{"dtype":"int64","shape":[3],"data":[1,2,3]}}],"kwargs":{},"tol":"exact","expected":{"error":"ValueError","message":""}}
    {"id":"wrong","op":"add","args":[{"array":{"dtype":"int64","shape":[2],"data":[1,2]}},1],"kwargs":{},"tol":"exact","expected":{"dtype":"int64","shape":[2],"data":[2,4]}}
    {"id":"trapped","op":"reshape","args":[{"array":{"dtype":"int64","shape":[2],"data":[1,2]}},[3]],"kwargs":{},"tol":"exact","expected":{"dtype":"int64","shape":[3],"data":[1,2,3]}}
    {"id":"unknown","op":"no_such_thing","args":[],"kwargs":{},"tol":"exact","expected":{"dtype":"int64","shape":[],"data":[1]}}

    {"id":"last","op":"zeros","args":[[1]],"kwargs":{},"tol":"exact","expected":{"dtype":"float64","shape":[1],"data":[0.0]}}
    """

  private func withCases<Result>(_ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).jsonl")
    try Data(Self.cases.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  @Test("a trap costs its own case only, and its message is kept")
  func verdicts() throws {
    let verdicts = try withCases { try Runner(executable: Self.tool).run($0) }
    #expect(verdicts.map(\.id) == ["right", "refused", "wrong", "trapped", "unknown", "last"])
    #expect(verdicts.map(\.status) == [.pass, .pass, .fail, .fail, .unsupported, .pass])
    let message = "add: operands could not be broadcast together with shapes (2,) (3,)"
    #expect(verdicts[1].got == .string(message))
    #expect(verdicts[2].why == "elements differ")
    #expect(verdicts[3].got.text?.hasPrefix("reshape: cannot reshape array of size 2") == true)
  }

  @Test("the tool prints a line for each case and the count, and exits 1 when one failed")
  func tool() throws {
    try withCases { path in
      let process = Process()
      process.executableURL = Self.tool
      process.arguments = [path]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      #expect(lines.count == 7)
      #expect(lines.last == "3 passed, 2 failed, 1 unsupported")
      #expect(process.terminationStatus == 1)
    }
  }
}
