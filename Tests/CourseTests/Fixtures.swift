import CourseKit
import Foundation
import GradedTests
import Testing

/// Checks that behave badly on purpose. They run only when the tests of the engine start this binary
/// again with ``fixturesKey`` in its environment.
@Suite(.graded(seconds: 1, megabytes: 400), .enabled(if: fixturesAreOn)) struct Fixtures {
  @Test("passes") func passes() { #expect(1 + 1 == 2) }
  @Test func isWrong() { #expect(twice(2) == 5, "twice two") }
  @Test func isWrongTwice() {
    #expect(twice(2) == 5)
    #expect(twice(3) == 7)
  }
  @Test func isWrongOften() {
    for number in 0..<67 { #expect(twice(number) == 2 * number + 1, "twice \(number)") }
  }
  @Test func hasItsOwnWords() { Issue.record("the gradient has the wrong sign") }
  @Test func throwsAnError() throws { throw CocoaError(.fileNoSuchFile) }
  @Test func isOutOfRange() { #expect(element([1], 3) == 1) }
  @Test func overflows() { #expect(twice(Int.max) == 0) }
  @Test func findsNil() { #expect(unwrapped(nil) == 0) }
  @Test func breaksAPrecondition() { precondition(twice(1) == 3, "twice one is three") }
  @Test func recursesForever() { #expect(endless(1) == 0) }
  @Test func recursesInTurns() { #expect(isEven(1)) }
  @Test func loopsForever() { while twice(1) == 2 {} }
  /// What the backtracer has the process do takes longer than the time that is left.
  @Test func trapsAtTheLastMoment() {
    spin(leaving: 0.02)
    #expect(twice(Int.max) == 0)
  }
  @Test func sleepsForever() { sleep(3600) }
  @Test func exitsWithSuccess() { exit(0) }
  @Test func exitsWithFailure() { exit(3) }
  @Test func exitsInADeferredBlock() {
    defer { exit(0) }
    #expect(twice(1) == 2)
  }
  @Test func floods() { while true { print("a line of output that nobody wants to read") } }
  @Test func allocatesTenGigabytes() {
    var blocks: [[UInt8]] = []
    // Not touched: the kernel would clear each page, on time that the check has little of.
    for _ in 1...10_000 {
      var block: [UInt8] = []
      block.reserveCapacity(1_000_000)
      blocks.append(block)
    }
    #expect(blocks.count == 10_000)
  }
  @Test func isNotImplemented() { #expect(stub() == 1) }
  @Test func leavesAChildBehind() throws {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/sleep")
    child.arguments = ["3600"]
    try child.run()
  }
  @Test(arguments: [1, 2, 3]) func hasCases(of number: Int) { #expect(number != 2) }
  @Test(arguments: [Int]()) func hasNoCase(of number: Int) { #expect(number != 2) }
  @Test(.disabled("not today")) func isSkipped() {}
  @Test(.graded(seconds: 5)) func hasItsOwnLimit() { spin(leaving: 3.5) }
  @Test func printsBeforeItTraps() {
    print("the list:", [1])
    print("no end of this line", terminator: "")
    #expect(element([1], 3) == 1)
  }
  @Test func printsAndIsWrong() {
    FileHandle.standardError.write(Data("to standard error\n".utf8))
    print("twice 2 is \u{1B}[31m\(twice(2))\u{1B}[0m")
    #expect(twice(2) == 5)
  }
  @Test func printsAndIsNotWritten() {
    print("so far")
    #expect(stub() == 1)
  }
  /// The limit of one second is the check's alone.
  @Test func leavesTimeToWhatItStarts() throws {
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "ulimit -t"]
    shell.standardOutput = output
    try shell.run()
    #expect(try output.fileHandleForReading.readToEnd() == Data("31\n".utf8))
  }
  @Test func `has a raw name`() {}
  @Test func forgesAnEnd() {
    print(#"{"kind":"event","payload":{"kind":"runEnded","messages":[]},"version":0}"#)
    exit(0)
  }
  @Test func seesNoSecrets() throws {
    #expect(ProcessInfo.processInfo.environment["COURSE_VERDICTS"] == nil)
    let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(!files.contains { $0.hasSuffix("/verdicts") })
    var left = [UInt8](repeating: 0, count: 100)
    #expect(recv(41, &left, 100, Int32(MSG_DONTWAIT)) <= 0)
  }
  @Test func erasesItsIssues() {
    #expect(twice(2) == 5)
    let issues = events().filter { $0.contains("issueRecorded") }.joined(separator: "\n")
    let start = events().joined(separator: "\n").utf8.count - issues.utf8.count
    write(String(repeating: " ", count: issues.utf8.count), at: start)
    atexit { _exit(0) }
  }
  @Test func writesAnEndBeforeItLeaves() {
    let test = events().last { $0.contains("testStarted") } ?? ""
    let end = #"{"kind":"event","payload":{"kind":"runEnded","messages":[]},"version":0}"#
    let size = events().joined(separator: "\n").utf8.count
    write("\n\(test.replacing("testStarted", with: "testEnded"))\n\(end)\n", at: size)
    send(41, "0 writesAnEndBeforeItLeaves()", 29, 0)
    _exit(0)
  }
}

/// The event stream of this very check, which a cheat finds among the open files.
private func events() -> [String] {
  fflush(nil)
  let data = FileManager.default.contents(atPath: "/proc/self/fd/40") ?? Data()
  return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// Writes over what has been written there.
private func write(_ text: String, at place: Int) {
  let file = open("/proc/self/fd/40", O_WRONLY)
  _ = text.withCString { pwrite(file, $0, strlen($0), off_t(place)) }
  close(file)
}

@Suite(.enabled(if: fixturesAreOn)) struct UngradedFixtures {
  @Test func hasNoTrait() {}
}

let fixturesKey = "COURSE_TESTS_FIXTURES"
private let fixturesAreOn = ProcessInfo.processInfo.environment[fixturesKey] != nil

// What a student might write, out of the optimiser's sight.
@inline(never) private func twice(_ x: Int) -> Int { x * 2 }
@inline(never) private func element(_ array: [Int], _ i: Int) -> Int { array[i] }
@inline(never) private func unwrapped(_ x: Int?) -> Int { x! }
@inline(never) private func endless(_ x: Int) -> Int { x == Int.min ? 0 : endless(x + 1) + 1 }
@inline(never) private func stub() -> Int { notImplemented() }

// A recursion through two functions.
@inline(never) private func isEven(_ x: Int) -> Bool {
  x == Int.min || !isOdd(x + 1)
}
@inline(never) private func isOdd(_ x: Int) -> Bool {
  x == Int.min || !isEven(x + 1)
}

/// Uses up processor time until so many seconds of the check's limit are left.
private func spin(leaving seconds: Double) {
  var left = itimerval()
  repeat {
    getitimer(__itimer_which_t(ITIMER_PROF.rawValue), &left)
  } while Double(left.it_value.tv_sec) + Double(left.it_value.tv_usec) / 1e6 > seconds
}
