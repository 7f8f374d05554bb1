import Foundation

/// The folder that holds the course.
struct Repository: Sendable {
  let root: URL

  /// The repository that `COURSE_ROOT` names, else the one around the current folder.
  init() throws {
    if let path = ProcessInfo.processInfo.environment["COURSE_ROOT"] {
      root = URL(fileURLWithPath: path)
      return
    }
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    while !folder.appendingPathComponent("Sources/NDArray").isFolder {
      guard folder.path != "/" else {
        throw Failure(say(.notTheCourse))
      }
      folder.deleteLastPathComponent()
    }
    root = folder
  }

  init(root: URL) { self.root = root }

  /// What only building makes.
  var buildFolder: URL { root.appendingPathComponent(".build") }

  /// The units in `Courseware/`, in order: folders named `NN-Name` with a manifest.
  func units() throws -> [CourseUnit] {
    let folder = root.appendingPathComponent("Courseware")
    return try folder.entries().compactMap { entry in
      guard let match = entry.lastPathComponent.wholeMatch(of: /(\d\d)-([A-Za-z]\w*)/),
        entry.appendingPathComponent(CourseUnit.manifestName).isFile
      else { return nil }
      return CourseUnit(number: String(match.1), name: String(match.2), repository: self)
    }
  }

  /// The unit that a person means by `query`: a number or a name, however it is capitalised.
  ///
  /// - Throws: ``Failure`` with the nearest name, or with all of them.
  func unit(_ query: String) throws -> CourseUnit {
    let units = try units()
    if let unit = units.first(where: { $0.answers(to: query) }) { return unit }
    guard !units.isEmpty else { throw Failure(say(.noUnitsYet)) }
    if let near = nearest(to: query, among: units.map(\.name)) {
      throw Failure(say(.unknownUnitNear, ["query": query, "near": near]))
    }
    let known = units.map(\.title).joined(separator: ", ")
    throw Failure(say(.unknownUnit, ["query": query, "known": known]))
  }

  /// The unit that `query` names, or all of them.
  func units(_ query: String?) throws -> [CourseUnit] {
    try query.map { [try unit($0)] } ?? units()
  }
}

/// One unit of the course and where its parts are.
struct CourseUnit: Sendable {
  static let manifestName = "unit.yaml"

  let number: String
  let name: String
  let repository: Repository

  /// `03-Classification`
  var folderName: String { "\(number)-\(name)" }
  /// `03 Classification`
  var title: String { "\(number) \(name)" }
  var courseware: URL { repository.root.appendingPathComponent("Courseware/\(folderName)") }
  var exercise: URL { repository.root.appendingPathComponent("Exercises/\(folderName)") }

  func manifest() throws -> Manifest {
    let path = "Courseware/\(folderName)/\(Self.manifestName)"
    let text = try String(
      contentsOf: courseware.appendingPathComponent(Self.manifestName), encoding: .utf8)
    return try Manifest(yaml: text, file: path)
  }

  /// The units that this one's sources and tests import, and those that these import, in order.
  func earlier() throws -> [CourseUnit] {
    let units = try repository.units()
    var needed: Set<String> = []
    var open = [self]
    while let unit = open.popLast() {
      let imports = try unit.imports()
      for other in units where imports.contains(other.name) && other.name != unit.name {
        guard other.number < unit.number else {
          throw Failure("\(unit.title) imports the later unit \(other.title)")
        }
        if needed.insert(other.name).inserted { open.append(other) }
      }
    }
    return units.filter { needed.contains($0.name) }
  }

  private func imports() throws -> Set<String> {
    var imports: Set<String> = []
    for path in try courseware.filesBelow() where path.hasSuffix(".swift") {
      guard path.hasPrefix("Sources/") || path.hasPrefix("Tests/") else { continue }
      let text = try String(contentsOf: courseware.appendingPathComponent(path), encoding: .utf8)
      for match in text.matches(of: /(?m)^(?:\w+ |@\w+ )*import (\w+)$/) {
        imports.insert(String(match.1))
      }
    }
    return imports
  }

  /// Whether `query` is its number or its name, however it is capitalised.
  func answers(to query: String) -> Bool {
    let query = query.lowercased()
    return query == name.lowercased() || query == folderName.lowercased()
      || Int(query).map { $0 == Int(number) } ?? false
  }
}
