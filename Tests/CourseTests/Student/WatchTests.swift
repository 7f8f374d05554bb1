import Foundation
import Testing

@testable import course

/// The real `course watch` through everything that a student and an editor do to it.
@Suite struct WatchTests {
  private static let file = "Exercises/03-Signs/Sources/Signs.swift"

  private static func sign(_ body: String) -> String {
    "import Foundation\n\npublic func sign(_ x: Int) -> Int {\n  \(body)\n}\n"
  }

  @Test func survivesEverything() async throws {
    let fixture = try FixtureRepository()
    let signs = try fixture.unit("Signs")
    try GeneratedFolder(url: signs.exercise).write(Exercise(signs).items(.stub))
    let mark = UUID().uuidString
    let watch = try CourseProcess(
      ["watch", "03"], in: fixture.repository, environment: ["COURSE_TEST_MARK": mark])
    var seen = 0
    func round(_ change: () throws -> Void = {}) async throws -> String {
      try change()
      let report = try await watch.output(after: seen) { $0.contains("waiting for the next save") }
      seen = watch.output.count
      return report
    }
    func save(_ body: String) throws { try fixture.write(Self.sign(body), to: Self.file) }

    #expect(try await round().contains("· ofFive"))
    // Two saves within a second are two states of the code.
    #expect(try await round { try save("1") }.contains("passes now: ofFive"))
    #expect(try await round { try save("-1") }.contains("passed before and does not now: ofFive"))
    let loop = try await round { try save("while x > 0 {}; return 0") }
    #expect(loop.contains("timed out after 1 s"))
    let trap = try await round { try save("[1][x]") }
    #expect(trap.contains("trapped: index out of range at Signs.swift:4"))
    let flood = try await round {
      try save(#"while x > 0 { print(String(repeating: "flood", count: 20_000_000)) }; return 0"#)
    }
    #expect(flood.contains("printed more than 4 MB"))
    let broken = try await round { try save("return +") }
    #expect(broken.contains("Sources/Signs.swift:4:") && broken.contains("does not compile"))

    // A file that goes, comes back, and is replaced by renaming, as editors do.
    let url = fixture.repository.root.appendingPathComponent(Self.file)
    let gone = try await round { try FileManager.default.removeItem(at: url) }
    #expect(gone.contains("Sources/Signs.swift is missing; ./course reset 03 Signs.swift"))
    #expect(try await round { try save("1") }.contains("passes now: ofFive"))
    let renamed = try await round {
      try fixture.write(Self.sign("x > 0 ? 1 : -1"), to: Self.file + "~")
      guard rename(url.path + "~", url.path) == 0 else { throw POSIXError(.EIO) }
    }
    #expect(renamed.contains("passes now: ofMinusFive"))

    // The file that was just saved comes first, though another check is wrong too.
    let lists = try await round {
      try fixture.write(
        "public func sign(of list: [Int], at index: Int) -> Int { list[index] }\n",
        to: "Exercises/03-Signs/Sources/Lists.swift")
    }
    #expect(lists.contains("✗ atAnIndex") && lists.contains("also not passing: ofZero"))
    #expect(lists.contains("next: atAnIndex in Sources/Lists.swift"))

    // A save in the middle of a check begins again; Ctrl-C in the middle of one ends everything.
    let ofACheck = [mark, "GRADED_TESTS_CHILD="]
    try save("while true {}")
    #expect(try await !CourseProcess.processes(marked: ofACheck, wanted: true).isEmpty)
    try save("x.signum()")
    // Whether the round before came to its end or not, this is the last.
    let again = try await watch.output(after: seen) {
      $0.contains(/passes now: ofZero(?s).*waiting for the next save/)
    }
    #expect(again.contains("passes now: ofZero"))
    try save("while true {}")
    #expect(try await !CourseProcess.processes(marked: ofACheck, wanted: true).isEmpty)
    watch.interrupt()
    #expect(watch.status() == 0)
    #expect(watch.output.hasSuffix("stopped\n"))
    #expect(try await CourseProcess.processes(marked: [mark], wanted: false).isEmpty)
  }
}
