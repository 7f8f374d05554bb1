import ArgumentParser
import Foundation

/// `course regrade`
struct Regrade: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grade again, even what has not changed.",
    discussion: """
      For some students, one unit, or everybody. Overrides in RESULTS/overrides.csv stay as they are.

      Example:
        course regrade submissions --out results --student ada --student grace
      """)

  @Argument(help: "The folder of the submissions.", completion: .directory) var submissions: String
  @OptionGroup var options: GradingOptions
  @Option(help: "A student to grade again; repeat it for several, leave it out for all.")
  var student: [String] = []
  @Flag(help: "Grade without a sandbox: the students' code can do what you can.")
  var noSandbox = false

  func run() async throws {
    let course = try options.course()
    let all = try Submission.all(in: URL(fileURLWithPath: submissions))
    for name in student where !all.contains(where: { $0.student == name }) {
      throw Failure("there is no submission of “\(name)” in \(submissions)")
    }
    try course.results.create()
    try course.results.lock()
    try await course.grade(
      all.filter { student.isEmpty || student.contains($0.student) }, isSandboxed: !noSandbox,
      isForced: true)
    try course.report(options.format)
  }
}
