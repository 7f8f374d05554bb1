import Testing

/// A habit from NumPy is an error that tells the right name.
@Suite struct NumPyNamesTests {
  @Test func everyNameIsTried() {
    #expect(NumPyNames.declared.count == NumPyNames.lines.count)
    for name in NumPyNames.declared {
      #expect(
        NumPyNames.lines.contains {
          $0.wrong.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
        },
        "no line for \(name)")
    }
  }

  /// The right-hand sides are compiled with the examples; here the left ones give one error each, which tells
  /// the name on the right, or the code itself.
  @Test func everyNameOffersTheRightOne() throws {
    let (source, firstLine) = NumPyNames.function("wrong", NumPyNames.lines.map(\.wrong))
    let output = try Compiler.typecheck(["Names.swift": source])
    var errors: [Int: [String]] = [:]
    for match in output.matches(of: /Names\.swift:(\d+):\d+: error: (.*)/) {
      errors[Int(match.1)!, default: []].append(String(match.2))
    }
    for (offset, line) in NumPyNames.lines.enumerated() {
      let found = errors.removeValue(forKey: firstLine + offset) ?? []
      #expect(
        found.count == 1 && found.allSatisfy { offers(line.right, $0) }, "\(line.wrong): \(found)")
    }
    #expect(errors.isEmpty)
  }

  private func offers(_ right: String, _ error: String) -> Bool {
    if let code = error.firstMatch(of: /is unavailable: (?:.* )?write (.*)$/) {
      return right.replacing("try ", with: "") == code.1
    }
    guard
      let name = error.firstMatch(of: /(?:renamed to|replaced by).* '(?:\w+\.)?(.+?)(?:\(.*\))?'/)
    else {
      return false
    }
    return name.1 == "init" || right.contains(name.1)
  }
}
