import Foundation

/// The user as whom a student's code runs where there is no sandbox and the grader is root, as in a container: nobody,
/// who can read neither the instructor's files nor what others handed in, nor write anywhere but where everybody can.
struct Outsider: Sendable {
  let user: UInt32

  /// One for each room and program; `nil` where the grader is not root and cannot become anybody.
  init?(slot: Int, program: GradedProgram) {
    guard getuid() == 0 else { return nil }
    user = 61_000 + UInt32(2 * (slot % 100)) + (program == .hidden ? 1 : 0)
  }

  /// The group of those who run hidden checks.
  static let hiddenGroup: UInt32 = 61_500

  /// Becomes this user, before the program.
  func arguments(for program: GradedProgram) -> [String] {
    let group = program == .hidden ? Self.hiddenGroup : user
    return [
      "/usr/bin/setpriv", "--reuid", "\(user)", "--regid", "\(group)", "--clear-groups",
      "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--",
    ]
  }

  /// Ends all that this user has left running.
  func leave() {
    var isLeft = true
    while isLeft {
      isLeft = false
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
        var info = stat()
        guard let id = pid_t(name), stat("/proc/\(name)", &info) == 0, info.st_uid == user,
          !isEnded(id)
        else { continue }
        isLeft = kill(id, SIGKILL) == 0 || isLeft
      }
    }
  }

  private func isEnded(_ id: pid_t) -> Bool {
    let status = FileManager.default.contents(atPath: "/proc/\(id)/stat") ?? Data()
    let fields = String(decoding: status, as: UTF8.self).split(separator: ")").last ?? ""
    return fields.hasPrefix(" Z") || fields.isEmpty
  }
}
