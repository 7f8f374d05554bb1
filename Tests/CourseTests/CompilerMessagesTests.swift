import Grading
import Testing

@testable import course

@Suite struct CompilerMessagesTests {
  private static let output = """
    /ex/Sources/Layer.swift:9:3: warning: never used
    /ex/Sources/Layer.swift:12:5: error: missing argument for parameter 'rate' in call
     12 |   step(x)
    /ex/Sources/Step.swift:3:6: note: 'step(_:rate:)' declared here
    /ex/Tests/LayerChecks.swift:2:1: error: cannot find 'Layer' in scope
    /ex/Sources/Activation.swift:4:9: error: cannot find 'y' in scope
    /swift/Array.swift:1:1: note: elsewhere
    /ex/Sources/Layer.swift:12:5: error: missing argument for parameter 'rate' in call
    /ex/Sources/Step.swift:3:6: note: 'step(_:rate:)' declared here
    /library/NDArray.swift:1:1: error: not of the exercise
    /ex/Sources/Step.swift:1:1: note: on that
    /ex/Sources/Zero.swift:1:2: error: expected expression
    """

  @Test func errorsComeOnceAndWithTheirNotes() {
    let messages = CompilerMessages(in: Self.output, below: "/ex")
    #expect(
      messages.errors.map { "\($0.place!) \($0.message)" } == [
        "Layer.swift:12 does not compile: missing argument for parameter 'rate' in call",
        "LayerChecks.swift:2 does not compile: cannot find 'Layer' in scope",
        "Activation.swift:4 does not compile: cannot find 'y' in scope",
        "Zero.swift:1 does not compile: expected expression",
      ])
    #expect(
      messages.errors.map { $0.notes?.map(\.message) ?? [] } == [
        ["'step(_:rate:)' declared here"], [], [], [],
      ])
    #expect(messages.warnings == ["Sources/Layer.swift:9:3: warning: never used"])
    #expect(messages.firstError == messages.errors.first)
  }

  @Test func theFileInHandIsReadFirstAndTheChecksLast() {
    let errors = CompilerMessages(in: Self.output, below: "/ex").errors
    func files(_ first: [String]) -> [String] {
      errors.inReadingOrder(first: first).map { "\($0.place!)" }
    }
    #expect(
      files([]) == ["Activation.swift:4", "Layer.swift:12", "Zero.swift:1", "LayerChecks.swift:2"])
    #expect(
      files(["Zero.swift", "Layer.swift"])
        == ["Zero.swift:1", "Layer.swift:12", "Activation.swift:4", "LayerChecks.swift:2"])
  }

  @Test func threeErrorsAreShown() throws {
    let fixture = try FixtureRepository()
    let unit = try fixture.unit("Signs")
    let place = { (line: Int) in
      Place(file: unit.exercise.path + "/Sources/Signs.swift", line: line, column: 9)
    }
    try fixture.write(
      (1...9).map { "\tlet line\($0) = 0\n" }.joined(), to: "Exercises/03-Signs/Sources/Signs.swift"
    )
    var findings = (1...5).map { Finding(.didNotCompile, ["error": "wrong \($0)"], at: place($0)) }
    findings[0].notes = [Finding("because of this", at: place(8))]
    let verdict = Verdict(.didNotCompile, findings)
    let lines = CompileReport(verdict, unit: unit, style: Style(isOn: false)).lines
    #expect(
      lines.joined(separator: "\n") == """
          does not compile, so no check could run:
          Sources/Signs.swift:1:9: wrong 1
            \tlet line1 = 0
            \t       ^
          Sources/Signs.swift:8:9: note: because of this
            \tlet line8 = 0
            \t       ^
          Sources/Signs.swift:2:9: wrong 2
            \tlet line2 = 0
            \t       ^
          Sources/Signs.swift:3:9: wrong 3
            \tlet line3 = 0
            \t       ^
          … and 2 errors more
        """)
  }
}
