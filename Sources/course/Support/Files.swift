import Foundation

extension URL {
  var isFile: Bool { exists(asFolder: false) }
  var isFolder: Bool { exists(asFolder: true) }

  private func exists(asFolder wanted: Bool) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue == wanted
  }

  /// What the folder holds, sorted by name, without hidden files; nothing if there is no folder.
  func entries() throws -> [URL] {
    guard isFolder else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: self, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles]
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The paths of all files below the folder, relative to it and sorted, without hidden ones.
  func filesBelow() throws -> [String] {
    try entries().flatMap { entry -> [String] in
      let name = entry.lastPathComponent
      return entry.isFolder ? try entry.filesBelow().map { "\(name)/\($0)" } : [name]
    }.sorted()
  }
}

/// 64-bit FNV-1a: tells an edited file from an unedited one; no defence against malice.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ data: some Sequence<UInt8>) {
    for byte in data { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func of(_ data: Data) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(data)
    return fingerprint.hexadecimal
  }
}
