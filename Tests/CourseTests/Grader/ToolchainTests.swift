import Foundation
import Testing

@testable import course

@Suite struct ToolchainTests {
  /// A program of the compiler's name that starts the compiler, somewhere else, as swiftly's does.
  @Test func aProxyLeadsToTheCompilerProper() throws {
    let proper = try Toolchain()
    #expect(proper.version.firstMatch(of: /^\d+\.\d+/) != nil)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-proxy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let proxy = folder.appendingPathComponent("swiftc")
    try Data("#!/bin/sh\nexec \(proper.compiler) \"$@\"\n".utf8).write(to: proxy)
    chmod(proxy.path, 0o755)
    let found = try Toolchain(swiftc: proxy.path)
    #expect(found.root == proper.root && found.compiler == proper.compiler)
    #expect(!found.compiler.hasPrefix(folder.path))
    #expect(throws: Failure.self) { try Toolchain(swiftc: "/bin/false") }
  }

  /// What a program leaves in the folder for what is needed for a moment goes with it.
  @Test func temporaryFoldersOfBuildsAreRemoved() throws {
    let left = try Tool.capture(["sh", "-c", "mkdir \"$TMPDIR/left\" && echo \"$TMPDIR\""])
    let folder = left.output.trimmingCharacters(in: .newlines)
    #expect(left.status == 0 && folder.contains("/course-"))
    #expect(!URL(fileURLWithPath: folder).isFolder)
  }
}
