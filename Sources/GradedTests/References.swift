import Foundation

/// Reads the expected values in `References/name`, JSON beside the folder of the calling test file.
///
/// - Throws: what reading the file or decoding it throws.
public func reference<Value: Decodable>(
  _ name: String, as type: Value.Type = Value.self, file: StaticString = #filePath
) throws -> Value {
  let url = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("References/\(name)")
  return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
}
