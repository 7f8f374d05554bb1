import Foundation
import Testing

@testable import course

/// The commands that need no compiler, as a student types them.
@Suite struct StudentCommandTests {
  private let fixture: FixtureRepository

  init() throws {
    fixture = try FixtureRepository()
    for unit in try fixture.repository.units() {
      try GeneratedFolder(url: unit.exercise).write(Exercise(unit).items(.stub))
    }
  }

  private func course(_ arguments: String..., language: String = "C") throws -> (
    status: Int32, output: String
  ) {
    try CourseProcess.run(arguments, in: fixture.repository, environment: ["LC_ALL": language])
  }

  private func pass(_ ids: String...) throws {
    let signs = try fixture.unit("Signs")
    try Progress.update(fixture.repository) { progress in
      for id in ids { progress[signs, id].outcome = .passed }
    }
  }

  @Test func hintsComeOneAfterTheOther() throws {
    for (hint, kind) in [
      ("a", "a nudge"), ("b", "the formula"), ("c", "pseudo-code"), ("c", "the last one"),
    ] {
      let (status, output) = try course("hint", "03", "ofZero")
      #expect(status == 0)
      #expect(output.contains("\n  \(hint)\n") && output.contains(kind))
    }
    #expect(try course("hint", "ofZero", "--level", "1").output.contains("\n  a\n"))
    #expect(try course("hint", "03", "--level", "4").output.contains("from 1 to 3, not 4"))
    try pass("ofFive")
    #expect(try course("hint").output.hasPrefix("ofMinusFive, hint 1 of 3"))
    #expect(
      try course("hint", language: "ru_RU.UTF-8").output.contains("подсказка 2 из 3 (формула)"))
    #expect(try course("hint", "atAnIndex", language: "ru").output.contains("\n  намёк\n"))
  }

  @Test func listShowsProgress() throws {
    try pass("ofFive", "ofZero")
    let all = try course("list").output
    #expect(all.contains("03 Signs             2/4 checks, 4/10 points: Signs"))
    let one = try course("list", "03").output
    #expect(one.contains("✓ ofFive       1   passed, Sources/Signs.swift"))
    #expect(one.contains("· ofMinusFive  2   not checked yet"))
    #expect(try course("list", "--language", "ru").output.contains("баллы: 4/10"))
  }

  @Test func resetKeepsWhatWasWritten() throws {
    let stub = try fixture.read("Exercises/03-Signs/Sources/Signs.swift")
    try fixture.write("// my signs\n", to: "Exercises/03-Signs/Sources/Signs.swift")
    try fixture.write("// my lists\n", to: "Exercises/03-Signs/Sources/Lists.swift")
    try fixture.write("// my own\n", to: "Exercises/03-Signs/Sources/Own.swift")
    let one = try course("reset", "03", "signs").output
    #expect(one.contains("1 file of Exercises/03-Signs as handed out: Sources/Signs.swift"))
    #expect(try fixture.read("Exercises/03-Signs/Sources/Signs.swift") == stub)
    #expect(try fixture.read("Exercises/03-Signs/Sources/Lists.swift") == "// my lists\n")
    let place = try #require(one.firstMatch(of: /lies? in (.+)|is in (.+)/)?.2)
    #expect(try fixture.read("\(place)/Sources/Signs.swift") == "// my signs\n")

    try FileManager.default.removeItem(
      at: fixture.repository.root.appendingPathComponent("Exercises/03-Signs/Sources/Signs.swift"))
    #expect(try course("reset", "03").output.contains("2 files"))
    #expect(try fixture.read("Exercises/03-Signs/Sources/Signs.swift") == stub)
    #expect(try fixture.read("Exercises/03-Signs/Sources/Own.swift") == "// my own\n")
    #expect(try course("reset", "03").output.hasPrefix("nothing to reset: 03 Signs"))
    #expect(
      try course("reset", "03", "Sign.swift").output
        == "course: “Sign.swift” is not a file that was handed out; those are Signs.swift\n")
  }

  @Test func theSolutionOpensWhenTheChecksPass() throws {
    let closed = try course("diff", "03", "Signs.swift")
    #expect(closed.status == 1)
    #expect(closed.output.contains("they have not been run yet: ./course check 03"))
    try pass("ofFive", "ofZero")
    let half = try course("diff", "03", "Signs.swift")
    #expect(half.output.contains("still open: ofMinusFive."))
    try pass("ofMinusFive")
    try fixture.write(
      "import CourseKit\n\npublic func sign(_ x: Int) -> Int {\n  x.signum()\n}",
      to: "Exercises/03-Signs/Sources/Signs.swift")
    let open = try course("diff", "03", "Signs.swift")
    #expect(open.status == 0)
    #expect(open.output.contains("-  x.signum()\n+  x < 0 ? -1 : x > 0 ? 1 : 0\n"))
    #expect(!open.output.contains("SOLUTION"))
    #expect(try course("diff", "03").output.contains("Lists.swift opens when"))
  }

  @Test(
    arguments: [
      ("watsch", "there is no command “watsch”; did you mean ./course watch?"),
      (
        "solve-it-for-me",
        "there is no command “solve-it-for-me”; ./course help lists what there is"
      ),
    ])
  func anUnknownCommandIsAnswered(word: String, message: String) throws {
    let (status, output) = try course(word)
    #expect(status == 1)
    #expect(output == "course: \(message)\n")
  }

  @Test(arguments: ["check", "watch", "hint", "list", "reset", "diff", "doctor"])
  func helpShowsAnExample(command: String) throws {
    #expect(try course(command, "--help").output.contains("EXAMPLE: ./course \(command)"))
    let russian = try course(command, "--help", language: "ru_RU.UTF-8").output
    #expect(russian.contains("ПРИМЕР: ./course \(command)"))
  }
}
