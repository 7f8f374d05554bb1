import ArgumentParser

/// `course generate`
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make Exercises/ from Courseware/.",
    discussion: "A file that was edited after it was made is not overwritten unless you say so.")

  @Argument(help: "A unit's number or name; all units without it.") var unit: String?
  @Flag(help: "Write nothing; fail if something is stale.") var check = false
  @Flag(help: "Overwrite files that were edited by hand.") var overwrite = false

  func run() async throws {
    var stale = 0
    for unit in try Repository().units(unit) {
      let items = try Exercise(unit).items(.stub)
      let folder = GeneratedFolder(url: unit.exercise)
      let difference = folder.difference(from: items)
      let place = "Exercises/\(unit.folderName)"
      if difference.isEmpty {
        print("\(place): up to date")
      } else if check {
        stale += 1
        let paths = difference.changed + difference.stale
        print("\(place): stale: \(paths.joined(separator: ", "))")
      } else {
        guard overwrite || difference.edited.isEmpty else {
          throw Failure(
            """
            \(place): edited by hand: \(difference.edited.joined(separator: ", ")); nothing was \
            written. With --overwrite these edits are lost.
            """)
        }
        try folder.write(items)
        let removed = difference.stale.isEmpty ? "" : ", \(difference.stale.count) removed"
        print("\(place): \(difference.changed.count) written\(removed)")
      }
    }
    if stale > 0 { throw Failure("run ./course generate and commit Exercises/") }
  }
}
