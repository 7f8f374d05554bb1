import ArgumentParser
import Foundation

/// `course list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Name the units.")

  func run() throws {
    for unit in try Repository().units() {
      let manifest = try unit.manifest()
      let name = unit.title.padding(toLength: 24, withPad: " ", startingAt: 0)
      print(
        "\(name)  \(manifest.title) (\(manifest.checks.count) checks, \(manifest.points) points)")
    }
  }
}
