import Foundation

/// What stands at a path of a generated folder.
enum GeneratedItem: Equatable {
  case file(Data)
  /// A symbolic link with this destination.
  case link(String)

  fileprivate init?(at url: URL) {
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path) {
      self = .link(target)
    } else if let data = FileManager.default.contents(atPath: url.path) {
      self = .file(data)
    } else {
      return nil
    }
  }

  fileprivate var fingerprint: String {
    switch self {
    case .file(let data): Fingerprint.of(data)
    case .link(let target): Fingerprint.of(Data("link to \(target)".utf8))
    }
  }

  private static func modificationDate(of url: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.modificationDate] as? Date
  }

  /// Writes it unless it stands there already, so that an unchanged file keeps its date.
  func write(to url: URL) throws {
    guard GeneratedItem(at: url) != self else { return }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    switch self {
    case .file(let data):
      let before = GeneratedItem.modificationDate(of: url)
      try data.write(to: url, options: .atomic)
      // The compiler takes a file for unchanged whose date is in the same second as before.
      if let before, Date() < before + 1 {
        try FileManager.default.setAttributes(
          [.modificationDate: before + 1], ofItemAtPath: url.path)
      }
    case .link(let target):
      try? FileManager.default.removeItem(at: url)
      try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
    }
  }
}

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

  /// The paths that were made when it was written last.
  var handedOut: [String] { record().keys.sorted() }

  func difference(from items: [String: GeneratedItem]) -> Difference {
    let record = record()
    var difference = Difference()
    for (path, item) in items.sorted(by: { $0.key < $1.key }) {
      let present = present(path)
      guard present != item else { continue }
      difference.changed.append(path)
      if let present, record[path] != present.fingerprint { difference.edited.append(path) }
    }
    for (path, fingerprint) in record.sorted(by: { $0.key < $1.key }) where items[path] == nil {
      guard let present = present(path) else { continue }
      difference.stale.append(path)
      if present.fingerprint != fingerprint { difference.edited.append(path) }
    }
    if present(Self.recordName) != recordItem(items) { difference.changed.append(Self.recordName) }
    return difference
  }

  /// The paths of those `items` that are not there as they should be, sorted.
  func changed(from items: [String: GeneratedItem]) -> [String] {
    items.filter { present($0.key) != $0.value }.keys.sorted()
  }

  /// Makes the folder hold `items`.
  func write(_ items: [String: GeneratedItem]) throws {
    for path in difference(from: items).stale {
      try FileManager.default.removeItem(at: url.appendingPathComponent(path))
    }
    for (path, item) in items { try item.write(to: url.appendingPathComponent(path)) }
    try recordItem(items).write(to: url.appendingPathComponent(Self.recordName))
  }

  private func present(_ path: String) -> GeneratedItem? {
    GeneratedItem(at: url.appendingPathComponent(path))
  }

  private func record() -> [String: String] {
    guard case .file(let data) = present(Self.recordName) else { return [:] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    return Dictionary(
      lines.filter { $0.count == 2 }.map { ($0[1], $0[0]) }, uniquingKeysWith: { $1 })
  }

  private func recordItem(_ items: [String: GeneratedItem]) -> GeneratedItem {
    let lines = items.sorted { $0.key < $1.key }.map { "\($0.value.fingerprint) \($0.key)\n" }
    return .file(Data(lines.joined().utf8))
  }
}
