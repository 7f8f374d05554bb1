import ArgumentParser
import Foundation

/// `course diff`
struct Diff: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.diffAbstract), discussion: say(.diffDiscussion))
  }

  @Argument(help: ArgumentHelp(say(.oneWhatHelp))) var what: [String] = []
  @OptionGroup var language: LanguageOption

  func run() throws {
    let repository = try Repository()
    let selection = try Selection.one(what, in: repository, command: "diff")
    let unit = selection.unit
    let written = Set(try Exercise(unit).studentFiles())
    guard !written.isEmpty else { throw Failure(say(.noSolutionHere, ["unit": unit.title])) }
    let progress = Progress.load(repository)
    var files = Set(selection.checks.compactMap(\.file)).intersection(written)
    if selection.isWhole { files = written }
    for file in files.sorted() {
      // A file that no check names opens with the whole unit.
      let named = selection.manifest.checks.filter { $0.file == file }
      let checks = named.isEmpty ? selection.manifest.checks : named
      try requirePassed(checks, of: file, unit, progress)
    }
    for file in files.sorted() { try show(file, of: unit) }
  }

  private func requirePassed(
    _ checks: [Manifest.Check], of file: String, _ unit: CourseUnit, _ progress: Progress
  ) throws {
    let open = checks.filter { !progress[unit, $0.id].passed }
    guard let first = open.first else { return }
    var values = ["file": file, "number": unit.number, "check": first.id]
    if checks.allSatisfy({ progress[unit, $0.id].outcome == nil }) {
      throw Failure(say(.diffNever, values))
    }
    let more = open.count > 3 ? ", …" : ""
    values["checks"] = open.prefix(3).map(\.id).joined(separator: ", ") + more
    throw Failure(say(.diffLocked, values))
  }

  private func show(_ file: String, of unit: CourseUnit) throws {
    let source = unit.courseware.appendingPathComponent("Sources/\(file)")
    let text = try String(contentsOf: source, encoding: .utf8)
    let solution = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: solution) }
    try Data(SolutionRegions.solved(text).utf8).write(to: solution)
    let color = Style.standardOutput.isOn ? "always" : "never"
    let result = try Tool.capture([
      "diff", "-u", "--color=\(color)", "--label", say(.diffYours, ["file": file]),
      "--label", say(.diffSolution, ["file": file]),
      unit.exercise.appendingPathComponent("Sources/\(file)").path, solution.path,
    ])
    guard result.status < 2 else { throw Failure(result.output) }
    print(result.status == 0 ? say(.diffSame, ["file": file]) : result.output)
  }
}
