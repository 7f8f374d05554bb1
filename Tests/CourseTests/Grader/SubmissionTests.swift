import Foundation
import Testing

@testable import course

/// What is taken for a submission, and what its files are called here.
@Suite struct SubmissionTests {
  private func students(_ names: [[UInt8]]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-submissions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in names {
      let path = (Array(folder.path.utf8) + [0x2F] + name).map { CChar(bitPattern: $0) } + [0]
      try #require(name.contains(0x2E) ? creat(path, 0o600) >= 0 : mkdir(path, 0o700) == 0)
    }
    return try Submission.all(in: folder).map(\.student)
  }

  private func students(_ names: String...) throws -> [String] {
    try students(names.map { Array($0.utf8) })
  }

  @Test func everyEntryIsAStudent() throws {
    #expect(
      try students("ada", "grace.zip", "ivan.7z", "kay.tar.xz", "lone.swift", "words.docx")
        == ["ada", "grace", "ivan", "kay", "lone.swift", "words.docx"])
    // Not the tables that lie beside them, nor what is hidden.
    #expect(try students("ada", "times.csv", "metadata.yml", ".DS_Store") == ["ada"])
  }

  @Test func namesAreTakenApartAtTheirEndingsOnly() throws {
    #expect(try students("ivan.petrov.zip", "ivan.zip") == ["ivan.petrov", "ivan"])
    #expect(try students("ivan", "ivan.zip") == ["ivan", "ivan.zip"])
    #expect(try students("ivan.tgz", "ivan.zip") == ["ivan.tgz", "ivan.zip"])
    #expect(try students("IVAN.ZIP") == ["IVAN"])
  }

  @Test func namesThatAreNoTextOrOneTextTwiceAreTwoStudents() throws {
    let composed = "zo\u{EB}.zip"
    let decomposed = "zoe\u{308}.zip"
    #expect(try students(decomposed, composed) == ["zoë.zip", "zoë.zip (2)"])
    #expect(
      try students([[0x61, 0xE9, 0x2E, 0x7A, 0x69, 0x70], Array("\u{301}.zip".utf8)])
        == ["a%E9", "%CC%81"])
  }

  @Test(
    arguments: [
      ("a/b.swift", ["a", "b.swift"]), ("a\\b.swift", ["a", "b.swift"]),
      ("./a//b", ["a", "b"]), ("/a", nil), ("..\\a", nil), ("a/../b", nil), ("\\a", nil),
      ("a/\u{301}/..\u{301}/b", ["a", "%CC%81", "..\u{301}", "b"]),
      ("a/\u{301}/../b", nil), ("a\u{0}b", nil), (String(repeating: "a/", count: 60) + "b", nil),
    ])
  func pathsAreTakenApartByTheirBytes(path: String, parts: [String]?) {
    #expect(EntryName.parts(of: path.utf8) == parts)
  }

  @Test func longNamesAreShortenedAndStayApart() {
    let long = String(repeating: "имя", count: 80)
    let (first, second) = (EntryName.short(long + "1.png"), EntryName.short(long + "2.png"))
    #expect(first.utf8.count <= 100 && first.hasSuffix(".png") && first != second)
    #expect(first.hasPrefix("имяимя"))
    #expect(EntryName.short("Signs.swift") == "Signs.swift")
  }
}
