import ArgumentParser

/// `course hint`
struct Hint: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.hintAbstract), discussion: say(.hintDiscussion))
  }

  @Argument(help: ArgumentHelp(say(.oneWhatHelp))) var what: [String] = []
  @Option(help: ArgumentHelp(say(.levelHelp), valueName: "1|2|3")) var level: Int?
  @OptionGroup var language: LanguageOption

  func run() throws {
    let repository = try Repository()
    let selection = try Selection.one(what, in: repository, command: "hint")
    let progress = Progress.load(repository)
    let unit = selection.unit
    let check = try check(of: selection, progress)
    if let level, !(1...3).contains(level) {
      throw Failure(say(.levelRange, ["level": level]))
    }
    let level = level ?? min(progress[unit, check.id].hints + 1, 3)
    try Progress.update(repository) { $0[unit, check.id].hints = level }

    let kind = say([.nudge, .formula, .pseudoCode][level - 1])
    let title = say(.hintTitle, ["check": check.id, "level": level, "kind": kind])
    let following = say(
      level < 3 ? .nextHint : .lastHint, ["number": unit.number, "check": check.id])
    let style = Style.standardOutput
    print("\(style.bold(title))\n\n  \(check.hints(in: .current)[level - 1])\n")
    print(style.dim(following))
  }

  /// The one check that is meant, else the first that has not passed.
  private func check(of selection: Selection, _ progress: Progress) throws -> Manifest.Check {
    if selection.checks.count == 1 { return selection.checks[0] }
    if let check = progress.unsolved(selection).first { return check }
    let unit = selection.unit
    let first = selection.checks[0].id
    throw Failure(
      say(.nothingToHint, ["unit": unit.title, "number": unit.number, "check": first]))
  }
}
