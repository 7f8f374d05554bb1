import Foundation

/// The line on which the process of a check proves to the one that judges it that the check started, and how it
/// ended.
///
/// A pair of connected sockets. The judge puts a random secret in; the trait `.graded` takes it out before the
/// body of the check runs, and what it reports counts only with that secret. It is not in the environment, the
/// arguments or a file, and a socket cannot be opened a second time through `/proc`.
struct CheckChannel: Sendable {
  /// What the process proved.
  struct Evidence: Sendable, Equatable {
    var started = false
    /// The number of issues with which the check ended; `nil` if it did not.
    var issues: Int?
  }

  /// The child's end, to be handed to it and closed here.
  let childEnd: Int32
  private let end: Int32
  private let secret: String

  init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw SpawnError(executable: "a pair of sockets", code: errno)
    }
    (end, childEnd) = (ends[0], ends[1])
    secret = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    _ = secret.withCString { send(end, $0, strlen($0), 0) }
  }

  func close() {
    Glibc.close(end)
    Glibc.close(childEnd)
  }

  /// What has come in on the check `testID`. A message without the secret says nothing, and one that repeats
  /// another takes it back: there is one start and one end.
  func evidence(on testID: String) -> Evidence {
    var evidence = Evidence()
    var ends = 0
    while let message = Self.receive(from: end) {
      guard message.hasPrefix(secret) else { continue }
      let words = message.dropFirst(secret.count).split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[1] == testID else { continue }
      if words[0] == "started" {
        evidence.started = true
      } else {
        ends += 1
        evidence.issues = ends == 1 ? Int(words[0]) : nil
      }
    }
    return evidence
  }

  fileprivate static func receive(from socket: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}

/// The check's end of its ``CheckChannel``. Whoever holds it can say that the check ended well, so it is kept in a
/// local variable of the trait and nowhere else.
public struct CheckProof: Sendable {
  private let secret: String
  private let socket: Int32

  /// Takes the secret, which can be done once, and hides the line from programs that the check starts.
  init(socket: Int32) {
    self.socket = socket
    secret = CheckChannel.receive(from: socket) ?? ""
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
  }

  /// The body of the check is about to run.
  public func started(_ testID: String) { say("started \(testID)") }

  /// The body of the check came to its end, and so many issues were recorded.
  public func ended(_ testID: String, issues: Int) { say("\(issues) \(testID)") }

  private func say(_ message: String) {
    let text = secret + message
    _ = text.withCString { send(socket, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
  }
}
