import ArgumentParser
import Foundation

/// `course report`
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the stored results in other formats.",
    discussion: """
      Nothing is graded: points, deadlines and overrides are applied to the stored verdicts.

      Example:
        course report --out results --format junit --format gradescope
      """)

  @OptionGroup var options: GradingOptions

  func run() throws {
    let course = try options.course()
    guard course.results.students.isFolder else {
      throw Failure("there are no results in \(options.results); course grade makes them")
    }
    try course.report(options.format)
  }
}
