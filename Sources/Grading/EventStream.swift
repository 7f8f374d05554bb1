import Foundation

/// What Swift Testing's event stream (`--event-stream-output-path`, one JSON record a line) tells.
public struct EventStream: Sendable {
  /// A test function that the run knew of.
  public struct Test: Sendable, Equatable {
    /// `Module.Suite/function()/File.swift:10:4`
    public var id: String
    /// What the report calls it.
    public var title: String
    public var isParameterised: Bool
    public var place: Place
  }

  public private(set) var tests: [Test] = []
  /// The run came to its own end.
  public private(set) var ended = false
  private var events: [String: Events] = [:]

  private struct Events {
    var started = false
    var cases = 0
    var ended = false
    var skipped = false
    var findings: [Finding] = []
  }

  /// Reads what there is in `file`, which a dead process may have left half-written.
  public init(contentsOf file: String) {
    self.init(FileManager.default.contents(atPath: file) ?? Data())
  }

  init(_ data: Data) {
    let decoder = JSONDecoder()
    for line in data.split(separator: 0x0A) {
      if let record = try? decoder.decode(Record.self, from: line) { add(record.payload) }
    }
  }

  /// What the stream proves of one test: `nil` if it did not come to its end.
  public func verdict(of id: String) -> Verdict? {
    guard ended, let events = events[id], events.started || events.skipped else { return nil }
    guard events.ended else {
      return events.skipped ? Verdict(.wrong, [Finding(.skipped)]) : nil
    }
    guard events.findings.isEmpty else { return Verdict(.wrong, events.findings) }
    if events.skipped { return Verdict(.wrong, [Finding(.skipped)]) }
    if tests.contains(where: { $0.id == id && $0.isParameterised }), events.cases == 0 {
      return Verdict(.wrong, [Finding(.noCase)])
    }
    return Verdict(.passed)
  }

  /// The test started.
  public func started(_ id: String) -> Bool { events[id]?.started ?? false }

  private mutating func add(_ payload: Record.Payload) {
    let id = payload.testID ?? ""
    switch payload.kind {
    case "function":
      guard let id = payload.id, let location = payload.sourceLocation else { return }
      let title = payload.displayName ?? payload.name ?? id
      tests.append(
        Test(
          id: id, title: title, isParameterised: payload.isParameterized ?? false,
          place: location.place))
    case "testStarted": events[id, default: Events()].started = true
    case "testCaseStarted": events[id, default: Events()].cases += 1
    case "testEnded": events[id, default: Events()].ended = true
    case "testSkipped", "testCancelled", "testCaseCancelled":
      events[id, default: Events()].skipped = true
    case "issueRecorded":
      guard let issue = payload.issue, issue.isFailure ?? true, !issue.isKnown else { return }
      let sentence = ExpectationText.sentence((payload.messages ?? []).map(\.text))
      events[id, default: Events()].findings.append(
        Finding(sentence, at: issue.sourceLocation?.place))
    case "runEnded": ended = true
    default: break
    }
  }

  private struct Record: Decodable {
    var payload: Payload

    struct Payload: Decodable {
      var kind: String
      var id: String?
      var name: String?
      var displayName: String?
      var isParameterized: Bool?
      var sourceLocation: Location?
      var testID: String?
      var issue: Issue?
      var messages: [Message]?
    }

    struct Issue: Decodable {
      var isKnown: Bool
      var isFailure: Bool?
      var sourceLocation: Location?
    }

    struct Message: Decodable {
      var text: String
    }

    struct Location: Decodable {
      var filePath: String?
      var fileID: String
      var line: Int
      var column: Int

      var place: Place { Place(file: filePath ?? fileID, line: line, column: column) }
    }
  }
}
