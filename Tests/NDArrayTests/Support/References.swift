import Foundation

/// A file in `References/`.
func referenceFile(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("References/\(name)")
}

/// Decodes what the scripts in `References/` have written.
func references<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) -> Value {
  let url = referenceFile(name)
  do {
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
  } catch {
    fatalError("\(url.path): \(error)")
  }
}
