import ArgumentParser

/// `course test`
struct Test: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      Everything that must hold: the tests, the exercises' freshness, the units' promises, a sample of their mutants.
      """
  )

  func run() async throws {
    let root = try Repository().root.path
    let status = try Tool.runInherited(["swift", "test", "--package-path", root])
    guard status == 0 else { throw ExitCode(status) }
    try await Generate.parse(["--check"]).run()
    try await Verify.parse([]).run()
    for unit in try Repository().units() where try unit.manifest().equivalent != nil {
      try await Mutate.parse([unit.number, "--sample", "10", "--seed", "1"]).run()
    }
  }
}
