import Foundation

/// The public symbols of a built module.
struct SymbolGraph {
  let symbols: [Symbol]

  struct Symbol: Decodable {
    struct Comment: Decodable {}
    struct Identifier: Decodable { let precise: String }
    let identifier: Identifier
    let pathComponents: [String]
    let docComment: Comment?

    /// Neither inherited from another module's protocol nor, by its underscore, the library's own affair.
    var isOurs: Bool {
      !identifier.precise.contains("::SYNTHESIZED::")
        && !pathComponents.contains { $0.hasPrefix("_") }
    }
  }

  init(of module: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (text, status) = try Compiler.launch(
      "/usr/bin/env",
      ["swift-symbolgraph-extract", "-module-name", module, "-output-dir", folder.path]
        + Compiler.searchPaths)
    guard status == 0 else { fatalError("swift-symbolgraph-extract: \(text)") }
    struct Graph: Decodable { let symbols: [Symbol] }
    let file = folder.appendingPathComponent("\(module).symbols.json")
    symbols = try JSONDecoder().decode(Graph.self, from: Data(contentsOf: file)).symbols
  }
}
