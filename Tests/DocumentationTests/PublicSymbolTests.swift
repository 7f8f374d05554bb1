import Testing

/// The public interface, as the built modules tell it.
@Suite struct PublicSymbolTests {
  @Test(arguments: ["NDArray", "CourseKit"]) func everyPublicSymbolIsDocumented(
    module: String
  ) throws {
    let symbols = try SymbolGraph(of: module).symbols.filter(\.isOurs)
    #expect(symbols.count > 100)
    for symbol in symbols {
      #expect(
        symbol.docComment != nil, "\(symbol.pathComponents.joined(separator: ".")) of \(module)")
    }
  }
}
