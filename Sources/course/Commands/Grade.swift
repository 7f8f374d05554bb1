import ArgumentParser
import Foundation

/// `course grade`
struct Grade: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grade a folder of submissions.",
    discussion: """
      SUBMISSIONS holds a folder, zip or tar.gz a student, named for the student. Each is graded in a sandbox against \
      the checks of this repository; what is graded already and has not changed is kept, so an interrupted run goes on \
      where it was. Points and deadlines are set in course.yaml (Documentation/Grading.md).

      Example:
        course grade submissions --out results
        course grade submissions --out results --unit Networks --format gradescope
      """)

  @Argument(help: "The folder of the submissions.", completion: .directory) var submissions: String
  @OptionGroup var options: GradingOptions
  @Option(help: "When each was handed in: a CSV file with student,submitted.") var times: String?
  @Flag(help: "Grade without a sandbox: the students' code can do what you can.")
  var noSandbox = false

  func run() async throws {
    let course = try options.course()
    try course.results.create()
    try course.results.lock()
    if let times {
      let data = try Data(contentsOf: URL(fileURLWithPath: times))
      try data.write(to: course.results.times, options: .atomic)
    }
    try await course.grade(
      Submission.all(in: URL(fileURLWithPath: submissions)), isSandboxed: !noSandbox,
      isForced: false)
    try course.report(options.format)
  }
}
