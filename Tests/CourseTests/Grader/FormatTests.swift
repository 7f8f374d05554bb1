import Foundation
import FoundationXML
import Grading
import Testing

@testable import course

/// Every format, of three students with every kind of verdict, held against its schema.
@Suite struct FormatTests {
  /// Keeps the folders of a test until it ends.
  private final class Keeper {
    var fixtures: [GraderFixture] = []
  }

  private let keeper = Keeper()

  /// Stored results without grading.
  private func book(
    overrides: String? = nil, times: String? = nil, settings yaml: String = GraderFixture.yaml
  ) throws -> (book: Gradebook, units: [GradedUnit]) {
    let fixture = try GraderFixture(settings: yaml)
    keeper.fixtures.append(fixture)
    let units = try fixture.units()
    let long = String(repeating: "long <words> & \u{1B}[31m \"quotes\" | `code`\n", count: 3000)
    let failures: [Verdict] = [
      Verdict(.wrong, [Finding("expected 1, got 2", at: Place(file: "Tests/A.swift", line: 3))]),
      Verdict(
        .trapped, [Finding("index out of range", at: Place(file: "Sources/B.swift", line: 7))]),
      Verdict(.timedOut, [Finding(.timedOut, ["seconds": "1"])]), Verdict(.wrong, [Finding(long)]),
    ]
    try store("ada", in: fixture, units) { _ in Verdict(.passed, seconds: 0.25) }
    try store("=cmd(), \"grace\"", in: fixture, units) {
      $0 < 4 ? failures[$0] : Verdict(.wrong, [Finding("a hidden secret")])
    }
    try store("zoë", in: fixture, units, problem: "there is no Sources <in it>") { _ in
      Verdict(.missing, [Finding("there is no Sources <in it>")])
    }
    if let overrides { try Data(overrides.utf8).write(to: fixture.results.overrides) }
    if let times { try Data(times.utf8).write(to: fixture.results.times) }
    let book = try Gradebook(fixture.results, settings: fixture.settings, units: units)
    return (book, units)
  }

  /// The same results, with their folder.
  private func graded() throws -> (fixture: GraderFixture, units: [GradedUnit]) {
    let units = try book().units
    return (try #require(keeper.fixtures.last), units)
  }

  private func store(
    _ student: String, in fixture: GraderFixture, _ units: [GradedUnit], problem: String? = nil,
    _ verdict: (Int) -> Verdict
  ) throws {
    var record = GradeRecord(student: student)
    for unit in units {
      record.units[unit.unit.folderName] = GradeRecord.Unit(
        fingerprint: "f", problem: problem, notes: ["a note for the staff"],
        checks: unit.checks.enumerated().map {
          .init(id: $1.id, isHidden: $1.isHidden, verdict: verdict($0))
        }, gradedAt: Date(timeIntervalSince1970: 1_790_000_000), seconds: 1.5)
    }
    try fixture.results.store(record)
  }

  @Test(arguments: [ReportFormat.gradescope, .exercism, .classroom50])
  func jsonIsAsItsSchemaSays(format: ReportFormat) throws {
    let (book, units) = try book()
    let schema = try JSONSchema(format.rawValue)
    let files = try format.files(of: book, units: units)
    #expect(files.count == (format == .gradescope ? 3 : 6))
    for (path, json) in files {
      #expect(try schema.violations(of: json) == [], "\(path)")
      #expect(!json.contains("a note for the staff") && !json.contains("a hidden secret"))
    }
    // The schema is one that can be broken.
    let broken = try #require(files.values.first).replacing("\"tests\"", with: "\"test\"")
    #expect(try schema.violations(of: broken) != [])
  }

  @Test func gradescopeHidesWhatIsHidden() throws {
    let (book, units) = try book()
    let json = try ReportFormat.gradescope.files(of: book, units: units)["gradescope/ada.json"]
    let results = try JSONDecoder().decode(JSONValue.self, from: Data((json ?? "").utf8))
    guard case .object(let root) = results, case .array(let tests) = root["tests"] else {
      Issue.record("no tests")
      return
    }
    #expect(root["score"] == .number(20))
    let names = tests.compactMap { if case .object(let test) = $0 { test["name"] } else { nil } }
    #expect(names.contains(.string("03 Signs: hidden check 1")))
    #expect(!(json ?? "").contains("ofTen"))
  }

  @Test func exercismTellsTheCodeOfATest() throws {
    let (book, units) = try book()
    let files = try ReportFormat.exercism.files(of: book, units: units)
    let passed = try #require(files["exercism/ada/03-Signs.json"])
    #expect(passed.contains("@Test func ofFive() { #expect(sign(5) == 1) }"))
    #expect(passed.contains("\"status\" : \"pass\""))
    #expect(files["exercism/zoë/03-Signs.json"]?.contains("\"status\" : \"error\"") == true)
    let several = """
      @Suite struct A {
        @Test("of two")
        func ofTwo() {
          if true {
          }
        }
      }
      """
    #expect(
      ExercismResults.code(of: "ofTwo", in: [several])
        == "  @Test(\"of two\")\n  func ofTwo() {\n    if true {\n    }\n  }")
  }

  @Test func junitIsWellFormedAndCounted() throws {
    let (book, units) = try book()
    let files = try ReportFormat.junit.files(of: book, units: units)
    for (path, xml) in files {
      let suites = try JUnitReader(xml)
      #expect(suites.problems == [], "\(path)")
    }
    let grace = try JUnitReader(try #require(files["junit/=cmd(), \"grace\".xml"]))
    #expect(grace.cases == 6)
    #expect(grace.failures == 4 && grace.errors == 2)
  }

  @Test func csvIsReadBackAndComputesNothing() throws {
    let (book, units) = try book()
    let files = try ReportFormat.csv.files(of: book, units: units)
    let grades = try CSV.rows(of: #require(files["grades.csv"])).map(\.fields)
    #expect(grades.map { $0[0] } == ["student", "'=cmd(), \"grace\"", "ada", "zoë"])
    #expect(grades[2] == ["ada", "20", "20", "15", "15", "", "5", "5", ""])
    #expect(Set(grades.map(\.count)) == [9])
    let checks = try CSV.rows(of: #require(files["checks.csv"])).map(\.fields)
    #expect(checks.count == 1 + 3 * 6)
    #expect(Set(checks.map(\.count)) == [10])
    let staff = try #require(files["staff.csv"])
    #expect(try CSV.rows(of: staff).count == 1 + 3 * 2 + 2)
  }

  @Test func feedbackTellsTheStudentAndNoMore() throws {
    let (book, units) = try book()
    let files = try ReportFormat.feedback.files(of: book, units: units)
    #expect(files.count == 6)
    for text in files.values {
      #expect(!text.contains("a note for the staff") && !text.contains("a hidden secret"))
      #expect(!text.contains("ofTen"))
    }
    let ada = try #require(files["feedback/ada.md"])
    #expect(ada.contains("20 of 20 points"))
    #expect(
      ada.contains("Besides these there are 1 hidden checks, worth 5 points: 1 passed, 5 points."))
    let html = try #require(files["feedback/=cmd(), \"grace\".html"])
    #expect(html.contains("long &lt;words&gt; &amp; ?[31m"))
    #expect(!html.contains("<words>"))
    #expect(try #require(files["feedback/zoë.md"]).contains("there is no Sources &lt;in it&gt;"))
  }

  @Test func theAutograderHasItsScriptsAtTheRoot() throws {
    let fixture = try GraderFixture()
    let archive = GradescopeAutograder(
      repository: fixture.repository, unit: try fixture.fixture.unit("Signs"), swift: "6.2.1",
      extra: ["course.yaml": Data(GraderFixture.yaml.utf8)])
    let file = fixture.repository.root.appendingPathComponent("autograder.zip")
    try archive.data().write(to: file)
    let tree = try Submission(student: "a", url: file).tree(limits: .init())
    for (script, text) in [
      ("setup.sh", "bubblewrap"), ("setup.sh", "swiftly install 6.2.1"),
      ("run_autograder", ". /autograder/source/environment"),
      ("run_autograder", "cp -r /autograder/submission"),
      ("run_autograder", "student.json\" /autograder/results/results.json"),
    ] {
      let data = try #require(tree.files[script])
      #expect(String(decoding: data, as: UTF8.self).contains(text))
      let place = fixture.repository.root.appendingPathComponent(script)
      try data.write(to: place)
      #expect(try Tool.capture(["bash", "-n", place.path]).status == 0)
    }
    #expect(tree.files["repository/Courseware/03-Signs/Sources/Signs.swift"] != nil)
    #expect(tree.files["repository/course.yaml"] == Data(GraderFixture.yaml.utf8))
  }

  /// Of the real repository: whatever its manifest names is in the archive.
  @Test func theAutograderHasWhatItsManifestNames() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let repository = Repository(root: root)
    let archive = GradescopeAutograder(
      repository: repository, unit: try #require(try repository.units().first), swift: "6.2.1",
      extra: [:])
    let limits = SubmissionTree.Limits(
      file: 100_000_000, total: 1_000_000_000, count: 100_000, archive: 1_000_000_000)
    var tree = SubmissionTree(limits: limits)
    try ZipArchive.read(try archive.data(), into: &tree)
    let manifest = String(
      decoding: try #require(tree.files["repository/Package.swift"]), as: UTF8.self)
    let targets = manifest.matches(
      of: /\.(?:t|executableT|testT|systemL)[a-zA-Z]*\(\s*name: "(\w+)"/)
    #expect(targets.count >= 6)
    for target in targets {
      #expect(
        tree.files.keys.contains { $0.hasPrefix("repository/Sources/\(target.1)/") }, "\(target.1)")
    }
    #expect(!manifest.contains("path: \"Tests") && !manifest.contains("Unit(\"0"))
  }

  @Test func zeroPointsAreZeroAndOverridesSurvive() throws {
    let overrides = """
      student,unit,check,points,comment
      zoë,Signs,ofFive,1,"shown in the office, fine"
      zoë,Sums,,2.5,
      """
    let late = try #require(try book(overrides: overrides).book.students.last)
    #expect(late.units[0].points == 1)
    #expect(late.units[0].checks[0].sentences == ["shown in the office, fine"])
    #expect(late.units[1].points == 2.5)
    let without = try #require(try book().book.students.last)
    #expect(without.points == 0 && without.possible == 20)
  }

  @Test(
    arguments: [
      (
        "zoë,Signs,ofNone,1,",
        "overrides.csv:2: 03 Signs has no check “ofNone”"
      ),
      ("zoë,Sines,ofFive,1,", "overrides.csv:2: there is no unit “Sines”; did you mean Signs?"),
      ("zöe,Signs,ofFive,1,", "overrides.csv:2: there is no student “zöe”; did you mean zoë?"),
      ("zoë,Signs,ofFive,10,", "overrides.csv:2: 10 points, but ofFive is worth 1"),
      (
        "zoë,Signs,,100,",
        "overrides.csv:2: 100 points, but all checks of 03 Signs together are worth 15"
      ),
      (
        "zoë,Signs,ofFive,1,\"fine",
        "overrides.csv:2: the quotation mark that begins here does not end"
      ),
      ("zoë,Signs,ofFive,-1,", "overrides.csv:2: “-1” is no number of points"),
      ("zoë,Signs,ofFive", "overrides.csv:2: 3 fields, not 5"),
      (
        "zoë,Signs,ofFive,1,\nzoë,03,ofFive,1,",
        "overrides.csv:3: a second line for zoë, Signs, ofFive"
      ),
    ])
  func mistakesInOverridesAreToldWithTheirLine(row: String, message: String) {
    let failure = #expect(throws: Failure.self) {
      try book(overrides: "student,unit,check,points,comment\n\(row)\n")
    }
    #expect(failure?.description == message)
  }

  /// As Excel writes them: with a byte-order mark, semicolons, decimal commas, empty cells, in UTF-16.
  @Test func tablesOfASpreadsheetAreUnderstood() throws {
    let text =
      "Student;Unit;Check;Points;Comment\r\nzoë;Sums; ;2,5;fine\r\n;;;;\r\nada;Signs;ofFive;0;;;\r\n"
    let utf16 = try #require(text.data(using: .utf16))
    let tables = [
      Data(text.utf8), Data("\u{FEFF}\(text)".utf8), Data("sep=;\r\n\(text)".utf8), utf16,
      Data(text.replacing(";", with: "\t").utf8),
    ]
    for data in tables {
      let (fixture, units) = try graded()
      try data.write(to: fixture.results.overrides)
      let book = try Gradebook(fixture.results, settings: fixture.settings, units: units)
      let student = try #require(book.students.first { $0.student == "zoë" })
      #expect(student.units[1].earned == 2.5 && student.units[1].comment == "fine")
    }
    let (fixture, units) = try graded()
    try Data([0x0A, 0xE9, 0x0A]).write(to: fixture.results.overrides)
    let failure = #expect(throws: Failure.self) {
      try Gradebook(fixture.results, settings: fixture.settings, units: units)
    }
    #expect(failure?.description.hasPrefix("overrides.csv:2: is no text in UTF-8") == true)
    try Data("student,submitted\nzoe,2026-10-12T23:59:00+02:00\n".utf8)
      .write(to: fixture.results.times)
    try FileManager.default.removeItem(at: fixture.results.overrides)
    let book = try Gradebook(fixture.results, settings: fixture.settings, units: units)
    #expect(book.warnings == ["times.csv:2: nobody called “zoe” was graded"])
  }

  @Test(
    arguments: [
      ("2026-10-12T23:59:00+02:00", 10.0), ("2026-10-13T00:04:00+02:00", 10.0),
      ("2026-10-13T00:30:00+02:00", 9.0), ("2026-10-14T12:00:00+02:00", 8.0),
      ("2026-10-17T12:00:00+02:00", 5.0), ("2026-11-01T12:00:00+02:00", 0.0),
    ])
  func latenessCostsWhatTheSettingsSay(submitted: String, points: Double) throws {
    let yaml = """
      time-zone: Europe/Berlin
      late: {grace: 10 min, per-day: 10 %, at-most: 50, closed-after: 7 days}
      units:
        - {unit: Signs, points: 10, deadline: 2026-10-12 23:59}
      """
    let (book, _) = try book(
      times: "student,submitted\nada,\(submitted)\n", settings: yaml)
    let ada = try #require(book.students.first { $0.student == "ada" })
    #expect(ada.points == points)
  }
}

/// Reads JUnit XML and holds its counts against its elements.
private final class JUnitReader: NSObject, XMLParserDelegate {
  private(set) var cases = 0
  private(set) var failures = 0
  private(set) var errors = 0
  private(set) var problems: [String] = []
  private var promised: [String: Int] = [:]
  private var path: [String] = []

  private static let parents = [
    "testsuites": "", "testsuite": "testsuites", "testcase": "testsuite", "failure": "testcase",
    "error": "testcase",
  ]
  private static let attributes = [
    "testsuites": ["name", "tests", "failures", "errors", "skipped", "time"],
    "testsuite": ["name", "tests", "failures", "errors", "skipped", "time"],
    "testcase": ["name", "classname", "time"], "failure": ["message", "type"],
    "error": ["message", "type"],
  ]

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    if !parser.parse() { problems.append("\(String(describing: parser.parserError))") }
    if promised != ["tests": cases, "failures": failures, "errors": errors] {
      problems.append("counts \(promised) are not \(cases), \(failures), \(errors)")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if Self.parents[name] != path.last ?? "" { problems.append("\(name) in \(path)") }
    if Set(Self.attributes[name] ?? []) != Set(attributes.keys) {
      problems.append("attributes of \(name): \(attributes)")
    }
    path.append(name)
    switch name {
    case "testsuites":
      for key in ["tests", "failures", "errors"] { promised[key] = Int(attributes[key] ?? "") }
    case "testcase": cases += 1
    case "failure": failures += 1
    case "error": errors += 1
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { path.removeLast() }
}
