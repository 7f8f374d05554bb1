import Foundation

/// Runs files of cases in worker processes, so that a case at which the library stops the program costs
/// that case and no other.
///
/// A worker runs the cases of one stretch of the file in order and writes a line for each. When it dies, the
/// case it was at was refused, and a new worker goes on behind it.
public struct Runner: Sendable {
  /// A program that calls ``work(on:from:to:)`` when its first argument is `--worker`.
  public let executable: URL
  /// Whether every case is run with its operands in every layout.
  public let layouts: Bool
  /// How many cases a worker is given.
  private let stretch = 250

  public init(executable: URL, layouts: Bool = false) {
    (self.executable, self.layouts) = (executable, layouts)
  }

  /// The verdicts on all cases of a file, in its order.
  public func run(_ path: String) throws -> [Verdict] {
    let text = try Data(contentsOf: URL(fileURLWithPath: path))
    let lines = Runner.lines(of: text)
    let starts = Array(stride(from: 0, to: lines.count, by: stretch))
    let results = Shared([[Verdict]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { i in
      let part = lines[starts[i]..<min(starts[i] + stretch, lines.count)]
      let verdicts = self.verdicts(on: Array(part), of: path, text)
      results.change { $0[i] = verdicts }
    }
    return results.value.flatMap { $0 }
  }

  /// The places of the lines that are not empty.
  private static func lines(of text: Data) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (i, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      if i > start { lines.append(start..<i) }
      start = i + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  private func verdicts(on lines: [Range<Int>], of path: String, _ text: Data) -> [Verdict] {
    var verdicts: [Verdict] = []
    while verdicts.count < lines.count {
      let end = worker(path, from: lines[verdicts.count].lowerBound, to: lines.last!.upperBound)
      verdicts += end.verdicts
      if verdicts.count < lines.count {
        let line = String(decoding: text[lines[verdicts.count]], as: UTF8.self)
        verdicts.append(Runner.verdict(on: line, end))
      }
    }
    return verdicts
  }

  /// The verdict on the case at which a worker died.
  private static func verdict(on line: String, _ end: WorkerEnd) -> Verdict {
    do {
      let test = try Case(line: line)
      // A stop without the library's own message is a crash, not a refusal.
      guard let message = end.message else {
        return Verdict(test.id, .fail, got: .string(end.errors), why: "crashed")
      }
      return test.refused(message)
    } catch {
      return Verdict(String(line.prefix(40)), .fail, why: "\(error)")
    }
  }

  /// How a worker ended.
  private struct WorkerEnd {
    var verdicts: [Verdict]
    var errors: String

    /// What the library said when it stopped the program.
    var message: String? {
      guard let start = errors.range(of: "NDArray:0: Fatal error: ") else { return nil }
      return errors[start.upperBound...].split(separator: "\n").first.map(String.init)
    }
  }

  private func worker(_ path: String, from start: Int, to end: Int) -> WorkerEnd {
    let process = Process()
    process.executableURL = executable
    process.arguments =
      ["--worker", path, String(start), String(end)] + (layouts ? ["--layouts"] : [])
    process.environment = ProcessInfo.processInfo.environment.merging([
      "SWIFT_BACKTRACE": "enable=no", "OPENBLAS_NUM_THREADS": "1",
    ]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { return WorkerEnd(verdicts: [], errors: "\(error)") }
    let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // A last line without an end was cut off by the worker's death.
    return WorkerEnd(
      verdicts: lines.split(separator: "\n").compactMap { try? Verdict(line: $0) }, errors: message)
  }
}

// MARK: - The worker

extension Runner {
  /// Runs the cases in a stretch of a file in this process and prints a line for each. A case has a minute.
  public static func work(on path: String, from start: Int, to end: Int, layouts: Bool) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    try file.seek(toOffset: UInt64(start))
    let text = try file.read(upToCount: end - start) ?? Data()
    for line in text.split(separator: UInt8(ascii: "\n")) {
      alarm(60)
      let line = String(decoding: line, as: UTF8.self)
      let verdict: Verdict
      do {
        let test = try Case(line: line)
        verdict = layouts ? test.runOnEveryLayout() : test.run()
      } catch {
        verdict = Verdict(String(line.prefix(40)), .fail, why: "\(error)")
      }
      FileHandle.standardOutput.write(Data((verdict.line + "\n").utf8))
    }
  }
}

/// A value that several threads change.
private final class Shared<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var stored: Value

  init(_ value: Value) { stored = value }

  var value: Value { lock.withLock { stored } }

  func change(_ body: (inout Value) -> Void) { lock.withLock { body(&stored) } }
}
