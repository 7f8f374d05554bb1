import Foundation
import Testing

@testable import course

/// SwiftPM leaves the object files of sources that were renamed, which would be linked twice.
@Suite struct ObjectFilesTests {
  @Test(arguments: [nil, "/anywhere/now.c\n/elsewhere/DerivedSources/generated.c\n"])
  func sourcesThatAreGoneAreLeftOut(list: String?) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    func write(_ text: String, to path: String) throws {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("", to: "Sources/Kernels/now.c")
    try write("", to: "Sources/Kernels/parts/generated.c")
    for name in ["now.c.o", "before.c.o", "generated.c.o", "now.c.d"] {
      try write("", to: "products/Kernels.build/\(name)")
    }
    if let list { try write(list, to: "products/Kernels.build/sources") }
    let files = try Repository(root: root)
      .objectFiles(of: "Kernels", in: root.appendingPathComponent("products"))
    #expect(files.map(\.lastPathComponent) == ["generated.c.o", "now.c.o"])
  }
}
