import Foundation

/// Processes that a check started in groups of their own, as Foundation's `Process` does, and left behind.
enum Stray {
  /// Kills every process of this user whose environment holds `mark`, until there is none.
  static func killAll(marked mark: String) {
    let mark = Data(mark.utf8)
    var found = true
    while found {
      found = false
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
        guard let id = pid_t(name), id != getpid(),
          let environment = FileManager.default.contents(atPath: "/proc/\(name)/environ"),
          environment.range(of: mark) != nil
        else { continue }
        found = kill(id, SIGKILL) == 0 || found
      }
    }
  }
}
