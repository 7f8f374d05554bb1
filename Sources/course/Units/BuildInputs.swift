import Foundation

/// What an exercise's sources were when it was last built.
///
/// The Swift driver takes a file for unchanged whose date lies in the same second as at the last build, so a
/// save right after a build would be judged by the code before it. The object of such a file is removed,
/// which makes the driver compile it.
struct BuildInputs: Codable, Equatable {
  private struct Input: Codable, Equatable {
    var second: Int
    var fingerprint: String
  }

  private var files: [String: Input] = [:]

  /// The Swift files of `folder` as they are now.
  init(of folder: URL) throws {
    for path in try folder.filesBelow() where path.hasSuffix(".swift") {
      let url = folder.appendingPathComponent(path)
      // An editor may be replacing it just now.
      guard let data = FileManager.default.contents(atPath: url.path),
        let date = try? url.resourceValues(forKeys: [.contentModificationDateKey])
          .contentModificationDate
      else { continue }
      files[url.path] = Input(
        second: Int(date.timeIntervalSince1970), fingerprint: Fingerprint.of(data))
    }
  }

  /// Reads what ``write(to:)`` wrote.
  init?(contentsOf file: URL) {
    guard let data = FileManager.default.contents(atPath: file.path),
      let inputs = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = inputs
  }

  func write(to file: URL) throws {
    try JSONEncoder().encode(self).write(to: file, options: .atomic)
  }

  /// Removes the objects in `folder` of the files that changed since `earlier` within one second.
  func invalidateObjects(in folder: URL, since earlier: BuildInputs) {
    for (path, now) in files {
      guard let before = earlier.files[path], before.second == now.second,
        before.fingerprint != now.fingerprint
      else { continue }
      let name = URL(fileURLWithPath: path).lastPathComponent
      try? FileManager.default.removeItem(at: folder.appendingPathComponent("\(name).o"))
    }
  }
}
