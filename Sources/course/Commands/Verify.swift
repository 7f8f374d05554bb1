import ArgumentParser

/// `course verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the units to their promises.",
    discussion: """
      Hints do not give the solution away; the lesson is there in both languages, and so is what it links to; every \
      check has points. The stub compiles without warnings and passes no check; the solution passes every check; every \
      seeded wrong solution fails the check that is named for it.
      """)

  @Argument(help: "A unit's number or name; all units without it.") var unit: String?
  @Flag(help: "Run all checks on each wrong solution, and tell which others catch it.")
  var allChecks = false

  func run() async throws {
    var problems = 0
    for unit in try Repository().units(unit) {
      print(unit.title)
      do {
        problems += try await UnitGates(Exercise(unit), runsAllChecks: allChecks).problems()
      } catch let failure as Failure {
        print("  ✗ \(failure)")
        problems += 1
      }
    }
    guard problems == 0 else { throw Failure("\(problems) broken promise(s)") }
  }
}
