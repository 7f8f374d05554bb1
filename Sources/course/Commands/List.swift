import ArgumentParser

/// `course list`
struct List: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.listAbstract), discussion: say(.listDiscussion))
  }

  @Argument(help: ArgumentHelp(say(.whatHelp))) var what: [String] = []
  @OptionGroup var language: LanguageOption

  private var style: Style { .standardOutput }

  func run() throws {
    let repository = try Repository()
    let progress = Progress.load(repository)
    let selections = try Selection.of(what, in: repository, command: "list")
    for selection in selections {
      print(summary(of: selection, progress))
      if !what.isEmpty || selections.count == 1 {
        for check in selection.checks { print(line(check, in: selection, progress)) }
      }
    }
  }

  private func summary(of selection: Selection, _ progress: Progress) -> String {
    let passed = selection.checks.filter { progress[selection.unit, $0.id].passed }
    let points = { (checks: [Manifest.Check]) in checks.reduce(0) { $0 + $1.points } }
    let counts = [
      say(.listChecks, ["passed": passed.count, "count": selection.checks.count]),
      say(.listPoints, ["earned": points(passed), "possible": points(selection.checks)]),
    ]
    let bar = style.isOn ? style.bar(passed.count, of: selection.checks.count) + " " : ""
    let title = style.bold(selection.unit.title.padded(to: 20))
    return "\(title) \(bar)\(counts.joined(separator: ", ")): \(selection.manifest.translatedTitle)"
  }

  private func line(_ check: Manifest.Check, in selection: Selection, _ progress: Progress)
    -> String
  {
    let state = progress[selection.unit, check.id]
    let width = selection.manifest.checks.map(\.id.count).max() ?? 0
    var notes = [
      check.file.map { "Sources/\($0)" },
      state.hints > 0 ? say(.hintsSeen, ["count": state.hints]) : nil,
    ].compactMap(\.self)
    let points = String(check.points)
    func row(_ mark: String, _ word: Message) -> String {
      notes.insert(say(word), at: 0)
      return "  \(mark) \(check.id.padded(to: width))  \(points.padded(to: 3)) "
        + notes.joined(separator: ", ")
    }
    switch state.outcome {
    case .passed: return style.green(row("✓", .statePassed))
    case nil: return row("·", .stateNever)
    case .notImplemented: return row("·", .stateNotImplemented)
    default: return style.red(row("✗", .stateFailed))
    }
  }
}
