import Testing

/// The code in the documentation compiles, and prints what the comments beside it say.
@Suite struct ExampleTests {
  @Test func everyExampleCompiles() throws {
    #expect(Examples.snippets.count >= 40)
    let diagnostics = try Examples.result.get().diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics)")
  }

  @Test func everyExamplePrintsWhatItsCommentsSay() throws {
    try #require(Examples.result.get().diagnostics.isEmpty)
    for (number, snippet) in Examples.snippets.enumerated() where !snippet.promises.isEmpty {
      let printed = try Examples.output(of: number)
      #expect(printed == snippet.promises, "\(snippet.file):\(snippet.line)")
    }
  }
}
