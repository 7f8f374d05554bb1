import Foundation

/// The files of a unit's exercise, made from its courseware.
struct Exercise {
  let unit: CourseUnit
  let manifest: Manifest

  init(_ unit: CourseUnit) throws {
    self.unit = unit
    manifest = try unit.manifest()
  }

  /// What takes the place of the worked solution.
  enum Sources {
    case stub
    case solution
    case wrong(Manifest.WrongSolution)
  }

  /// The whole package by relative path; `repository` is the way from it to the root.
  func items(_ sources: Sources, repository: String = "../..") throws -> [String: GeneratedItem] {
    if case .wrong(let solution) = sources { try solution.requireFile(of: unit) }
    var items: [String: GeneratedItem] = [:]
    for path in try unit.courseware.filesBelow() {
      let folder = path.prefix { $0 != "/" }
      guard ["Sources", "Tests", "References"].contains(folder), !path.hasSuffix(".py") else {
        continue
      }
      var data = try Data(contentsOf: unit.courseware.appendingPathComponent(path))
      if folder == "Sources", path.hasSuffix(".swift") {
        let text = String(decoding: data, as: UTF8.self)
        data = Data(try source(text, path: path, as: sources).utf8)
      }
      items[path] = .file(data)
    }
    let earlier = try unit.earlier()
    for unit in earlier {
      let root = repository.hasPrefix("/") ? repository : "../\(repository)"
      items["Earlier/\(unit.name)"] = .link("\(root)/Courseware/\(unit.folderName)/Sources")
    }
    let package = ExerciseManifest(unit: unit, earlier: earlier, repository: repository)
    items["Package.swift"] = .file(Data(package.text.utf8))
    let readme = ExerciseReadme(unit: unit, manifest: manifest, files: try studentFiles())
    items["README.md"] = .file(Data(readme.text(in: .english).utf8))
    items["README.ru.md"] = .file(Data(readme.text(in: .russian).utf8))
    return items
  }

  private func source(_ text: String, path: String, as sources: Sources) throws -> String {
    let file = "Courseware/\(unit.folderName)/\(path)"
    let stub = try SolutionRegions.removed(from: text, file: file)
    switch sources {
    case .stub: return stub
    case .solution: return text
    case .wrong(let solution):
      guard path == "Sources/\(solution.file)" else { return text }
      return try solution.applied(to: text, unit: unit)
    }
  }

  /// The files of `Sources/` with a part for the student to write, in the lesson's order, which is that of the checks.
  func studentFiles() throws -> [String] {
    let sources = unit.courseware.appendingPathComponent("Sources")
    let files = try sources.filesBelow().filter { path in
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      // In a repository for students the sources are stubs already.
      return SolutionRegions.exist(in: text) || text.contains("notImplemented()")
    }
    let inOrder = manifest.checks.compactMap(\.file).reduce(into: [String]()) { order, file in
      if !order.contains(file), files.contains(file) { order.append(file) }
    }
    return inOrder + files.filter { !inOrder.contains($0) }
  }
}

extension Manifest.WrongSolution {
  /// - Throws: ``Failure`` if the file is not in the unit.
  func requireFile(of unit: CourseUnit) throws {
    guard unit.courseware.appendingPathComponent("Sources/\(file)").isFile else {
      throw failure("there is no Sources/\(file) for “\(name)”", unit)
    }
  }

  private func failure(_ message: String, _ unit: CourseUnit) -> Failure {
    Failure(message, file: "Courseware/\(unit.folderName)/\(CourseUnit.manifestName)", line: line)
  }

  /// The source with its mistake.
  ///
  /// - Throws: ``Failure`` unless the text to replace occurs exactly once.
  func applied(to source: String, unit: CourseUnit) throws -> String {
    let count = source.ranges(of: find).count
    guard count == 1 else {
      throw failure(
        "the text to find for “\(name)” occurs \(count) times in \(file), not once", unit)
    }
    return source.replacing(find, with: replace)
  }
}
