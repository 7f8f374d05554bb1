import Foundation

/// What a student means by the words after a command: a unit, and all of its checks or some.
struct Selection {
  let unit: CourseUnit
  let manifest: Manifest
  /// In the manifest's order.
  let checks: [Manifest.Check]

  /// The files of a part of the exercise's checks, in their order; none if it is all of them.
  var files: [String] {
    guard !isWhole else { return [] }
    return checks.compactMap(\.file).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var isWhole: Bool { checks.count == manifest.checks.count }

  init(_ unit: CourseUnit, _ words: [String] = []) throws {
    let manifest = try unit.manifest()
    let chosen = try words.flatMap { word in
      guard let checks = manifest.checks(called: word) else { throw unit.unknown(word, manifest) }
      return checks.map(\.id)
    }
    (self.unit, self.manifest) = (unit, manifest)
    checks = words.isEmpty ? manifest.checks : manifest.checks.filter { chosen.contains($0.id) }
  }

  /// Units by number or name, each followed by checks or files of it; a check or file alone names its unit
  /// itself. No word at all means the unit whose folder this is, else all.
  static func of(_ words: [String], in repository: Repository, command: String) throws
    -> [Selection]
  {
    let units = try repository.units()
    guard let first = words.first else {
      return try (repository.unitOfCurrentFolder().map { [$0] } ?? units).map { try Selection($0) }
    }
    let isUnit = { (word: String) in units.contains { $0.answers(to: word) } }
    if words.count > 1, words.allSatisfy(isUnit) {
      return try words.map { try Selection(repository.unit($0)) }
    }
    if let unit = units.first(where: { $0.answers(to: first) }) {
      return [try Selection(unit, Array(words.dropFirst()))]
    }
    let unit = try repository.unit(ofCheckOrFile: first, among: units, command: command)
    return [try Selection(unit, words)]
  }

  /// What `words` mean where only one unit can be meant: without any, the first unit with an unsolved check.
  static func one(_ words: [String], in repository: Repository, command: String) throws
    -> Selection
  {
    let selections = try of(words, in: repository, command: command)
    guard let first = selections.first else { throw Failure(say(.noUnitsYet)) }
    if words.isEmpty {
      let progress = Progress.load(repository)
      return selections.first { !progress.unsolved($0).isEmpty } ?? first
    }
    guard selections.count == 1 else {
      throw Failure(say(.oneUnitOnly, ["command": command, "number": first.unit.number]))
    }
    return first
  }
}

extension Manifest {
  /// The check of this name, or those of the file of this name; `nil` if there is neither.
  func checks(called word: String) -> [Check]? {
    let name = word.lowercased()
    if let check = checks.first(where: { $0.id.lowercased() == name }) { return [check] }
    let file = URL(fileURLWithPath: word).lastPathComponent.lowercased()
    let found = checks.filter { check in
      guard let own = check.file?.lowercased() else { return false }
      return own == file || own == file + ".swift"
    }
    return found.isEmpty ? nil : found
  }

  /// Everything that ``checks(called:)`` knows.
  var names: [String] { checks.map(\.id) + Set(checks.compactMap(\.file)).sorted() }
}

extension CourseUnit {
  fileprivate func unknown(_ word: String, _ manifest: Manifest) -> Failure {
    let query = URL(fileURLWithPath: word).lastPathComponent
    if let near = nearest(to: query, among: manifest.names) {
      return Failure(say(.unknownCheckNear, ["unit": title, "query": query, "near": near]))
    }
    return Failure(say(.unknownCheck, ["unit": title, "query": query, "number": number]))
  }
}

extension Repository {
  /// The unit in whose exercise or courseware the tool was started.
  func unitOfCurrentFolder() throws -> CourseUnit? {
    let here = FileManager.default.currentDirectoryPath + "/"
    return try units().first { unit in
      [unit.exercise, unit.courseware].contains {
        here.hasPrefix($0.resolvingSymlinksInPath().path + "/")
      }
    }
  }

  fileprivate func unit(ofCheckOrFile word: String, among units: [CourseUnit], command: String)
    throws -> CourseUnit
  {
    // A path says in which unit it is: Exercises/03-Classification/Sources/Sigmoid.swift
    let folders = word.split(separator: "/").dropLast()
    if let unit = units.first(where: { folders.contains(Substring($0.folderName)) }) { return unit }
    let known = try units.filter { try $0.manifest().checks(called: word) != nil }
    if known.count > 1 {
      throw Failure(
        say(
          .inSeveralUnits,
          [
            "query": word, "command": command, "number": known[0].number,
            "known": known.map(\.title).joined(separator: ", "),
          ]))
    }
    if let unit = known.first { return unit }
    let query = URL(fileURLWithPath: word).lastPathComponent
    let names = try units.map(\.name) + units.flatMap { try $0.manifest().names }
    if let near = nearest(to: query, among: names) {
      throw Failure(say(.unknownWordNear, ["query": query, "near": near]))
    }
    throw Failure(say(.unknownWord, ["query": query]))
  }
}
