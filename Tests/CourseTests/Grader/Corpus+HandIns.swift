import Foundation

@testable import course

/// What people hand in who mean no harm, and names that no system of files likes.
extension CorpusCase {
  static func clumsy() -> [CorpusCase] {
    let stub = "import CourseKit\npublic func sign(_ x: Int) -> Int { notImplemented() }"
    return [
      archived("rar", "MMMMM", told: "it is a RAR archive", ending: ".rar") { _ in
        Data("Rar!\u{1A}\u{07}".utf8)
      },
      archived("seven", "MMMMM", told: "it is a 7-Zip archive", ending: ".7z") { _ in
        Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
      },
      archived("xz", "MMMMM", told: "it is packed by xz", ending: ".tar.xz") { _ in
        Data([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
      },
      archived("rar-called-zip", "MMMMM", told: "it is a RAR archive", ending: ".zip") { _ in
        Data("Rar!\u{1A}\u{07}".utf8)
      },
      archived("lone.swift", "MMMMM", told: "it is a single Swift file", ending: "") { _ in
        Data(stub.utf8)
      },
      archived("words.docx", "MMMMM", told: "neither a folder nor an archive", ending: "") { _ in
        Data("solution".utf8)
      },
      archived("ivan", "PPPPP", ending: ".zip") { TestArchives.zip($0) },
      archived("ivan.petrov", "PPPPP", ending: ".zip") { TestArchives.zip($0) },
      archived("from-windows", "PPPPP", ending: ".zip") { files in
        TestArchives.zip(
          files.map { file in
            var file = file
            file.path = file.path.replacing("/", with: "\\")
            return file
          })
      },
      archived("twice-stub-last", "PPPPP", note: "was handed in 2 times", ending: ".zip") {
        TestArchives.zip($0 + [ArchiveEntry($0.last!.path, handedOut)])
      },
      archived("twice-stub-first", "PPPPP", note: "was handed in 2 times", ending: ".zip") {
        TestArchives.zip([ArchiveEntry($0.last!.path, handedOut)] + $0)
      },
      archived("file-as-folder", "PPPPP", note: "the same name", ending: ".zip") {
        TestArchives.zip($0 + [ArchiveEntry($0[0].path + "/Signs.swift", stub)])
      },
      archived("long-names", "PPPPP", ending: ".zip") { files in
        let exercise = files[0].path.replacing("Sources/Lists.swift", with: "")
        return TestArchives.zip(
          files + [
            ArchiveEntry(
              exercise + "Figures/\(String(repeating: "f", count: 300)).png", bytes: png),
            ArchiveEntry(exercise + "Figures/\u{301}.png", bytes: png),
            ArchiveEntry(exercise + "Sources/\u{301}x.swift", "func helper() {}"),
            ArchiveEntry(exercise + "Sources/\(String(repeating: "д", count: 300)).swift"),
          ])
      },
      archived("deep", "PPPPP", note: "or too deep", ending: ".zip") {
        TestArchives.zip(
          $0 + [ArchiveEntry(String(repeating: "deep/", count: 1000) + "Signs.swift", stub)])
      },
      CorpusCase(String(repeating: "long", count: 62), "PPPPP"),
      moved("other-case", "PPPPP") {
        $0.replacing("Exercises/03-Signs/Sources", with: "exercises/03-signs/sources")
      },
      moved("bare-files", "PPPPP", note: "were taken for those of 03-Signs") {
        $0.replacing(folder + "Sources/", with: "")
      },
      moved("only-sources", "PPPPP", note: "were taken for those of 03-Signs") {
        $0.replacing(folder, with: "homework/")
      },
      one(
        "bare-file", "PPPNP", note: "Lists.swift was not handed in",
        ["Signs.swift": solvedText("Signs.swift")]),
      one(
        "old-one-first", "PPPPP", note: "by what was written in it",
        [
          "a/03-Signs/Sources/Signs.swift": stub,
          "b/c/03-Signs/Sources/Signs.swift": solvedText("Signs.swift"),
          "b/c/03-Signs/Sources/Lists.swift": solvedText("Lists.swift"),
        ]),
      one(
        "archive-in-a-folder", "PPPPP",
        [:], archive: ["03-Signs/Sources/Signs.swift", "03-Signs/Sources/Lists.swift"]),
      CorpusCase(
        "large-comment", "PPPPP",
        adding: [
          "Sources/Comment.swift": "/*"
            + String(repeating: " public public func open extension", count: 25_000) + "*/"
        ]),
    ]
  }

  private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  /// `Signs.swift` as students get it.
  private static let handedOut = """
    import CourseKit

    public func sign(_ x: Int) -> Int {
      notImplemented()
    }
    """

  private static func solvedText(_ name: String) -> String {
    String(
      decoding: CorpusCase("", "").files[folder + "Sources/\(name)"] ?? Data(), as: UTF8.self)
  }

  static func archived(
    _ student: String, _ signs: String, note: String? = nil, told: String? = nil, ending: String,
    _ archive: ([ArchiveEntry]) -> Data
  ) -> CorpusCase {
    var entry = CorpusCase(student, signs, note: note, told: told)
    let files = entry.files.sorted { $0.key < $1.key }
      .map { ArchiveEntry("\(student)-main/\($0.key)", String(decoding: $0.value, as: UTF8.self)) }
    entry.archive = (archive(files), ending)
    return entry
  }

  /// The solved exercise with its files in other places, and nothing else.
  private static func moved(
    _ student: String, _ signs: String, note: String? = nil, _ move: (String) -> String
  ) -> CorpusCase {
    var entry = CorpusCase(student, signs, note: note)
    entry.removed = [""]
    entry.files = Dictionary(uniqueKeysWithValues: entry.files.map { (move($0.key), $0.value) })
    return entry
  }

  /// These files and no others.
  private static func one(
    _ student: String, _ signs: String, note: String? = nil, _ files: [String: String],
    archive paths: [String] = []
  ) -> CorpusCase {
    var entry = CorpusCase(student, signs, note: note)
    entry.removed = [""]
    entry.files = files.mapValues { Data($0.utf8) }
    guard !paths.isEmpty else { return entry }
    let entries = paths.map {
      ArchiveEntry($0, solvedText(String($0.split(separator: "/").last ?? "")))
    }
    entry.files["task/work.zip"] = TestArchives.zip(entries)
    return entry
  }
}
