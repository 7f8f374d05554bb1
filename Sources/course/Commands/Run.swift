import ArgumentParser
import Foundation

/// `course run`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a unit's model, optimised, and run it; with --mine, yours.",
    discussion:
      "`course run 04 --mine` runs the unit with the code of your exercise; its figures are saved there."
  )

  @Argument(help: "The unit's number or name.") var unit: String
  @Argument(parsing: .captureForPassthrough, help: "What the unit itself understands.")
  var arguments: [String] = []

  func run() throws {
    let unit = try Repository().unit(unit)
    // What follows the unit's name is the unit's own, but for this word.
    if arguments.first == "--mine" {
      throw ExitCode(try OwnProgram(unit: unit).run(Array(arguments.dropFirst())))
    }
    let program = try UnitProgram(unit: unit).update()
    try Tool.replaceThisProcess([program.path] + arguments)
  }
}
