import ArgumentParser

/// A language that the tool speaks to students in.
enum Language: String, CaseIterable, ExpressibleByArgument, Sendable {
  case english = "en"
  case russian = "ru"

  /// The one that messages are in.
  @TaskLocal static var current = Language.english

  /// The language that `--language` among the arguments names, else the locale's, else English.
  static func chosen(by arguments: [String], _ environment: [String: String]) -> Language {
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      let value = argument == "--language" ? next : String(argument.trimmingPrefix("--language="))
      if argument.hasPrefix("--language"), let language = Language(rawValue: value) {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return Language(rawValue: String((locale ?? "").prefix(2))) ?? .english
  }
}

/// `--language`, which each command for students has.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp(say(.languageHelp), valueName: "en|ru")) var language: Language?
}
