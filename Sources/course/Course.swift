import ArgumentParser

/// The command-line tool of the course.
@main struct Course: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "A deep-learning course whose exercises grade themselves.",
    subcommands: [
      List.self, Run.self, Check.self, Script.self, Test.self, Generate.self, Verify.self,
    ])
}
