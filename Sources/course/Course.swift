import ArgumentParser
import Foundation

/// The command-line tool of the course.
@main struct Course: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "course", abstract: say(.courseAbstract),
      subcommands: [
        List.self, Check.self, Watch.self, Hint.self, Diff.self, Reset.self, Doctor.self,
        Run.self, Script.self, Test.self, Generate.self, Verify.self, Mutate.self,
        Release.self, Grade.self, Regrade.self, Report.self, Autograder.self,
      ])
  }

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let language = Language.chosen(by: arguments, ProcessInfo.processInfo.environment)
    await Language.$current.withValue(language) { await run(arguments) }
  }

  private static func run(_ arguments: [String]) async {
    do {
      try requireCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      FileHandle.standardError.write(Data("course: \(failure)\n".utf8))
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }

  private static func requireCommand(_ word: String?) throws {
    guard let word, !word.hasPrefix("-"), word != "help" else { return }
    let known = configuration.subcommands.map { $0._commandName }
    guard !known.contains(word) else { return }
    let near = nearest(to: word, among: known)
    throw Failure(
      near.map { say(.unknownCommandNear, ["query": word, "near": $0]) }
        ?? say(.unknownCommand, ["query": word]))
  }
}
