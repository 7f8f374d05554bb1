import Foundation

/// A file with a JSON value a line, to which several processes may add.
enum LineFile {
  static func append(_ value: some Encodable, to path: String) {
    guard var line = try? JSONEncoder().encode(value) else { return }
    line.append(0x0A)
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(file) }
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  /// The values of the lines that are whole.
  static func read<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) -> [Value] {
    let lines = (FileManager.default.contents(atPath: path) ?? Data()).split(separator: 0x0A)
    return lines.compactMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }
}
