import Foundation

/// How long a process and all that it has started have been asleep, all of them at the same time.
///
/// The clock tells little: on a busy machine a process that could run waits ten times as long as it runs. But while it
/// waits for a processor it is runnable, and while it waits for a disk it cannot be interrupted; only time in which every
/// thread sleeps is counted here.
struct Sleep {
  private(set) var seconds = 0.0
  private let process: pid_t
  private var last = ContinuousClock.now

  private static let pause = Duration.milliseconds(100)

  init(of process: pid_t) { self.process = process }

  /// Looks at the process again, if it is time to.
  mutating func look() {
    let elapsed = ContinuousClock.now - last
    guard elapsed >= Self.pause else { return }
    last += elapsed
    // Of a longer time, in which this process itself got no processor, nothing is known but its end.
    if !Self.isAwake(process) { seconds += min(elapsed, Self.pause * 2) / .seconds(1) }
  }

  /// Whether a thread of `process` or of a process below it runs, or would if it could.
  static func isAwake(_ process: pid_t) -> Bool {
    let threads = "/proc/\(process)/task"
    for thread in (try? FileManager.default.contentsOfDirectory(atPath: threads)) ?? [] {
      if let state = state("\(threads)/\(thread)/stat"), "RD".contains(state) { return true }
      let children = text("\(threads)/\(thread)/children") ?? ""
      if children.split(separator: " ").compactMap({ pid_t($0) }).contains(where: isAwake) {
        return true
      }
    }
    return false
  }

  /// The letter after the name, which stands in parentheses: `4711 (checks) S …`
  private static func state(_ file: String) -> Character? {
    guard let text = text(file), let end = text.lastIndex(of: ")") else { return nil }
    return text[end...].dropFirst(2).first
  }

  private static func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }
}
