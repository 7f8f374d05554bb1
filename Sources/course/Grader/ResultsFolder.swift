import Foundation

/// The folder `RESULTS`: one stored record a student, the instructor's overrides, and what is written from both.
struct ResultsFolder: Sendable {
  let url: URL

  var students: URL { url.appendingPathComponent("students") }
  var figures: URL { url.appendingPathComponent("figures") }
  /// What only grading needs; taken away at its end.
  var work: URL { url.appendingPathComponent(".work") }
  /// `student,unit,check,points,comment`, written by the instructor and never by this tool.
  var overrides: URL { url.appendingPathComponent("overrides.csv") }
  /// `student,submitted`, by the instructor or the system that collected the submissions.
  var times: URL { url.appendingPathComponent("times.csv") }

  func create() throws {
    try FileManager.default.createDirectory(at: students, withIntermediateDirectories: true)
  }

  /// Keeps another `grade` out of the folder while this process lives.
  ///
  /// - Throws: ``Failure`` if another is in it.
  func lock() throws {
    let file = open(url.appendingPathComponent(".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw Failure("another grading is under way in \(url.path)")
    }
  }

  func record(of student: String) -> GradeRecord? {
    let data = FileManager.default.contents(atPath: place(of: student).path)
    return data.flatMap { try? Self.decoder.decode(GradeRecord.self, from: $0) }
  }

  /// Replaces the record in one step, so that an interruption leaves the old one or the new one.
  func store(_ record: GradeRecord) throws {
    try Self.encoder.encode(record).write(to: place(of: record.student), options: .atomic)
  }

  /// All records, by student.
  func records() throws -> [GradeRecord] {
    try students.entries().filter { $0.pathExtension == "json" }.map { file in
      do {
        return try Self.decoder.decode(GradeRecord.self, from: Data(contentsOf: file))
      } catch {
        throw Failure("\(file.path) is damaged; delete it and grade again")
      }
    }.sorted { $0.student < $1.student }
  }

  private func place(of student: String) -> URL {
    students.appendingPathComponent("\(Self.fileName(student)).json")
  }

  /// A student's name as files and folders of the results bear it.
  static func fileName(_ student: String) -> String { EntryName.short(student) }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }()

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }()
}
