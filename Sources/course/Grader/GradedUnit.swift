import Foundation

/// A unit as it is graded in this course.
struct GradedUnit: Sendable {
  let exercise: Exercise
  let settings: CourseSettings.UnitSettings
  let hidden: HiddenChecks
  /// The files of the exercise as students got them, by path.
  let handedOut: [String: Data]
  /// Of everything but the submission that a verdict depends on.
  let fingerprint: String

  var unit: CourseUnit { exercise.unit }

  struct Check: Sendable {
    var id: String
    var points: Int
    var isHidden: Bool
  }

  /// Shown checks first, with the points of the settings.
  var checks: [Check] {
    exercise.manifest.checks.map {
      Check(id: $0.id, points: settings.checks[$0.id] ?? $0.points, isHidden: false)
    } + hidden.checks.map { Check(id: $0.id, points: $0.points, isHidden: true) }
  }

  /// - Parameter folder: what the settings' paths are relative to.
  init(_ unit: CourseUnit, settings: CourseSettings, folder: URL, library: String) throws {
    exercise = try Exercise(unit)
    self.settings = settings[unit]
    hidden = try HiddenChecks(in: self.settings.hidden, of: folder)
    handedOut = try exercise.items(.stub).compactMapValues {
      if case .file(let data) = $0 { data } else { nil }
    }
    var fingerprint = Fingerprint()
    fingerprint.add("\(library) \(settings.limits)".utf8)
    for case (let path, .file(let data)) in try exercise.items(.solution).sorted(by: {
      $0.key < $1.key
    }) where path.hasPrefix("Tests/") || path.hasPrefix("References/") {
      fingerprint.add(path.utf8)
      fingerprint.add(data)
    }
    for (path, data) in hidden.files.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(path.utf8)
      fingerprint.add(data)
    }
    fingerprint.add("\(exercise.manifest.checks.map(\.id)) \(hidden.checks.map(\.id))".utf8)
    for earlier in try unit.earlier() {
      fingerprint.add(try Self.fingerprint(of: earlier.courseware).utf8)
    }
    self.fingerprint = fingerprint.hexadecimal
  }

  /// The units of the course that `query` names, or all that the settings name.
  static func all(
    _ query: String?, settings: CourseSettings, folder: URL, repository: Repository
  ) throws -> [GradedUnit] {
    var library = Fingerprint()
    for module in ["CKernels", "Kernels", "NDArray", "CourseKit", "GradedTests", "Grading"] {
      library.add(
        try fingerprint(of: repository.root.appendingPathComponent("Sources/\(module)")).utf8)
    }
    let names = query.map { [$0] } ?? settings.units.map(\.unit)
    return try names.map {
      try GradedUnit(
        repository.unit($0), settings: settings, folder: folder, library: library.hexadecimal)
    }
  }

  /// Of the sources in a folder.
  private static func fingerprint(of folder: URL) throws -> String {
    var fingerprint = Fingerprint()
    for path in try folder.filesBelow()
    where [".swift", ".c", ".h"].contains(where: path.hasSuffix) {
      fingerprint.add(path.utf8)
      fingerprint.add(try Data(contentsOf: folder.appendingPathComponent(path)))
    }
    return fingerprint.hexadecimal
  }
}

extension SubmittedExercise {
  /// Of what the verdicts depend on, and the notes.
  func fingerprint(for unit: GradedUnit) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add("\(unit.fingerprint) \(problem ?? "") \(remarks) \(notes)".utf8)
    for (path, data) in sources.merging(figures, uniquingKeysWith: { $1 })
      .sorted(by: { $0.key < $1.key })
    {
      fingerprint.add("\(path) \(data.count)".utf8)
      fingerprint.add(data)
    }
    return fingerprint.hexadecimal
  }
}
