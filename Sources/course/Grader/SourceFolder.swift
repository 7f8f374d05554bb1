import Foundation

/// A folder of a submission that may hold a student's sources of a unit.
struct SourceFolder {
  enum Kind: Int {
    /// `Sources` in a folder with the unit's name.
    case named
    /// `Sources` in a folder with the name of no unit.
    case unnamed
    /// Files with the names of the unit's, in any folder, as dropped into a browser.
    case bare
  }

  let kind: Kind
  /// The path of the folder around `Sources` with a slash after it; of a bare one its own.
  let around: String
  /// `Sources/` as it is spelled there; nothing for a bare one.
  private let sources: String
  /// Names that do not belong to the unit, of a bare one.
  private var foreign: Set<String> = []
  /// How many of the unit's files differ from what was handed out.
  private var written = 0

  /// What it is called in a sentence.
  var title: String {
    around + sources == "" ? "the submission itself" : String((around + sources).dropLast())
  }

  /// The files of the folder: paths in the submission, and paths below the folder.
  func files(in tree: SubmissionTree) -> [(path: String, own: String)] {
    let prefix = around + sources
    return tree.files.keys.sorted().compactMap { path in
      guard path.hasPrefix(prefix) else { return nil }
      let own = String(path.dropFirst(prefix.count))
      guard kind == .bare else { return (path, own) }
      let isMeant = own.lowercased().hasSuffix(".swift") && !foreign.contains(Self.lastName(own))
      return isMeant && !own.contains("/") ? (path, own) : nil
    }
  }

  /// The folders that come into question, the one to grade first: by what was written in it, then by its name.
  static func all(
    in tree: SubmissionTree, for unit: GradedUnit, beside others: [GradedUnit]
  ) -> [SourceFolder] {
    let found = folders(in: tree, for: unit, isOnlyUnit: others.isEmpty)
    let bare = bareFolders(in: tree, for: unit, beside: others)
    // Nobody has as many; a hostile submission may.
    return (found + bare).prefix(50).map { $0.counted(in: tree, for: unit) }.sorted {
      ($0.written == 0 ? 1 : 0, $0.kind.rawValue, -$0.written, $0.around.utf8.count)
        < ($1.written == 0 ? 1 : 0, $1.kind.rawValue, -$1.written, $1.around.utf8.count)
    }
  }

  /// The folders of units that are there, by their names.
  static func unitsNamed(in tree: SubmissionTree) -> [String] {
    var names: Set<String> = []
    for path in tree.files.keys {
      for part in path.split(separator: "/") where part.wholeMatch(of: /\d\d-\w+/) != nil {
        names.insert(String(part))
      }
    }
    return names.sorted()
  }

  /// `signs.swift` of `Sources/Signs.swift`.
  static func lastName(_ path: String) -> String {
    (path.split(separator: "/").last ?? "").lowercased()
  }

  private static func folders(
    in tree: SubmissionTree, for unit: GradedUnit, isOnlyUnit: Bool
  ) -> [SourceFolder] {
    let names = unit.sourceNames
    var found: [String: SourceFolder] = [:]
    for path in tree.files.keys where path.lowercased().hasSuffix(".swift") {
      let parts = path.split(separator: "/").map(String.init)
      // Lessons hold stubs, or solutions of earlier units.
      guard !parts.contains(where: { $0.lowercased() == "courseware" }) else { continue }
      for (index, part) in parts.dropLast().enumerated() where part.lowercased() == "sources" {
        let around = parts[..<index].map { $0 + "/" }.joined()
        let name = index == 0 ? "" : parts[index - 1]
        let kind: Kind = unit.unit.isMeant(by: name) ? .named : .unnamed
        let isOther = name.firstMatch(of: /^\d\d-\w+/) != nil
        let fits = !isOther && (isOnlyUnit || names.contains(lastName(path)))
        guard kind == .named || fits else { continue }
        found[around + part] = SourceFolder(kind: kind, around: around, sources: part + "/")
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Folders with files called as the unit's are, outside any `Sources`.
  private static func bareFolders(
    in tree: SubmissionTree, for unit: GradedUnit, beside others: [GradedUnit]
  ) -> [SourceFolder] {
    let names = unit.sourceNames
    let notOurs = others.reduce(into: unit.otherNames) { $0.formUnion($1.sourceNames) }
    var found: Set<String> = []
    for path in tree.files.keys where names.contains(lastName(path)) {
      let parts = path.lowercased().split(separator: "/").dropLast()
      guard !parts.contains(where: { ["sources", "earlier", "courseware"].contains($0) }) else {
        continue
      }
      found.insert(path.split(separator: "/").dropLast().map { $0 + "/" }.joined())
    }
    return found.sorted().map { around in
      SourceFolder(kind: .bare, around: around, sources: "", foreign: notOurs.subtracting(names))
    }
  }

  private func counted(in tree: SubmissionTree, for unit: GradedUnit) -> SourceFolder {
    var folder = self
    folder.written = files(in: tree).count { path, own in
      let name = Self.lastName(own)
      guard unit.sourceNames.contains(name) else { return false }
      let stub = unit.handedOut.first {
        $0.key.hasPrefix("Sources/") && Self.lastName($0.key) == name
      }
      return tree.files[path].map(Self.words) != stub.map { Self.words($0.value) }
    }
    return folder
  }

  /// The text without the spaces that editors and systems change.
  static func words(_ data: Data) -> [UInt8] {
    data.filter { $0 > 0x20 }
  }
}

extension GradedUnit {
  /// The names of the files of `Sources`, in small letters.
  fileprivate var sourceNames: Set<String> { names { $0.hasPrefix("Sources/") } }

  /// The names of the other Swift files that were handed out.
  fileprivate var otherNames: Set<String> {
    names { !$0.hasPrefix("Sources/") && $0.hasSuffix(".swift") }
  }

  private func names(_ isWanted: (String) -> Bool) -> Set<String> {
    Set(handedOut.keys.filter(isWanted).map { SourceFolder.lastName($0) })
  }
}

extension CourseUnit {
  /// Whether a folder of this name is the unit's: `04-networks`, `Networks`, `04-Networks (1)`.
  fileprivate func isMeant(by folder: String) -> Bool {
    let letters = folder.lowercased().filter { $0.isLetter || $0.isNumber }
    let own = "\(number)\(name.lowercased())"
    return letters == name.lowercased() || letters.hasPrefix(own)
  }
}
