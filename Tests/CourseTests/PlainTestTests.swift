import Foundation
import Testing

@testable import course

/// Plain `swift test` in an exercise's folder, without the tool.
@Suite struct PlainTestTests {
  @Test func theBuiltLibraryIsTakenWhereThereIsOne() async throws {
    let fixture = try FixtureRepository()
    let sums = try fixture.unit("Sums")
    try GeneratedFolder(url: sums.exercise).write(Exercise(sums).items(.solution))
    let package = ExercisePackage(unit: sums, folder: sums.exercise)
    #expect(try await package.verdicts(sums.manifest()).map(\.outcome) == [.passed])
    func swift(_ arguments: String...) throws -> Tool.Result {
      try Tool.capture(["swift"] + arguments + ["--package-path", sums.exercise.path])
    }

    let built = try swift("test")
    #expect(built.status == 0, "\(built.output)")
    #expect(
      built.output.contains("ofThree()\" passed") || built.output.contains("ofThree() passed"))
    #expect(!built.output.contains("Compiling GradedTests"))

    // The manifest that is handed out builds from sources.
    try FileManager.default.removeItem(
      at: sums.exercise.appendingPathComponent(BuiltManifest.name))
    let plain = try swift("build", "--build-tests")
    #expect(plain.status == 0, "\(plain.output)")
    #expect(plain.output.contains("Compiling GradedTests"))
  }
}
