import Testing

/// What a user of NumPy types on the first day: it compiles at once, or is refused at once with words that help.
@Suite struct LineTests {
  static let right = Lines("lines-right.txt")
  static let wrong = Lines("lines-wrong.txt")

  @Test(arguments: [["NDArray"], ["NDArray", "Foundation"]])
  func rightLinesTakeFewSteps(modules: [String]) throws {
    let errors = try LineTests.right.errors(steps: 8_000, importing: modules)
    for (line, errors) in zip(LineTests.right.lines, errors) where !line.isSlow {
      #expect(errors.isEmpty, "\(line.code): \(errors)")
    }
  }

  @Test func slowLinesCompile() throws {
    let errors = try LineTests.right.errors(steps: 1_000_000)
    for (line, errors) in zip(LineTests.right.lines, errors) {
      #expect(errors.isEmpty, "\(line.code): \(errors)")
    }
  }

  @Test func wrongLinesSayWhy() throws {
    let errors = try LineTests.wrong.errors(steps: 80_000)
    for (line, errors) in zip(LineTests.wrong.lines, errors) {
      let words = line.words ?? ""
      #expect(errors.contains { $0.contains(words) }, "\(line.code): \(errors)")
      #expect(!errors.contains { $0.contains("'_") }, "an internal name in \(line.code): \(errors)")
    }
  }
}
