import Foundation
import Testing

@testable import Grading

@Suite struct TrapReportTests {
  @Test func remarksOfTheBacktracerAreNotPartOfTheMessage() {
    let output = """
      NDArray:0: Fatal error: dot: shapes (2,) and (5,2) not aligned: 2 (dim 0) != 5 (dim 0)
      swift-runtime: failed to suspend thread 14361 while processing a crash
      *** Signal 4: Backtracing from 0x7f5fb34f9361... done ***
      4 scores(_:) at /home/ada/Sources/Perceptron.swift:22:13
      """
    let report = TrapReport(output: output, signal: SIGILL, folder: "/home/ada/")
    #expect(
      report.finding.message == "dot: shapes (2,) and (5,2) not aligned: 2 (dim 0) != 5 (dim 0)")
    #expect(report.finding.place?.line == 22)
  }
}
