import Foundation

/// An exercise written below `.build/`, with the stub, the solution or a wrong solution for its sources.
///
/// Its variants have the tests and reference values in common, and each slot has sources of its own, so that several can
/// be built and run at the same time.
struct Variant {
  let exercise: Exercise
  private let folder: URL

  init(_ exercise: Exercise) {
    self.exercise = exercise
    let unit = exercise.unit
    folder = unit.repository.buildFolder.appendingPathComponent("variants/\(unit.folderName)")
  }

  /// Writes what has changed since the last variant in this slot.
  func write(_ sources: Exercise.Sources, slot: Int = 0) throws -> ExercisePackage {
    let items = try exercise.items(sources, repository: exercise.unit.repository.root.path)
    let own = items.filter { $0.key.hasPrefix("Sources/") }
    try GeneratedFolder(url: folder).write(items.filter { own[$0.key] == nil })
    let slot = folder.appendingPathComponent("slot-\(slot)")
    try GeneratedFolder(url: slot).write(own)
    return ExercisePackage(
      unit: exercise.unit, folder: folder, sources: slot.appendingPathComponent("Sources"),
      products: slot.appendingPathComponent("build"))
  }
}
