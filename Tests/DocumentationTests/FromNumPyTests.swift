import Testing

/// The article *NumPy → NDArray* against NumPy's vocabulary and the real interface.
@Suite struct FromNumPyTests {
  @Test func everyRowRuns() throws {
    #expect(FromNumPy.rows.allSatisfy { !$0.swift.isEmpty && !$0.numPy.isEmpty })
    #expect(try Examples.result.get().output.hasSuffix("the rows ran\n"))
  }

  /// `References/vocabulary.txt`: the operations of NumPy's conformance cases, each with the call that the
  /// article shows for it where that is not `np.NAME`.
  @Test func everyOperationOfTheVocabularyHasARow() {
    let calls = FromNumPy.rows.flatMap(\.numPy)
    let names = Snippet.text("Tests/DocumentationTests/References/vocabulary.txt").split(
      separator: "\n"
    ).filter { !$0.hasPrefix("#") }
    #expect(names.count == 298)
    for name in names {
      let parts = name.split(separator: "=", maxSplits: 1)
      let operation = parts[0].trimmingCharacters(in: .whitespaces)
      let call = parts.last.map { $0.trimmingCharacters(in: .whitespaces) } ?? operation
      let wanted = parts.count > 1 ? call : "np.\(operation)"
      let isThere = calls.contains { text in
        text.ranges(of: wanted).contains { range in
          range.upperBound == text.endIndex
            || !(text[range.upperBound].isLetter || text[range.upperBound].isNumber
              || text[range.upperBound] == "_")
        }
      }
      #expect(isThere, "\(operation): no row shows \(wanted)")
    }
  }
}
