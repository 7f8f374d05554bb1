import Foundation

/// The worked sources of the units that a unit imports, each compiled as a module, optimised as the library is.
struct EarlierUnits {
  let library: SharedLibrary
  private let units: [CourseUnit]

  init(of unit: CourseUnit, library: SharedLibrary) throws {
    self.library = library
    units = try unit.earlier()
  }

  private var folder: URL { library.repository.buildFolder.appendingPathComponent("earlier") }

  /// In their order.
  var objects: [URL] { units.map(object) }

  /// The compiled modules, in their order.
  var modules: [URL] { objects.map(module) }

  /// Changes when one of them does.
  var state: String {
    objects.map { object in
      (try? String(contentsOf: object.appendingPathExtension("inputs"), encoding: .utf8)) ?? ""
    }.joined(separator: " ")
  }

  func compilerArguments() throws -> [String] {
    try library.compilerArguments() + (units.isEmpty ? [] : ["-I", folder.path])
  }

  /// Compiles those that have changed, or whose library or earlier units have.
  func build() throws {
    guard !units.isEmpty else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var inputs = Fingerprint()
    inputs.add(library.state)
    for unit in units {
      let folder = unit.courseware.appendingPathComponent("Sources")
      let sources = try folder.filesBelow().filter { $0.hasSuffix(".swift") }
        .map { folder.appendingPathComponent($0) }
      inputs.add(contentsOf: sources)
      let object = object(unit)
      let result = try BuildStep(product: object, inputs: inputs).run {
        try Compiler.optimising + compilerArguments() + [
          "-module-name", unit.name, "-emit-module", "-emit-module-path", module(object).path,
          "-c", "-o", object.path,
        ] + sources.map(\.path)
      }
      guard result.status == 0 else {
        throw Failure(say(.cannotBuild, ["unit": unit.title, "output": result.output]))
      }
    }
  }

  private func module(_ object: URL) -> URL {
    object.deletingPathExtension().appendingPathExtension("swiftmodule")
  }

  private func object(_ unit: CourseUnit) -> URL {
    folder.appendingPathComponent("\(unit.name).o")
  }
}
