import Foundation
import Testing

@testable import Grading

@Suite struct TrapReportTests {
  private static let folder = "/home/ada/"

  /// What the backtracer prints of frames: function, file and line.
  private static func frames(_ frames: [(String, String, Int)]) -> String {
    frames.enumerated().map { number, frame in
      "\(number) [ra] 0x00005626c67b1f64 \(frame.0) + 180 in checks at \(frame.1):\(frame.2):16"
    }.joined(separator: "\n")
  }

  @Test func remarksOfTheBacktracerAreNotPartOfTheMessage() {
    let output = """
      NDArray:0: Fatal error: dot: shapes (2,) and (5,2) not aligned: 2 (dim 0) != 5 (dim 0)
      swift-runtime: failed to suspend thread 14361 while processing a crash
      *** Signal 4: Backtracing from 0x7f5fb34f9361... done ***
      4 scores(_:) at /home/ada/Sources/Perceptron.swift:22:13
      """
    let report = TrapReport(output: output, signal: SIGILL, folder: Self.folder)
    #expect(
      report.finding.message == "dot: shapes (2,) and (5,2) not aligned: 2 (dim 0) != 5 (dim 0)")
    #expect(report.finding.place?.line == 22)
  }

  @Test func allOfTheStudentsLinesAreTold() {
    let output =
      "Swift/Array.swift:1: Fatal error: Index out of range\n"
      + "*** Signal 4: Backtracing from 0x7f5fb34f9361... done ***\n"
      + Self.frames([
        ("Array.subscript.getter", "/swift/Array.swift", 9),
        ("row(_:)", "/home/ada/Sources/Rows.swift", 3),
        ("row(_:)", "/home/ada/Sources/Rows.swift", 3),
        ("closure #1 in Layer.forward(_:)", "/home/ada/Sources/Layer.swift", 21),
        ("linearForward()", "/home/ada/Tests/LayerChecks.swift", 7),
      ])
    let report = TrapReport(output: output, signal: SIGILL, folder: Self.folder)
    #expect(
      Verdict(.trapped, [report.finding]).sentences
        == ["trapped: index out of range at Rows.swift:3, called from Layer.swift:21"])
  }

  @Test func anEndlessRecursionIsNamedAndItsLineTold() {
    // The stack ended in a helper of the second function.
    let cycle = [
      ("next(_:)", "/home/ada/Sources/Tree.swift", 12),
      ("Tree.depth.getter", "/home/ada/Sources/Tree.swift", 30),
    ]
    let output =
      "*** Signal 11: Backtracing from 0x556d2930edba... done ***\n"
      + "*** Program crashed: Bad pointer dereference at 0x00007f27cc7fffe8 ***\n"
      + Self.frames([("helper()", "/home/ada/Sources/Tree.swift", 40)] + cycle + cycle + cycle)
    let report = TrapReport(output: output, signal: SIGSEGV, folder: Self.folder)
    #expect(
      Verdict(.trapped, [report.finding]).sentences == [
        "trapped: next(_:) calls itself without end at Tree.swift:12, called from Tree.swift:30"
      ])
    let unknown = TrapReport(output: "", signal: SIGSEGV, folder: Self.folder)
    #expect(unknown.finding.reason == .outOfStack && unknown.finding.place == nil)
  }

  @Test func wordsOfTheStudentStandBeforeThoseOfTheRuntime() {
    let output = "my own words\nm.swift:3: Fatal error: no\nand then\n*** Signal 4: Backtracing"
    #expect(TrapReport.before(output) == "my own words")
    #expect(TrapReport.before("one\ntwo\n") == "one\ntwo\n")
    #expect(TrapReport.before("/a/b.swift:3: not implemented yet: f(_:)\n") == "")
  }
}
