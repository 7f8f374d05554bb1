import Testing

@testable import course

@Suite struct SolutionRegionsTests {
  private func stub(_ source: String) throws -> String {
    try SolutionRegions.removed(from: source, file: "A.swift")
  }

  @Test func aRegionBecomesNotImplemented() throws {
    let source = """
      func f() -> Int {
        // BEGIN SOLUTION
        let x = 1
        return x
        // END SOLUTION
      }

      """
    #expect(try stub(source) == "func f() -> Int {\n  notImplemented()\n}\n")
  }

  @Test func stubLinesTakeItsPlace() throws {
    let source = """
        // BEGIN SOLUTION
        return 1
        // STUB: // think
        // STUB: return 0
        // END SOLUTION
      """
    #expect(try stub(source) == "  // think\n  return 0")
  }

  @Test func anEmptyStubLeavesNothing() throws {
    #expect(try stub("a\n// BEGIN SOLUTION\nb\n// STUB:\n// END SOLUTION\nc") == "a\nc")
  }

  @Test func aFileWithoutRegionsStaysAsItIs() throws {
    #expect(try stub("a\n\nb\n") == "a\n\nb\n")
  }

  @Test(
    arguments: [
      (
        "// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION",
        "A.swift:2: a solution begins inside the one that begins in line 1"
      ),
      ("x\n// BEGIN SOLUTION\ny", "A.swift:2: this solution has no “// END SOLUTION”"),
      ("x\n// END SOLUTION", "A.swift:2: a solution ends that has not begun"),
      ("// STUB: x", "A.swift:1: a STUB line outside a solution"),
      (
        "//BEGIN SOLUTION",
        "A.swift:1: a marker is exactly “// BEGIN SOLUTION” or “// END SOLUTION” on a line of its own"
      ),
      (
        "x\nlet y = 1  // end solution",
        "A.swift:2: a marker is exactly “// BEGIN SOLUTION” or “// END SOLUTION” on a line of its own"
      ),
    ])
  func mistakesAreToldWithTheirLine(source: String, message: String) {
    let failure = #expect(throws: Failure.self) { try stub(source) }
    #expect(failure?.description == message)
  }
}
