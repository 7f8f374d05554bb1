import Foundation
import Testing

@testable import course

@Suite struct ObjectScreenTests {
  /// What a student adds to a module in whose name a word comes twice is still of that module.
  @Test func aWordThatComesTwiceIsALetter() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-mark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("Own.swift")
    let own = """
      public protocol Score { func of(_ x: Int) -> Int }
      public struct Twice: Score, Hashable { public func of(_ x: Int) -> Int { x.twice } }
      extension Int { var twice: Int { helper(self) } }
      extension Array where Element == Int { public func scores() -> [Int] { map(Twice().of) } }
      private func helper(_ x: Int) -> Int { 2 * x }

      """
    func refusal(_ text: String) async throws -> ObjectScreen.Refusal? {
      try Data(text.utf8).write(to: source)
      let object = folder.appendingPathComponent("Own.o").path
      let command = [try Toolchain().compiler, "-module-name", "SequenceToSequence"]
      let built = try Tool.capture(
        command + ["-parse-as-library", "-c", "-o", object, source.path])
      #expect(built.status == 0, "\(built.output)")
      let file = try #require(ObjectFile(try Data(contentsOf: URL(fileURLWithPath: object))))
      return try await ObjectScreen(module: "SequenceToSequence").refusal(of: file) { names in
        try Tool.capture(["swift", "demangle", "--compact"] + names).output
          .split(separator: "\n").map(String.init)
      }
    }
    #expect(try await refusal(own) == nil)
    let taken = own + "@_cdecl(\"getenv\") public func taken() {}\n"
    #expect(try await refusal(taken)?.values == ["name": "getenv"])
  }

  @Test func wordsOfAModuleInMangledNames() {
    #expect(ModuleMark("Networks").first == "8Networks")
    #expect(ModuleMark("RecurrentNetworks").first == "17RecurrentNetworks")
    #expect(ModuleMark("SequenceToSequence").first == "010SequenceToA0")
    // (extension in RecurrentNetworks):Networks.Linear.twice() -> ()
    let added = "$s8Networks6LinearC09RecurrentA0E5twiceyyF"
    #expect(ModuleMark("RecurrentNetworks").isIn(added))
    #expect(!ModuleMark("SequenceToSequence").isIn(added))
    #expect(!ModuleMark("Networks").isIn("$s9Networks2016LinearC"))
  }

  /// Reading object files that are none, or damaged.
  @Test func damagedObjectsAreRefusedAndStopNothing() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-object-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, object) = (
      folder.appendingPathComponent("a.c"), folder.appendingPathComponent("a.o")
    )
    try Data(
      "int here(void) { return 1; }\nextern int there(void);\nint call(void) { return there(); }\n"
        .utf8
    )
    .write(to: source)
    let toolchain = try Toolchain()
    let clang = URL(fileURLWithPath: toolchain.compiler).deletingLastPathComponent()
      .appendingPathComponent("clang").path
    #expect(try Tool.capture([clang, "-c", "-o", object.path, source.path]).status == 0)
    let data = try Data(contentsOf: object)
    let file = try #require(ObjectFile(data))
    #expect(
      file.symbols.map { "\($0.name) \($0.isDefined)" }.sorted()
        == ["call true", "here true", "there false"])
    #expect(file.sections.contains(".text"))
    #expect(ObjectFile(data) { !$0 }?.symbols.map(\.name) == ["there"])

    #expect(ObjectFile(Data()) == nil)
    for length in stride(from: 0, to: data.count, by: 7) { _ = ObjectFile(data.prefix(length)) }
    for place in 16..<data.count {
      for byte in [0x00, 0x7F, 0xFF] as [UInt8] {
        var damaged = data
        damaged[place] = byte
        _ = ObjectFile(damaged)
      }
    }
  }
}
