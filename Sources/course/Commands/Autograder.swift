import ArgumentParser
import Foundation

/// `course autograder`
struct Autograder: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the archive that Gradescope runs.",
    discussion: """
      A zip with setup.sh and run_autograder at its root, and this repository with its solutions and hidden checks: \
      upload it to Gradescope and to nobody else.

      Example:
        course autograder Networks --out autograder.zip
      """)

  @Argument(help: "The unit's number or name.") var unit: String
  @Option(name: .customLong("out"), help: "The archive to write.") var file: String
  @Option(help: "The settings; without it course.yaml in the repository.", completion: .file())
  var settings: String?

  func run() throws {
    let repository = try Repository()
    let unit = try repository.unit(unit)
    let place =
      settings.map { URL(fileURLWithPath: $0) }
      ?? repository.root.appendingPathComponent(CourseSettings.fileName)
    var extra: [String: Data] = [:]
    if let data = FileManager.default.contents(atPath: place.path) {
      let settings = try CourseSettings(at: place, repository: repository)
      extra[CourseSettings.fileName] = data
      if let hidden = settings[unit].hidden, !hidden.hasPrefix("/") {
        let folder = place.deletingLastPathComponent().appendingPathComponent(hidden)
        for path in try folder.filesBelow() {
          extra["\(hidden)/\(path)"] = try Data(contentsOf: folder.appendingPathComponent(path))
        }
      }
    }
    let toolchain = try Toolchain()
    guard repository.root.appendingPathComponent("Package.resolved").isFile else {
      throw Failure("there is no Package.resolved; swift package resolve makes it")
    }
    let archive = GradescopeAutograder(
      repository: repository, unit: unit, swift: toolchain.version, extra: extra)
    let data = try archive.data()
    try data.write(to: URL(fileURLWithPath: file), options: .atomic)
    print("\(file): \(data.count / 1_000_000) MB")
  }
}
