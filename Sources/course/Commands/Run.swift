import ArgumentParser
import Foundation

/// `course run`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a unit's model, optimised, and run it.")

  @Argument(help: "The unit's number or name.") var unit: String
  @Argument(parsing: .captureForPassthrough, help: "What the unit itself understands.")
  var arguments: [String] = []

  func run() throws {
    let unit = try Repository().unit(unit)
    let program = try UnitProgram(unit: unit).update()
    try Tool.replaceThisProcess([program.path] + arguments)
  }
}
