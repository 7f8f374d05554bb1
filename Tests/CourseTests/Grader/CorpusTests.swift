import Foundation
import Testing

@testable import course

/// The grader against the corpus of bad submissions (``CorpusCase``).
@Suite struct CorpusTests {
  @Test func everyRowIsAsExpected() async throws {
    let fixture = try GraderFixture()
    let (listener, port) = try listen()
    defer { close(listener) }
    let cases = CorpusCase.all(
      root: fixture.repository.root, submissions: fixture.submissions, port: port)
    let handedOut = try fixture.handedOut()
    for entry in cases {
      if let archive = entry.archive {
        try archive.data.write(
          to: fixture.submissions.appendingPathComponent(entry.student + archive.ending))
      } else {
        try fixture.handIn(
          entry.student, entry.filesHandedIn(of: handedOut), links: entry.links)
      }
    }
    let before = try state(of: fixture)

    let all = try Submission.all(in: fixture.submissions)
    let outcome = try await fixture.session().grade(all)
    #expect(outcome.graded == cases.map(\.student).sorted())
    try expectRows(of: cases, in: fixture)

    // Nothing is left, nothing was harmed, and the neighbours are untouched.
    #expect(try state(of: fixture) == before)
    #expect(try fixture.results.url.entries().map(\.lastPathComponent) == ["figures", "students"])
    for folder in ["/", "/usr", "/tmp", fixture.repository.root.path] {
      #expect(!URL(fileURLWithPath: folder + "/vandal").isFile)
    }
    #expect(try await processesLeft(of: fixture) == [])

    // Whatever a student is called, there are tables and feedback.
    let book = try Gradebook(
      fixture.results, settings: fixture.settings, units: try fixture.units())
    let reports = try ReportFormat.all.files(of: book, units: try fixture.units())
    for path in reports.keys {
      #expect(path.split(separator: "/").allSatisfy { $0.utf8.count <= 120 }, "\(path)")
    }

    // A second time everything is as it was, by keeping it and by grading again.
    let first = try verdicts(in: fixture)
    let again = try await fixture.session().grade(all)
    #expect(again.graded == [] && again.kept == outcome.graded)
    let hostile = ["fork-bomb", "forged-records", "spy", "kills-parent", "ten-gigabytes", "solved"]
    let regraded = try await fixture.session(forced: true).grade(
      ProcessInfo.processInfo.environment["COURSE_CORPUS_TWICE"] == nil
        ? all.filter { hostile.contains($0.student) } : all)
    #expect(regraded.kept == [])
    #expect(try verdicts(in: fixture) == first)
  }

  private func expectRows(of cases: [CorpusCase], in fixture: GraderFixture) throws {
    let records = try fixture.results.records()
    #expect(records.map(\.student) == cases.map(\.student).sorted())
    for entry in cases {
      let record = try #require(records.first { $0.student == entry.student })
      let signs = try #require(record.units["03-Signs"])
      let sums = try #require(record.units["04-Sums"])
      func expected(_ letters: String) -> [String?] { letters.map { CorpusCase.letters[$0] } }
      func outcomes(_ unit: GradeRecord.Unit) -> [String?] {
        unit.checks.map(\.verdict.outcome.rawValue)
      }
      let sentences = signs.checks.flatMap(\.verdict.sentences)
      #expect(
        outcomes(signs) == expected(entry.signs), "\(entry.student): \(sentences) \(signs.notes)")
      #expect(outcomes(sums) == expected(entry.sums), "\(entry.student)")
      if let note = entry.note {
        #expect(signs.notes.contains { $0.contains(note) }, "\(entry.student): \(signs.notes)")
      } else if entry.archive == nil, entry.removed.isEmpty {
        #expect(signs.notes == [], "\(entry.student)")
      }
      if let told = entry.told {
        #expect(sentences.contains { $0.contains(told) }, "\(entry.student): \(sentences)")
      }
      for sentence in signs.checks.filter({ !$0.isHidden }).flatMap(\.verdict.sentences) {
        #expect(!sentence.contains("/exercise") && !sentence.contains("hidden check has its"))
      }
    }
  }

  /// Every stored verdict without the times.
  private func verdicts(in fixture: GraderFixture) throws -> [String] {
    try fixture.results.records().flatMap { record in
      record.units.sorted { $0.key < $1.key }.flatMap { name, unit in
        unit.checks.map { check in
          "\(record.student) \(name) \(check.id) \(check.verdict.outcome) \(check.verdict.sentences)"
        } + unit.notes
      }
    }
  }

  /// The files of the course and of all submissions, by path.
  private func state(of fixture: GraderFixture) throws -> [String: String] {
    var state: [String: String] = [:]
    for folder in ["Courseware", "Hidden", "submissions"] {
      let url = fixture.repository.root.appendingPathComponent(folder)
      for path in try url.filesBelow() {
        let data = FileManager.default.contents(atPath: url.appendingPathComponent(path).path)
        state["\(folder)/\(path)"] = data.map(Fingerprint.of)
      }
    }
    return state
  }

  /// Processes that see a folder of this fixture mounted; the kernel may take its time to end them.
  private func processesLeft(of fixture: GraderFixture) async throws -> [String] {
    let mark = fixture.repository.root.lastPathComponent
    var left: [String] = []
    for _ in 0..<12_000 {
      left = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { id in
        let mounts = FileManager.default.contents(atPath: "/proc/\(id)/mountinfo")
        return mounts.map { String(decoding: $0, as: UTF8.self).contains(mark) } ?? false
      }
      if left.isEmpty { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return left
  }

  /// A line on which somebody would answer.
  private func listen() throws -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) + Glibc.listen(listener, 8)
          + getsockname(listener, pointer, &size)
      }
    }
    try #require(code == 0)
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }
}
