import ArgumentParser

/// A form in which results are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, feedback, gradescope, exercism, classroom50, junit, all

  /// Every format but ``all``.
  static var each: [ReportFormat] { allCases.filter { $0 != .all } }

  /// The files of the format by their path in the results' folder.
  func files(of book: Gradebook, units: [GradedUnit]) throws -> [String: String] {
    switch self {
    case .csv: return GradeTables(book: book).files
    case .feedback:
      return Dictionary(
        uniqueKeysWithValues: book.students.flatMap { student in
          let feedback = Feedback(student: student, course: book.title)
          let name = ResultsFolder.fileName(student.student)
          return [
            ("feedback/\(name).md", feedback.markdown),
            ("feedback/\(name).html", feedback.html),
          ]
        })
    case .gradescope:
      return try perStudent(book, "gradescope", "json") { try GradescopeResults($0).json() }
    case .exercism:
      return try perUnit(book, units, "exercism") { unit, score in
        try ExercismResults(score, tests: unit.exercise.testSources()).json()
      }
    case .classroom50:
      return try perUnit(book, units, "classroom50") { _, score in
        try ClassroomResults(score).json()
      }
    case .junit:
      return perStudent(book, "junit", "xml") { JUnitReport(student: $0).xml }
    case .all:
      return try Self.each.reduce(into: [:]) { files, format in
        files.merge(try format.files(of: book, units: units)) { $1 }
      }
    }
  }

  private func perStudent(
    _ book: Gradebook, _ folder: String, _ ending: String,
    _ text: (StudentScore) throws -> String
  ) rethrows -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try book.students.map {
        ("\(folder)/\(ResultsFolder.fileName($0.student)).\(ending)", try text($0))
      })
  }

  private func perUnit(
    _ book: Gradebook, _ units: [GradedUnit], _ folder: String,
    _ text: (GradedUnit, UnitScore) throws -> String
  ) rethrows -> [String: String] {
    var files: [String: String] = [:]
    for student in book.students {
      let name = ResultsFolder.fileName(student.student)
      for (unit, score) in zip(units, student.units) {
        let path = "\(folder)/\(name)/\(unit.unit.folderName).json"
        files[path] = try text(unit, score)
      }
    }
    return files
  }
}
