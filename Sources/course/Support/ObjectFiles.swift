import Foundation

extension Repository {
  /// The object files that SwiftPM has made of a library module's sources in `products`, but for those it has left of
  /// sources that are gone.
  func objectFiles(of module: String, in products: URL) throws -> [URL] {
    let folder = products.appendingPathComponent("\(module).build")
    // SwiftPM lists the sources of a Swift module, generated ones too; those of a C module are in its folder.
    let list = try? String(contentsOf: folder.appendingPathComponent("sources"), encoding: .utf8)
    let sources =
      try list?.split(separator: "\n").map(String.init)
      ?? root.appendingPathComponent("Sources/\(module)").filesBelow()
    let names = Set(sources.map { URL(fileURLWithPath: $0).lastPathComponent + ".o" })
    return try folder.entries().filter { names.contains($0.lastPathComponent) }
  }
}
