import Foundation

/// What `course.yaml` says of a course that is being taught: points, deadlines, hidden checks, limits.
struct CourseSettings: Sendable, Equatable {
  static let fileName = "course.yaml"

  var title = "Course"
  var timeZone = TimeZone.gmt
  var limits = GradingLimits()
  /// The units that are graded, in order.
  var units: [UnitSettings] = []

  /// What is set for one unit.
  struct UnitSettings: Sendable, Equatable {
    /// The unit's name.
    var unit: String
    /// What a full solution is worth; the sum of the checks' points where it is not said.
    var points: Double?
    var deadline: Date?
    var late = LatePolicy()
    /// The folder of the hidden checks, relative to the settings.
    var hidden: String?
    /// Points that differ from the unit's manifest, by check.
    var checks: [String: Int] = [:]
  }

  /// Every unit of the course, as its manifest says.
  init(allOf repository: Repository) throws {
    units = try repository.units().map { UnitSettings(unit: $0.name) }
  }

  /// The settings in `file`, or those of a course without any.
  ///
  /// - Throws: ``Failure`` at the line that is wrong.
  init(at file: URL?, repository: Repository) throws {
    let place = file ?? repository.root.appendingPathComponent(Self.fileName)
    guard file != nil || place.isFile else {
      try self.init(allOf: repository)
      return
    }
    guard let data = FileManager.default.contents(atPath: place.path) else {
      throw Failure("there is no file \(place.path)")
    }
    try self.init(
      yaml: String(decoding: data, as: UTF8.self), file: place.lastPathComponent,
      repository: repository)
  }

  init(yaml: String, file: String, repository: Repository) throws {
    let root = try Field(yaml: yaml, file: file, name: "the settings")
    let fields = try root.fields(
      ["title", "time-zone", "late", "limits", "units"],
      optional: ["title", "time-zone", "late", "limits"])
    title = try fields["title"]?.text() ?? title
    if let field = fields["time-zone"] {
      guard let zone = TimeZone(identifier: try field.text()) else {
        throw field.failure(
          "there is no time zone “\(try field.text())”; for example Europe/Berlin")
      }
      timeZone = zone
    }
    if let field = fields["limits"] { limits = try GradingLimits(field) }
    let late = try fields["late"].map(LatePolicy.init) ?? LatePolicy()
    let zone = timeZone
    units = try fields["units"]!.list().map { field in
      try UnitSettings(field, late: late, timeZone: zone, repository: repository)
    }
    for (index, field) in try fields["units"]!.list().enumerated() {
      guard !units[..<index].contains(where: { $0.unit == units[index].unit }) else {
        throw field.failure("a second entry for \(units[index].unit)")
      }
    }
  }

  subscript(unit: CourseUnit) -> UnitSettings {
    units.first { $0.unit == unit.name } ?? UnitSettings(unit: unit.name)
  }
}

extension CourseSettings.UnitSettings {
  fileprivate init(
    _ field: Field, late: LatePolicy, timeZone: TimeZone, repository: Repository
  ) throws {
    let fields = try field.fields(
      ["unit", "points", "deadline", "late", "hidden", "checks"],
      optional: ["points", "deadline", "late", "hidden", "checks"])
    let course: CourseUnit
    do {
      course = try repository.unit(try fields["unit"]!.text())
    } catch let failure as Failure where failure.line == nil {
      throw fields["unit"]!.failure(failure.message)
    }
    unit = course.name
    points = try fields["points"]?.number(in: 0...100_000)
    deadline = try fields["deadline"]?.date(in: timeZone)
    self.late = try fields["late"].map(LatePolicy.init) ?? late
    hidden = try fields["hidden"]?.text()
    if let field = fields["checks"] {
      let known = try course.manifest().checks.map(\.id)
      for (key, value) in try field.pairs() {
        let id = try key.text()
        guard known.contains(id) else {
          throw key.failure("\(course.title) has no check “\(id)”")
        }
        checks[id] = try value.integer(in: 0...1000)
      }
    }
  }
}

extension Field {
  /// `2026-10-12 23:59`
  fileprivate func date(in zone: TimeZone) throws -> Date {
    let text = try text()
    let format = Date.VerbatimFormatStyle(
      format:
        "\(year: .padded(4))-\(month: .twoDigits)-\(day: .twoDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
      timeZone: zone, calendar: Calendar(identifier: .gregorian))
    guard text.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d/) != nil,
      let date = try? Date(text, strategy: format.parseStrategy)
    else { throw failure("\(name) must be a time like 2026-10-12 23:59") }
    return date
  }
}

/// What grading one submission may use.
struct GradingLimits: Sendable, Equatable {
  /// The time limit of every check is multiplied by it.
  var timeFactor = 1.0
  /// Processes and threads of one check.
  var processes = 256
  /// Seconds of the processor for one step of compiling.
  var compileSeconds = 120.0
  var compileMegabytes = 4096
  /// Seconds that all checks of a submission together may pass without computing.
  var sleepSeconds = 60.0
  var files = SubmissionTree.Limits()

  init() {}

  fileprivate init(_ field: Field) throws {
    let keys = [
      "time-factor", "processes", "compile-seconds", "compile-megabytes", "sleep-seconds", "files",
      "file-kilobytes", "total-megabytes",
    ]
    let fields = try field.fields(keys, optional: Set(keys))
    timeFactor = try fields["time-factor"]?.number(in: 0.1...100) ?? timeFactor
    processes = try fields["processes"]?.integer(in: 16...100_000) ?? processes
    compileSeconds = try fields["compile-seconds"]?.number(in: 1...3600) ?? compileSeconds
    compileMegabytes =
      try fields["compile-megabytes"]?.integer(in: 500...1_000_000)
      ?? compileMegabytes
    sleepSeconds = try fields["sleep-seconds"]?.number(in: 1...36_000) ?? sleepSeconds
    files.count = try fields["files"]?.integer(in: 1...1_000_000) ?? files.count
    files.file =
      try fields["file-kilobytes"].map { try $0.integer(in: 1...1_000_000) * 1000 }
      ?? files.file
    files.total =
      try fields["total-megabytes"].map { try $0.integer(in: 1...10_000) * 1_000_000 }
      ?? files.total
    files.archive = files.total
  }
}
