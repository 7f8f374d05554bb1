import ArgumentParser
import Foundation

/// What the commands of an instructor have in common.
struct GradingOptions: ParsableArguments {
  @Option(name: .customLong("out"), help: "The folder for the results.", completion: .directory)
  var results: String
  @Option(help: "One unit's number or name; without it all that the settings name.")
  var unit: String?
  @Option(help: "The settings; without it course.yaml in the repository.", completion: .file())
  var settings: String?
  @Option(help: "What to write besides the stored results; repeat it for several formats.")
  var format: [ReportFormat] = [.csv, .feedback]

  func course() throws -> GradedCourse {
    try GradedCourse(
      repository: Repository(), settings: settings.map { URL(fileURLWithPath: $0) }, unit: unit,
      results: URL(fileURLWithPath: results))
  }
}
