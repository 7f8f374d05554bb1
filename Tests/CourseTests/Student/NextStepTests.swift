import Foundation
import Grading
import Synchronization
import Testing

@testable import course

/// What a student is told to do next, and what is shown first.
@Suite struct NextStepTests {
  private let fixture: FixtureRepository
  private let signs: CourseUnit

  init() throws {
    fixture = try FixtureRepository()
    signs = try fixture.unit("Signs")
  }

  private func verdict(_ letter: Character) -> Verdict {
    let place = Place(file: signs.exercise.path + "/Sources/Lists.swift", line: 4)
    return switch letter {
    case "P": Verdict(.passed)
    case "N": Verdict(.notImplemented, [Finding(.notImplemented, ["function": "f()"], at: place)])
    case "C": Verdict(.didNotCompile, [Finding(.didNotCompile, ["error": "no"], at: place)])
    case "T": Verdict(.trapped, [Finding(.overflow, at: place)])
    default:
      Verdict(.wrong, [Finding("wrong", at: Place(file: "/x/Tests/SignsChecks.swift", line: 1))])
    }
  }

  private func result(
    _ letters: String, of words: [String] = [], saved: [String] = []
  ) throws -> CheckResult {
    CheckResult(
      selection: try Selection(signs, words), verdicts: letters.map(verdict), saved: saved)
  }

  /// The checks are ofFive, ofMinusFive and ofZero of Signs.swift, and atAnIndex of Lists.swift.
  @Test(
    arguments: [
      ("NNNN", [], ["ofFive", "ofMinusFive", "ofZero", "atAnIndex"]),
      ("NPWT", [], ["ofZero", "atAnIndex", "ofFive"]),
      ("WWPW", ["Lists.swift"], ["atAnIndex", "ofFive", "ofMinusFive"]),
      ("NWPN", ["Lists.swift"], ["ofMinusFive", "atAnIndex", "ofFive"]),
      ("PPPP", ["Lists.swift"], []),
    ])
  func openChecksAreInOrder(letters: String, saved: [String], ids: [String]) throws {
    #expect(try OpenChecks(result(letters, saved: saved)).items.map(\.check.id) == ids)
  }

  @Test func theFileToWorkOnIsNamed() throws {
    func next(_ letters: String) throws -> String? { try NextStep(result(letters)).sentence }
    // Code is missing in another file than the check is about.
    #expect(
      try next("PNPP")
        == "next: ofMinusFive in Sources/Lists.swift; a hint: ./course hint 03 ofMinusFive")
    #expect(
      try next("PWPN")
        == "next: ofMinusFive in Sources/Signs.swift; a hint: ./course hint 03 ofMinusFive")
    #expect(
      try next("TPPP") == "next: ofFive in Sources/Lists.swift; a hint: ./course hint 03 ofFive")
  }

  @Test func whatDoesNotCompileIsNext() throws {
    #expect(
      try NextStep(result("CCCC")).sentence == "next: make it compile in Sources/Lists.swift")
  }

  @Test func everythingPassesOnlyWhenEverythingDoes() throws {
    let all = try NextStep(result("PPPP")).sentence ?? ""
    #expect(all.hasPrefix("Everything in 03 Signs passes."))
    var some = try result("PP", of: ["ofFive", "ofZero"])
    #expect(
      NextStep(some).sentence == "These pass. All 4 checks of the exercise: ./course check 03")
    some.openElsewhere = some.selection.manifest.checks.filter { $0.id == "atAnIndex" }
    #expect(
      NextStep(some).sentence == """
        These pass; 1 of the 4 checks of the exercise are open.
        next: atAnIndex in Sources/Lists.swift; a hint: ./course hint 03 atAnIndex
        """)
    var solution = try result("PPPP")
    solution.isSolution = true
    #expect(NextStep(solution).sentence == nil)
  }

  @Test func whatWasPrintedIsShownButNotForAWordOfOurs() throws {
    func report(_ letters: String, _ words: [String] = [], lines: Int) throws -> [String] {
      var result = try result(letters, of: words)
      result.verdicts[0].printed = Printed(
        lines: (1...lines).map { "✓ line \($0)" }, moreLines: lines > 7 ? 90 : 0)
      return CheckReport(result: result, style: Style(isOn: false)).text
        .split(separator: "\n").map(String.init)
    }
    let first = try report("WPPP", lines: 7)
    let start = try #require(first.firstIndex(of: "      your code printed:"))
    #expect(first[start + 1] == "      │ ✓ line 1" && first[start + 5] == "      │ ✓ line 5")
    #expect(first[start + 6] == "      … 2 lines more; all of them: ./course check 03 ofFive")
    // Of a check that passes, or waits, only if it is the one that was asked for.
    #expect(try !report("PPPP", lines: 2).contains { $0.contains("│") })
    #expect(try !report("NPPP", lines: 2).contains { $0.contains("│") })
    for letter in ["P", "N", "W"] {
      let alone = try report(letter, ["ofFive"], lines: 8)
      #expect(alone.contains("      │ ✓ line 8"))
      #expect(alone.contains("      … and 90 lines more"))
    }
  }

  @Test func aWatchShowsTheFirstWrongCheckAsSoonAsItIsCertain() throws {
    let shown = Mutex<[String]>([])
    let stream = try WatchStream(Selection(signs), saved: ["Lists.swift"]) { text in
      shown.withLock { $0.append(text) }
    }
    stream.add("ofMinusFive", verdict("W"))
    stream.add("ofFive", verdict("N"))
    // The check of the file that was saved may still turn out to be wrong.
    #expect(shown.withLock(\.self) == [])
    stream.add("atAnIndex", verdict("P"))
    #expect(shown.withLock { $0.count == 1 && $0[0].contains("✗ ofMinusFive") })
    stream.add("ofZero", verdict("W"))
    #expect(shown.withLock(\.count) == 1)
    #expect(stream.end() == "ofMinusFive")
  }

  @Test func aWatchShowsTheFirstOpenCheckOnce() throws {
    let result = try result("NWPW", saved: ["Lists.swift"])
    func text(shown: String?) -> String {
      WatchReport(result: result, shown: shown, hasTitle: shown != nil, style: Style(isOn: false))
        .text
    }
    #expect(text(shown: nil).contains("03 Signs") && text(shown: nil).contains("✗ atAnIndex"))
    #expect(!text(shown: "atAnIndex").contains("03 Signs"))
    #expect(!text(shown: "atAnIndex").contains("✗ atAnIndex"))
    for shown in [nil, "atAnIndex"] {
      #expect(text(shown: shown).contains("also not passing: ofMinusFive"))
      #expect(text(shown: shown).contains("1 check waits for code"))
      #expect(text(shown: shown).contains("next: atAnIndex in Sources/Lists.swift"))
    }
  }
}
