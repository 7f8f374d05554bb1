import Foundation
import Testing

@testable import course

/// `course run --mine` on a unit whose run prints a sign and draws a figure.
@Suite struct RunMineTests {
  private static let run = """
    import Foundation
    import Signs

    @main struct RunSigns {
      static func main() throws {
        print("arguments", CommandLine.arguments.dropFirst().joined(separator: " "))
        print("the sign of -3:", sign(-3))
        let unit = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        try Data("drawn".utf8).write(to: unit.appendingPathComponent("Figures/sign.svg"))
      }
    }
    """

  @Test func runsTheStudentsCode() throws {
    let fixture = try FixtureRepository()
    let signs = try fixture.unit("Signs")
    try GeneratedFolder(url: signs.exercise).write(Exercise(signs).items(.stub))
    try fixture.write(Self.run, to: "Courseware/03-Signs/Run/Main.swift")
    try fixture.write("the unit's own", to: "Courseware/03-Signs/Figures/sign.svg")
    func run(_ body: String?, _ environment: [String: String] = [:]) throws -> (
      status: Int32, output: String
    ) {
      if let body {
        try fixture.write(
          "public func sign(_ x: Int) -> Int {\n  \(body)\n}\n",
          to: "Exercises/03-Signs/Sources/Signs.swift")
      }
      return try CourseProcess.run(
        ["run", "03", "--mine", "--epochs", "2"], in: fixture.repository, environment: environment)
    }

    let stub = try run(nil)
    #expect(stub.status == 1)
    #expect(stub.output.contains("arguments --epochs 2\n"))
    #expect(
      stub.output.hasSuffix(
        """
        course: sign(_:) at Sources/Signs.swift:4 is not written yet, and the run needs it; \
        ./course watch 03 checks what you write

        """))
    #expect(
      try run(nil, ["LC_ALL": "ru_RU"]).output.contains("sign(_:) (Sources/Signs.swift:4) ещё не"))

    let written = try run("x > 0 ? 1 : -7")
    #expect(written.status == 0)
    #expect(written.output.contains("figures go to Exercises/03-Signs/Figures\n"))
    #expect(written.output.contains("the sign of -3: -7\n"))
    #expect(try fixture.read("Exercises/03-Signs/Figures/sign.svg") == "drawn")
    #expect(try fixture.read("Courseware/03-Signs/Figures/sign.svg") == "the unit's own")

    let broken = try run("nothing")
    #expect(broken.status == 1)
    #expect(broken.output.contains("your code does not compile, so it cannot be run:"))
    #expect(broken.output.contains("Sources/Signs.swift:2:3: cannot find 'nothing' in scope"))
    try fixture.write(
      "public func signum(_ x: Int) -> Int { x }\n", to: "Exercises/03-Signs/Sources/Signs.swift")
    try fixture.write("", to: "Exercises/03-Signs/Sources/Lists.swift")
    #expect(try run(nil).output.contains("The error is in the run, not in your file"))
  }
}
