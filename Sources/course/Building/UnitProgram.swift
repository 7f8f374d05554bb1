import Foundation

/// The program of a unit's `Run/`, as `swift build` makes it beside the library.
struct UnitProgram {
  let unit: CourseUnit

  private var product: String { "Run\(unit.name)" }
  private var folder: URL { unit.repository.buildFolder.appendingPathComponent("library") }
  private var stateFile: URL { folder.appendingPathComponent("\(product).state") }

  /// Builds it if one of its sources has changed, and says where it is.
  ///
  /// - Throws: ``Failure`` with what the compiler said.
  func update() throws -> URL {
    let repository = unit.repository
    let library = SharedLibrary(repository: repository)
    let program = library.products.appendingPathComponent(product)
    let units = try (unit.earlier() + [unit]).flatMap { unit in
      ["Sources", "Run"].map { "Courseware/\(unit.folderName)/\($0)" }
    }
    let state = try BuildState(
      of: SharedLibrary.paths(in: repository) + units, in: repository.root
    ).fingerprint
    if program.isFile, (try? String(contentsOf: stateFile, encoding: .utf8)) == state {
      return program
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: stateFile)
    try SwiftBuild(repository: repository)
      .run(["--product", product], for: say(.buildingUnit, ["unit": unit.title]))
    try Data(state.utf8).write(to: stateFile, options: .atomic)
    return program
  }
}
