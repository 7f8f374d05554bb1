import Foundation
import Testing

@testable import course

/// What decides whether something is compiled again, and how far a build is said to be.
@Suite struct BuildTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test func aStepIsTakenAgainOnlyForOtherInputs() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let product = folder.appendingPathComponent("product")
    func take(_ input: String, _ command: String) throws -> String {
      var inputs = Fingerprint()
      inputs.add(input)
      let result = try BuildStep(product: product, inputs: inputs).run {
        ["sh", "-c", command, product.path]
      }
      return "\(result.status) \((try? String(contentsOf: product, encoding: .utf8)) ?? "none")"
    }
    #expect(try take("a", #"printf 1 >"$0""#) == "0 1")
    #expect(try take("a", #"printf 2 >"$0""#) == "0 1")
    #expect(try take("b", #"printf 3 >"$0""#) == "0 3")
    // What a step that failed left behind is nobody's product, not even that of the inputs before.
    #expect(try take("c", #"printf 4 >"$0"; exit 1"#) == "1 4")
    #expect(try take("b", #"printf 5 >"$0""#) == "0 5")
    try FileManager.default.removeItem(at: product)
    #expect(try take("b", #"printf 6 >"$0""#) == "0 6")
  }

  @Test func theStateOfSourcesChangesWithAnyOfThem() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func state() throws -> String {
      try BuildState(of: ["one.txt", "more", "none"], in: folder, compiler: ["/bin/sh"]).fingerprint
    }
    try write("1", to: "one.txt")
    try write("2", to: "more/inside/two.txt")
    let first = try state()
    #expect(try state() == first)
    try write("3", to: "more/inside/two.txt")
    let second = try state()
    #expect(second != first)
    try write("", to: "more/three.txt")
    let third = try state()
    #expect(third != second)
    try FileManager.default.removeItem(at: folder.appendingPathComponent("more/three.txt"))
    #expect(try state() == second)
    try write("", to: "elsewhere.txt")
    #expect(try state() == second)
  }

  @Test(
    arguments: [
      ("", nil),
      ("Fetching https://example.org/a.git\n", "Fetching https://example.org/a.git"),
      (
        "Another instance of SwiftPM (PID: 21262) is already running using '/course/.build', waiting\n",
        "Another instance of SwiftPM (PID: 21262) is already running "
      ),
      ("[12/22] Compiling NDArray BlockCache.swift\n", "12/22 Compiling NDArray"),
      ("[1/2] Write sources\n[2/22] Linking course\nwarning: [x]\n", "2/22 Linking course"),
      ("[7/9] Compiling avx2.c\n", "7/9 Compiling avx2.c"),
    ])
  func theLastStepIsTold(output: String, step: String?) {
    #expect(BuildProgress.step(in: output) == step)
  }

  @Test func progressIsToldInBothLanguages() {
    func line(_ language: Language) -> String {
      Language.$current.withValue(language) {
        BuildProgress.line("…", "3/9 Compiling NDArray", seconds: 48)
      }
    }
    #expect(line(.english) == "…: 3/9 Compiling NDArray, 48 s")
    #expect(line(.russian) == "…: 3/9 Compiling NDArray, 48 с")
  }
}
