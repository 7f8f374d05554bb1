import Foundation
import Testing

@testable import course

/// Reading object files that are none, or damaged.
@Suite struct ObjectScreenTests {
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
