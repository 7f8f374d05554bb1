import Foundation

/// A unit as it is handed out.
struct ReleasedUnit {
  let exercise: Exercise
  let hidden: HiddenChecks
}

/// The repository that students get.
///
/// In it the worked sources of a unit are its stub, so that all of the tool works on it: an exercise can be made
/// again, and there is nothing else to find.
struct StudentRepository {
  let repository: Repository
  let units: [ReleasedUnit]

  private static let files = ["course", "LICENSE", "NOTICE.md", ".gitignore"]
  /// What only the authors need of `Sources/`.
  private static let authors: Set = ["Conformance", "ConformanceTool", "Mutants"]

  /// Writes the repository; what was in the folder before and is not of this tool stays.
  ///
  /// - Throws: ``Failure`` if a solution would go with it.
  func write(to folder: URL) throws {
    for item in ["Sources", "Courseware", "Exercises"] {
      let url = folder.appendingPathComponent(item)
      if url.isFolder { try FileManager.default.removeItem(at: url) }
    }
    for name in Self.files where repository.root.appendingPathComponent(name).isFile {
      try copy(name, to: folder)
    }
    for module in try repository.root.appendingPathComponent("Sources").entries()
    where !Self.authors.contains(module.lastPathComponent) {
      try copy("Sources/\(module.lastPathComponent)", to: folder)
    }
    let manifest = try String(
      contentsOf: repository.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let released = ReleasedManifest { folder.appendingPathComponent($0).isFolder }
    try write(released.text(of: manifest), to: "Package.swift", in: folder)
    try write(readme, to: "README.md", in: folder)

    let search = try SolutionSearch(units.map(\.exercise))
    let names = Set(units.map(\.exercise.unit.name))
    var earlier: [String: CourseUnit] = [:]
    for unit in units {
      try write(unit, to: folder, without: search)
      for needed in try unit.exercise.unit.earlier() where !names.contains(needed.name) {
        earlier[needed.name] = needed
      }
    }
    for unit in earlier.values {
      try copy("Courseware/\(unit.folderName)/Sources", to: folder)
      try write(
        unit.released(nil), to: "Courseware/\(unit.folderName)/unit.yaml", in: folder)
      try copy("Courseware/\(unit.folderName)/Tests", to: folder)
    }
    let students = Repository(root: folder.standardizedFileURL)
    for unit in try students.units() where names.contains(unit.name) {
      try GeneratedFolder(url: unit.exercise).write(Exercise(unit).items(.stub))
    }
    try search.requireNone(in: folder)
  }

  private func write(
    _ unit: ReleasedUnit, to folder: URL, without search: SolutionSearch
  ) throws {
    let source = unit.exercise.unit
    let place = "Courseware/\(source.folderName)"
    for case (let path, .file(let data)) in try unit.exercise.items(.stub)
    where ["Sources/", "Tests/", "References/"].contains(where: path.hasPrefix) {
      try write(data, to: "\(place)/\(path)", in: folder)
    }
    for path in try source.courseware.filesBelow() {
      if path.hasSuffix(".png") {
        try copy("\(place)/\(path)", to: folder)
      } else if path.wholeMatch(of: /README(\.\w\w)?\.md/) != nil {
        let lesson = try String(
          contentsOf: source.courseware.appendingPathComponent(path), encoding: .utf8)
        try write(search.redacted(lesson), to: "\(place)/\(path)", in: folder)
      }
    }
    try write(source.released(unit.hidden), to: "\(place)/\(CourseUnit.manifestName)", in: folder)
  }

  private func copy(_ path: String, to folder: URL) throws {
    let target = folder.appendingPathComponent(path)
    let manager = FileManager.default
    try manager.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    if target.isFile { try manager.removeItem(at: target) }
    try manager.copyItem(
      at: repository.root.appendingPathComponent(path).resolvingSymlinksInPath(), to: target)
  }

  private func write(_ text: String, to path: String, in folder: URL) throws {
    try write(Data(text.utf8), to: path, in: folder)
  }

  private func write(_ data: Data, to path: String, in folder: URL) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }

  private var readme: String {
    let rows = units.map { unit in
      let name = unit.exercise.unit.folderName
      return "- [\(name)](Exercises/\(name)/README.md): \(unit.exercise.manifest.title)\n"
    }.joined()
    return """
      # Exercises

      \(rows)
      Open a folder of `Exercises`, write what is `notImplemented()`, and see how far you have come:

      ```sh
      ./course check            # every exercise
      ./course check \(units.first?.exercise.unit.name ?? "")   # one
      ```

      `./course help` lists what else it can do. It needs [Swift](https://www.swift.org/install) 6.2 or later and, on Debian
      or Ubuntu, installs the packages that are missing or says what to type. Hand in your folder `Exercises`: only what
      is in its `Sources` is yours to change; tests and manifests are taken from the instructor's copy.

      """
  }
}

extension CourseUnit {
  /// The manifest without the seeded mistakes and the mutants, which tell the solution, with the number of hidden checks.
  fileprivate func released(_ hidden: HiddenChecks?) throws -> String {
    let text = try String(
      contentsOf: courseware.appendingPathComponent(Self.manifestName), encoding: .utf8)
    var lines: [Substring] = []
    var isForAuthors = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.firstMatch(of: /^[a-z]/) != nil {
        isForAuthors = line.hasPrefix("wrong:") || line.hasPrefix("equivalent:")
      }
      if !isForAuthors { lines.append(line) }
    }
    var result = lines.joined(separator: "\n")
    if let hidden, !hidden.checks.isEmpty {
      let points = hidden.checks.reduce(0) { $0 + $1.points }
      result += (result.hasSuffix("\n") ? "" : "\n")
      result += "hidden: {checks: \(hidden.checks.count), points: \(points)}\n"
    }
    return result
  }
}
