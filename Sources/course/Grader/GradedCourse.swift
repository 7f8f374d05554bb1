import Foundation

/// A course that is being taught: its settings, its units, and where the results are.
struct GradedCourse {
  let settings: CourseSettings
  let units: [GradedUnit]
  let results: ResultsFolder

  init(repository: Repository, settings file: URL?, unit: String?, results: URL) throws {
    settings = try CourseSettings(at: file, repository: repository)
    let folder = file?.deletingLastPathComponent() ?? repository.root
    units = try GradedUnit.all(unit, settings: settings, folder: folder, repository: repository)
    self.results = ResultsFolder(url: results)
  }

  /// Grades and prints a line for each student.
  func grade(_ submissions: [Submission], isSandboxed: Bool, isForced: Bool) async throws {
    if !isSandboxed {
      print("without a sandbox: the students' code can read and change what you can")
    }
    let start = ContinuousClock.now
    let units = units
    var session = GradingSession(
      units: units, limits: settings.limits, results: results, isSandboxed: isSandboxed)
    session.isForced = isForced
    session.progress = { record, done, count in
      let score = StudentScore(record, units: units, overrides: Overrides(), submitted: nil)
      let seconds = String(format: "%.1f", score.seconds)
      print(
        "\(done)/\(count)  \(EntryName.text(of: record.student.utf8))  \(score.points.inPoints) of \(score.possible.inPoints)  \(seconds) s"
      )
      // A reader at the other end of a pipe sees each line when it is there.
      fflush(nil)
    }
    let interruption = Interruption(removing: results.work)
    let outcome = try await session.grade(submissions)
    withExtendedLifetime(interruption) {}
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\(submissions.count) submissions: \(outcome.graded.count) graded in \(String(format: "%.1f", seconds)) s, \(outcome.kept.count) unchanged"
    )
  }

  /// Writes the results in these formats.
  func report(_ formats: [ReportFormat]) throws {
    let book = try Gradebook(results, settings: settings, units: units)
    for warning in book.warnings { print(warning) }
    for format in formats.contains(.all) ? ReportFormat.each : formats {
      let files = try format.files(of: book, units: units)
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        let url = results.url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
      }
      print("\(format.rawValue): \(files.count) files in \(results.url.path)")
    }
  }
}
