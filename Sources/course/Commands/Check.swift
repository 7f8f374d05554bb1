import ArgumentParser
import Foundation

/// `course check`
struct Check: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.checkAbstract), discussion: say(.checkDiscussion))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: ArgumentHelp(say(.whatHelp))) var what: [String] = []
  @Flag(help: ArgumentHelp(say(.solutionHelp))) var solution = false
  @Option(help: ArgumentHelp(say(.formatHelp), valueName: "text|json")) var format = Format.text
  @Flag(help: .hidden) var watched = false
  @Option(help: .hidden) var saved: [String] = []
  @OptionGroup var language: LanguageOption

  func run() async throws {
    let selections = try Selection.of(what, in: Repository(), command: "check")
    var results: [CheckResult] = []
    for selection in selections {
      let result =
        watched
        ? try await watchedResult(selection)
        : try await CheckRun(selection).result(solution: solution)
      results.append(result)
      if format == .text, !watched { print(CheckReport(result: result).text) }
      fflush(nil)
    }
    let score = results.map(\.score).reduce(Score(), +)
    if format == .json {
      print(try CheckRecord(results).json)
    } else if results.count > 1 {
      print(say(.together, ["earned": score.earned, "possible": score.possible]))
    }
    if score.failed > 0 { throw ExitCode.failure }
  }

  private func watchedResult(_ selection: Selection) async throws -> CheckResult {
    let stream = WatchStream(selection, saved: saved)
    let result = try await CheckRun(selection).result(saved: saved, progress: stream.add)
    let shown = stream.end()
    print(WatchReport(result: result, shown: shown, hasTitle: shown != nil).text)
    return result
  }
}
