import Testing

@testable import course

@Suite struct SelectionTests {
  private let fixture: FixtureRepository

  init() throws { fixture = try FixtureRepository() }

  private func selected(_ words: [String]) throws -> [String] {
    try Selection.of(words, in: fixture.repository, command: "check").map { selection in
      "\(selection.unit.name): \(selection.checks.map(\.id).joined(separator: " "))"
    }
  }

  @Test(
    arguments: [
      ([], ["Signs: ofFive ofMinusFive ofZero atAnIndex", "Sums: ofThree"]),
      (["3"], ["Signs: ofFive ofMinusFive ofZero atAnIndex"]),
      (["Sums", "signs"], ["Sums: ofThree", "Signs: ofFive ofMinusFive ofZero atAnIndex"]),
      (["03", "ofzero"], ["Signs: ofZero"]),
      (["03", "ofZero", "ofFive"], ["Signs: ofFive ofZero"]),
      (["ofZero"], ["Signs: ofZero"]),
      (["03", "Lists.swift"], ["Signs: atAnIndex"]),
      (["lists"], ["Signs: atAnIndex"]),
      (["Exercises/03-Signs/Sources/Lists.swift"], ["Signs: atAnIndex"]),
    ])
  func words(_ words: [String], mean selection: [String]) throws {
    #expect(try selected(words) == selection)
  }

  @Test(
    arguments: [
      (
        ["ofZeroo"],
        "expected a unit, a check or a file of Sources/, got “ofZeroo”; did you mean ofZero?"
      ),
      (
        ["quicksort"],
        "expected a unit, a check or a file of Sources/, got “quicksort”; ./course list shows what there is"
      ),
      (["03", "ofFife"], "03 Signs has no check and no file “ofFife”; did you mean ofFive?"),
      (
        ["03", "quicksort"],
        "03 Signs has no check and no file “quicksort”; ./course list 03 shows what there is"
      ),
    ])
  func aTypingErrorIsAnswered(words: [String], message: String) throws {
    let failure = #expect(throws: Failure.self) { try selected(words) }
    #expect(failure?.message == message)
  }

  @Test func oneUnitIsTheFirstUnsolved() throws {
    func one(_ words: [String]) throws -> String {
      try Selection.one(words, in: fixture.repository, command: "hint").unit.name
    }
    #expect(try one([]) == "Signs")
    let signs = try fixture.unit("Signs")
    try Progress.update(fixture.repository) { progress in
      for id in ["ofFive", "ofMinusFive", "ofZero", "atAnIndex"] {
        progress[signs, id].outcome = .passed
      }
    }
    #expect(try one([]) == "Sums")
    #expect(throws: Failure("hint works on one unit at a time; name it, as in ./course hint 03")) {
      try one(["Signs", "Sums"])
    }
  }

  @Test func damagedProgressIsNoProgress() throws {
    try fixture.write("{ not JSON", to: ".course/progress.json")
    let signs = try fixture.unit("Signs")
    #expect(Progress.load(fixture.repository)[signs, "ofFive"].outcome == nil)
    try Progress.update(fixture.repository) { $0[signs, "ofFive"].hints = 2 }
    #expect(Progress.load(fixture.repository)[signs, "ofFive"].hints == 2)
  }
}
