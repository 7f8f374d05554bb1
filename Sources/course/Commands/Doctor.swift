import ArgumentParser

/// `course doctor`
struct Doctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: say(.doctorAbstract), discussion: say(.doctorDiscussion))
  }

  @OptionGroup var language: LanguageOption

  func run() throws {
    let diagnoses =
      CompilerCheckup().diagnoses + PackageCheckup().diagnoses + LibraryCheckup().diagnoses
      + DiskCheckup(repository: try Repository()).diagnoses
    let style = Style.standardOutput
    for diagnosis in diagnoses {
      switch diagnosis.state {
      case .well: print(style.green("  ✓ \(diagnosis.text)"))
      case .optional: print(style.yellow("  ! \(diagnosis.text)"))
      case .ill: print(style.red("  ✗ \(diagnosis.text)"))
      }
      if let mend = diagnosis.mend { print("      " + say(.mend, ["command": mend])) }
    }
    let ill = diagnoses.count { $0.state == .ill }
    print("\n" + (ill == 0 ? say(.doctorWell) : say(.doctorIll, ["count": ill])))
    if ill > 0 { throw ExitCode.failure }
  }
}
