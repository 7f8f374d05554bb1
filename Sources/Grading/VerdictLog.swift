import Foundation

/// The file in which a run of graded tests leaves a verdict a line for the program that started it.
///
/// Its name is in the environment of the run and not in that of the checks, which are children.
public enum VerdictLog {
  public static let key = "COURSE_VERDICTS"

  /// The verdict on one test.
  public struct Entry: Codable, Sendable {
    public var testID: String
    public var verdict: Verdict
  }

  /// Adds a verdict, if anyone has asked for them.
  public static func append(_ verdict: Verdict, testID: String) {
    guard let path = ProcessInfo.processInfo.environment[key] else { return }
    guard var line = try? JSONEncoder().encode(Entry(testID: testID, verdict: verdict)) else {
      return
    }
    line.append(0x0A)
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(file) }
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  /// The verdicts in the file `path`, by test. Of two verdicts on one test, one is forged, and neither counts.
  public static func read(_ path: String) -> [String: Verdict] {
    Dictionary(entries(path).map { ($0.testID, $0.verdict) }) { _, _ in
      Verdict(.missing, [Finding(.twoVerdicts)])
    }
  }

  /// Tells of each verdict that is added to the file `path`, until the task is cancelled.
  static func follow(_ path: String, _ body: (Entry) -> Void) async {
    var told = 0
    while !Task.isCancelled {
      let entries = entries(path)
      entries.dropFirst(told).forEach(body)
      told = entries.count
      try? await Task.sleep(for: .milliseconds(40))
    }
  }

  private static func entries(_ path: String) -> [Entry] {
    let lines = (FileManager.default.contents(atPath: path) ?? Data()).split(separator: 0x0A)
    return lines.compactMap { try? JSONDecoder().decode(Entry.self, from: $0) }
  }
}
