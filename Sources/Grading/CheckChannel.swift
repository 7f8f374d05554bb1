import Foundation

/// The line on which the process of a check proves to the one that judges it that the check started, and how it
/// ended.
///
/// A pair of connected sockets. The judge puts a random secret in; the trait `.graded` takes it out before the
/// body of the check runs, and what it reports counts only with that secret. It is not in the environment, the
/// arguments or a file, and a socket cannot be opened a second time through `/proc`. It is 32 bytes that nothing tells
/// from the others in the memory of the process, and whoever sends wrong ones has proved nothing any more: who searches
/// for them has one guess.
struct CheckChannel: Sendable {
  /// What the process proved.
  struct Evidence: Sendable, Equatable {
    var started = false
    /// The number of issues with which the check ended; `nil` if it did not.
    var issues: Int?
    /// Something came in without the secret.
    var isForged = false
  }

  /// The child's end, to be handed to it and closed here.
  let childEnd: Int32
  private let end: Int32
  private let secret: Secret

  init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw SpawnError(executable: "a pair of sockets", code: errno)
    }
    (end, childEnd) = (ends[0], ends[1])
    secret = Secret()
    Self.send(secret, "", to: end)
  }

  func close() {
    Glibc.close(end)
    Glibc.close(childEnd)
  }

  /// What has come in on the check `testID`. A message that repeats another takes it back: there is one start and
  /// one end.
  func evidence(on testID: String) -> Evidence {
    var evidence = Evidence()
    var ends = 0
    while let (secret, message) = Self.receive(from: end) {
      guard secret == self.secret else {
        evidence.isForged = true
        continue
      }
      let words = message.split(separator: " ", maxSplits: 1)
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

  /// Kept in place, not as an object of its own, which its type and length would give away. (Nor as a vector: compiled by
  /// Swift 6.3, an asynchronous function that holds one aligned to 32 bytes frees its memory in the wrong order.)
  fileprivate struct Secret: Equatable {
    var a = UInt64.random(in: .min ... .max)
    var b = UInt64.random(in: .min ... .max)
    var c = UInt64.random(in: .min ... .max)
    var d = UInt64.random(in: .min ... .max)
  }

  fileprivate static func send(_ secret: Secret, _ message: String, to socket: Int32) {
    var bytes = withUnsafeBytes(of: secret) { [UInt8]($0) } + message.utf8
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    // The buffer returns to the heap, where nothing is to be found.
    for index in bytes.indices { bytes[index] = 0 }
  }

  /// The next message, or `nil` where none waits. One too short for a secret comes with one that nobody has.
  fileprivate static func receive(from socket: Int32) -> (secret: Secret, message: String)? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    guard count > 0 else { return nil }
    let secret = buffer.withUnsafeBytes { $0.loadUnaligned(as: Secret.self) }
    let size = MemoryLayout<Secret>.size
    for index in 0..<size { buffer[index] = 0 }
    return (secret, String(decoding: buffer[..<count].dropFirst(size), as: UTF8.self))
  }
}

/// The check's end of its ``CheckChannel``. Whoever holds it can say that the check ended well, so it is kept in a
/// local variable of the trait and nowhere else.
public struct CheckProof: Sendable {
  private let secret: CheckChannel.Secret
  private let socket: Int32

  /// Takes the secret, which can be done once, and hides the line from programs that the check starts.
  init(socket: Int32) {
    self.socket = socket
    secret = CheckChannel.receive(from: socket)?.secret ?? .init()
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
  }

  /// The body of the check is about to run.
  public func started(_ testID: String) { say("started \(testID)") }

  /// The body of the check came to its end, and so many issues were recorded.
  public func ended(_ testID: String, issues: Int) { say("\(issues) \(testID)") }

  private func say(_ message: String) { CheckChannel.send(secret, message, to: socket) }
}
