import Foundation

/// A folder of generated files that knows which it made and what they were, so that writing it again
/// neither leaves stale files nor destroys what a person has written since.
struct GeneratedFolder {
  let url: URL

  private static let recordName = ".generated"

  /// What writing would do.
  struct Difference: Equatable {
    var changed: [String] = []
    var stale: [String] = []
    /// Files that are not as they were made, so that writing would destroy somebody's work.
    var edited: [String] = []

    var isEmpty: Bool { changed.isEmpty && stale.isEmpty }
  }

  func difference(from files: [String: Data]) -> Difference {
    let record = record()
    var difference = Difference()
    for (path, data) in files.sorted(by: { $0.key < $1.key }) {
      guard let present = contents(path), present != data else {
        if contents(path) == nil { difference.changed.append(path) }
        continue
      }
      difference.changed.append(path)
      if record[path] != Fingerprint.of(present) { difference.edited.append(path) }
    }
    for (path, fingerprint) in record.sorted(by: { $0.key < $1.key }) where files[path] == nil {
      guard let present = contents(path) else { continue }
      difference.stale.append(path)
      if Fingerprint.of(present) != fingerprint { difference.edited.append(path) }
    }
    if contents(Self.recordName) != recordData(files) { difference.changed.append(Self.recordName) }
    return difference
  }

  /// Makes the folder hold `files`.
  func write(_ files: [String: Data]) throws {
    for path in difference(from: files).stale {
      try FileManager.default.removeItem(at: url.appendingPathComponent(path))
    }
    for (path, data) in files { try url.appendingPathComponent(path).update(data) }
    try url.appendingPathComponent(Self.recordName).update(recordData(files))
  }

  private func contents(_ path: String) -> Data? {
    FileManager.default.contents(atPath: url.appendingPathComponent(path).path)
  }

  private func record() -> [String: String] {
    let lines = String(decoding: contents(Self.recordName) ?? Data(), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    return Dictionary(
      lines.filter { $0.count == 2 }.map { ($0[1], $0[0]) }, uniquingKeysWith: { $1 })
  }

  private func recordData(_ files: [String: Data]) -> Data {
    let lines = files.sorted { $0.key < $1.key }.map { "\(Fingerprint.of($0.value)) \($0.key)\n" }
    return Data(lines.joined().utf8)
  }
}
