import Testing

@testable import Grading

@Suite struct PrintedTests {
  @Test func isPlainTextOfSomeLines() {
    #expect(Printed("") == nil && Printed("\n \n") == nil)
    #expect(Printed("one\r\n\ttwo\u{7}\n\n") == Printed(lines: ["one", "\ttwo"]))
    #expect(
      Printed("\u{1B}[2J\u{1B}[1;32m✓ passed\u{1B}[0m") == Printed(lines: ["✓ passed"]))
    let long = Printed(String(repeating: "line\n", count: 1000), moreLines: 5)
    #expect(long?.lines.count == 200 && long?.moreLines == 805)
    #expect(Printed(String(repeating: "x", count: 10_000))?.lines[0].count == 501)
  }
}
