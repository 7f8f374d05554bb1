import Foundation

/// An exercise written below `.build/`, with the stub, the solution or a wrong solution for its sources.
struct Variant {
  let exercise: Exercise
  private let folder: GeneratedFolder

  init(_ exercise: Exercise) {
    self.exercise = exercise
    let unit = exercise.unit
    folder = GeneratedFolder(
      url: unit.repository.buildFolder.appendingPathComponent("variants/\(unit.folderName)"))
  }

  /// Writes what has changed since the last variant of this unit.
  func write(_ sources: Exercise.Sources) throws -> ExercisePackage {
    try folder.write(exercise.items(sources, repository: exercise.unit.repository.root.path))
    return ExercisePackage(unit: exercise.unit, folder: folder.url)
  }
}
