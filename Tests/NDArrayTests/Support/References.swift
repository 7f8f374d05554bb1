import Foundation

/// Decodes what the scripts in `References/` have written.
func references<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) -> Value {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("References/\(name)")
  do {
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
  } catch {
    fatalError("\(url.path): \(error)")
  }
}
