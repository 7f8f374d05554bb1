import Foundation
import Testing

/// The public interface and the DocC catalogue, as the built module tells them.
@Suite struct CatalogueTests {
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

  /// What `swift package generate-documentation --target NDArray --warnings-as-errors` does, without another
  /// build of the library.
  @Test func theCatalogueHasNoWarnings() throws {
    let graph = try SymbolGraph(of: "NDArray")
    let output = graph.folder.appendingPathComponent("NDArray.doccarchive").path
    let catalogue = repository.appendingPathComponent("Sources/NDArray/NDArray.docc").path
    let (text, status) = try Compiler.launch(
      "/usr/bin/env",
      [
        "docc", "convert", catalogue, "--warnings-as-errors", "--output-path", output,
        "--fallback-display-name", "NDArray", "--fallback-bundle-identifier", "NDArray",
        "--additional-symbol-graph-dir", graph.folder.path,
      ])
    #expect(status == 0 && !text.contains(/error:|warning:/), "\(text)")
  }
}
