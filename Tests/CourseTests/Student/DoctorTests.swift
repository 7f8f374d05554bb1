import Foundation
import Testing

@testable import course

/// `doctor` on machines that lack something, made of a folder of programs that stand in for the real ones.
@Suite struct DoctorTests {
  private let fixture: FixtureRepository

  init() throws {
    fixture = try FixtureRepository()
    try program("swift", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'")
    try program("gnuplot", "")
    try program("bwrap", "")
    try program("pkg-config", #"case " $* " in *" $MISSING "*) exit 1 ;; esac; echo 1.2.3"#)
  }

  private func program(_ name: String, _ script: String) throws {
    try fixture.write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin.appendingPathComponent(name).path)
  }

  private var bin: URL { fixture.repository.root.appendingPathComponent("bin") }

  private func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: bin.appendingPathComponent(name))
  }

  private func doctor(_ environment: [String: String] = [:]) throws -> (
    status: Int32, output: String
  ) {
    try CourseProcess.run(
      ["doctor"], in: fixture.repository,
      environment: ["PATH": bin.path, "MISSING": "none"].merging(environment) { $1 })
  }

  @Test func aCompleteMachineIsWell() throws {
    let (status, output) = try doctor()
    #expect(status == 0)
    #expect(output.contains("✓ Swift 6.3.1 (\(bin.path)/swift)"))
    #expect(output.contains("✓ liblapacke-dev 1.2.3"))
    #expect(output.contains("✓ libpng-dev 1.2.3"))
    #expect(output.contains(/✓ BLAS in use: OpenBLAS [\d.]+, core \w+, \d+ threads?/))
    #expect(output.contains(#/✓ \d+\.\d GB free in /#))
    #expect(output.hasSuffix("Everything the course needs is here.\n"))
  }

  @Test func aMissingLibraryIsNamedWithItsCommand() throws {
    let (status, output) = try doctor(["MISSING": "lapacke"])
    #expect(status == 1)
    #expect(
      output.contains(
        """
          ✗ liblapacke-dev is missing: linear algebra
              → sudo apt-get install liblapacke-dev
        """))
    #expect(output.hasSuffix("1 thing to mend; type the line after →\n"))
    let russian = try doctor(["MISSING": "lapacke", "LC_ALL": "ru_RU.UTF-8"]).output
    #expect(russian.contains("нет пакета liblapacke-dev: линейная алгебра"))
  }

  @Test func noCompilerAndNoSandbox() throws {
    try remove("swift")
    try remove("bwrap")
    let (status, output) = try doctor()
    #expect(status == 1)
    #expect(
      output.contains(
        "✗ there is no Swift compiler in PATH\n      → curl -O https://download.swift.org/"))
    #expect(
      output.contains("! bubblewrap is missing, which only the instructor's ./course grade needs"))
  }

  @Test func anOldCompilerIsTold() throws {
    try program(
      "swift", "echo 'swift-driver version: 1.87 Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
    let (status, output) = try doctor()
    #expect(status == 1)
    #expect(
      output.contains(
        "✗ Swift 5.10.1 is too old (\(bin.path)/swift); the course needs 6.2 or later"))
    try program("swiftly", "")
    #expect(try doctor().output.contains("→ swiftly install --use latest"))
    try program("swift", "exit 1")
    #expect(try doctor().output.contains("does not say its version"))
  }

  /// The script `course` has to answer by itself while there is no tool yet.
  @Test(
    arguments: [
      ("", "C", "there is no Swift compiler in PATH"),
      ("", "ru_RU.UTF-8", "в PATH нет компилятора Swift"),
      ("echo 'Swift version 5.10'", "C", "Swift 5.10 is too old; the course needs 6.2 or later"),
      ("echo 'Swift version 6.1.2'", "ru", "Swift 6.1 слишком стар"),
    ])
  func theScriptAnswersWithoutACompiler(swift: String, locale: String, message: String) throws {
    try remove("swift")
    if !swift.isEmpty { try program("swift", swift) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("course")
    try FileManager.default.copyItem(
      at: script, to: fixture.repository.root.appendingPathComponent("course"))
    for name in ["dirname", "readlink", "find", "head", "sed", "cat", "id"] {
      let real = try #require(
        ["/usr/bin", "/bin"].map { "\($0)/\(name)" }.first {
          FileManager.default.isExecutableFile(atPath: $0)
        })
      try program(name, "exec \(real) \"$@\"")
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = fixture.repository.root.appendingPathComponent("course")
    process.arguments = ["doctor"]
    process.environment = ["PATH": bin.path, "LC_ALL": locale, "MISSING": "lapacke"]
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(output.contains(message))
    #expect(output.contains("./swiftly init"))
    #expect(output.contains("  sudo apt-get install libopenblas-dev liblapacke-dev"))
  }
}
