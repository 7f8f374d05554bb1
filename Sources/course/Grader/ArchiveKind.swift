import Foundation

/// The kinds of archives that students hand in, by ending and by first bytes.
enum ArchiveKind: CaseIterable {
  case zip, tar, rar, sevenZip, xz, bzip2, zstandard

  /// What it is called in a sentence.
  var title: String {
    switch self {
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    case .rar: "a RAR archive"
    case .sevenZip: "a 7-Zip archive"
    case .xz: "packed by xz"
    case .bzip2: "packed by bzip2"
    case .zstandard: "packed by zstd"
    }
  }

  /// The endings of file names, longest first.
  private var endings: [String] {
    switch self {
    case .zip: [".zip"]
    case .tar: [".tar.gz", ".tgz", ".tar"]
    case .rar: [".rar"]
    case .sevenZip: [".7z"]
    case .xz: [".tar.xz", ".txz", ".xz"]
    case .bzip2: [".tar.bz2", ".tbz2", ".tbz", ".bz2"]
    case .zstandard: [".tar.zst", ".tzst", ".zst"]
    }
  }

  private var firstBytes: [UInt8] {
    switch self {
    case .zip: Array("PK".utf8)
    case .tar: [0x1F, 0x8B]
    case .rar: Array("Rar!".utf8)
    case .sevenZip: [0x37, 0x7A, 0xBC, 0xAF]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
    case .bzip2: Array("BZh".utf8)
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  var isReadable: Bool { self == .zip || self == .tar }

  /// The kind that a file's name tells.
  init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.ending(of: name) != nil }) else { return nil }
    self = kind
  }

  /// `ada` of `ada.tar.gz`; `nil` if it is the name of no archive.
  static func stem(of name: String) -> String? {
    allCases.lazy.compactMap { $0.ending(of: name) }.first.map { String(name.dropLast($0.count)) }
  }

  private func ending(of name: String) -> String? {
    let name = name.lowercased()
    return endings.first { name.hasSuffix($0) && name.count > $0.count }
  }

  /// Takes in the files of an archive, whatever it is called.
  ///
  /// - Throws: ``SubmissionTree/Unreadable`` if it is of a kind that cannot be opened, damaged or too large.
  static func read(_ data: Data, into tree: inout SubmissionTree) throws {
    let limits = tree.limits
    let kind = allCases.first { data.starts(with: $0.firstBytes) }
    switch kind {
    case .zip: try ZipArchive.read(data, into: &tree)
    case .tar:
      // Beside the files there are the headers of files that are left out.
      try TarArchive.read(
        Inflate.unpack(data, as: .gzip, limit: 2 * limits.total), into: &tree)
    case nil: try TarArchive.read(data, into: &tree)
    case .some(let kind):
      throw SubmissionTree.Unreadable(
        reason: "it is \(kind.title), which cannot be opened here; hand in a zip or tar.gz archive")
    }
  }
}
