import ArgumentParser

/// `course test`
struct Test: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Everything that must hold: the tests, the exercises' freshness, the units' promises."
  )

  func run() async throws {
    let root = try Repository().root.path
    let status = try Tool.runInherited(["swift", "test", "--package-path", root])
    guard status == 0 else { throw ExitCode(status) }
    try await Generate.parse(["--check"]).run()
    try await Verify.parse([]).run()
  }
}
