import ArgumentParser
import Foundation

/// `course watch`
struct Watch: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.watchAbstract), discussion: say(.watchDiscussion))
  }

  @Argument(help: ArgumentHelp(say(.oneWhatHelp))) var what: [String] = []
  @OptionGroup var language: LanguageOption

  private enum Event: Sendable {
    case saved([String])
    case ended, interrupted
  }

  func run() async throws {
    let repository = try Repository()
    setenv("COURSE_ROOT", repository.root.path, 1)
    let selection = try Selection.one(what, in: repository, command: "watch")
    let unit = selection.unit
    guard unit.exercise.isFolder else {
      throw Failure(say(.noExercise, ["folder": unit.folderName, "number": unit.number]))
    }
    let words = [unit.number] + (selection.isWhole ? [] : selection.checks.map(\.id))
    let watcher = try FolderWatcher(unit.exercise)

    let (events, happened) = AsyncStream.makeStream(of: Event.self)
    let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { happened.yield(.interrupted) }
      source.resume()
      return source
    }
    defer { for source in signals { source.cancel() } }
    Thread.detachNewThread { watcher.run { happened.yield(.saved($0)) } }

    let start = { try WatchRound(words, saved: $0) { happened.yield(.ended) } }
    begin(unit)
    var round: WatchRound? = try start([])
    for await event in events {
      switch event {
      case .saved(let files):
        round?.stop()
        begin(unit)
        round = try start(files)
      case .ended:
        // The end of a round that was stopped for a save is no news.
        guard let last = round, last.hasEnded else { continue }
        last.stop()
        round = nil
        finish()
      case .interrupted:
        round?.stop()
        print("\n" + say(.stopped))
        return
      }
    }
  }

  private func begin(_ unit: CourseUnit) {
    if Style.standardOutput.isOn { print("\u{1B}[H\u{1B}[2J\u{1B}[3J", terminator: "") }
    print(Style.standardOutput.dim(say(.watching, ["folder": unit.folderName])) + "\n")
    fflush(nil)
  }

  private func finish() {
    let time = Date.now.formatted(
      Date.ISO8601FormatStyle(timeZone: .current).time(includingFractionalSeconds: false))
    print(Style.standardOutput.dim(say(.checkedAt, ["time": time])))
    fflush(nil)
  }
}
