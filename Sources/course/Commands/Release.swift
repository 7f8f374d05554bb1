import ArgumentParser
import Foundation

/// `course release`
struct Release: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a repository for students, without solutions.",
    discussion: """
      It has the exercises of the units named, the library, this tool, the lessons, and the worked sources of those \
      earlier units that these import. It has no solution of a unit named or of a later one, no seeded mistakes and \
      no hidden checks, only their number. Name every unit that has been handed out so far.

      Example:
        course release Classification Networks --out ../students
        cd ../students && git add -A && git commit -m "Hand out unit 04"
      """)

  @Argument(help: "The units to hand out, by number or name.") var units: [String]
  @Option(name: .customLong("out"), help: "The folder to write.", completion: .directory)
  var folder: String
  @Option(help: "The settings; without it course.yaml in the repository.", completion: .file())
  var settings: String?

  func run() async throws {
    let repository = try Repository()
    let file = settings.map { URL(fileURLWithPath: $0) }
    let settings = try CourseSettings(at: file, repository: repository)
    let place = file?.deletingLastPathComponent() ?? repository.root
    let released = try units.map { query in
      let unit = try repository.unit(query)
      let hidden = try HiddenChecks(in: settings[unit].hidden, of: place)
      return ReleasedUnit(exercise: try Exercise(unit), hidden: hidden)
    }
    let release = StudentRepository(repository: repository, units: released)
    let url = URL(fileURLWithPath: folder)
    try release.write(to: url)
    let names = released.map(\.exercise.unit.title).joined(separator: ", ")
    print("\(folder): \(try url.filesBelow().count) files, with the exercises of \(names)")
  }
}
