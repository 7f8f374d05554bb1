import Foundation

/// A file that has no name: only who holds its descriptor can reach it, and nothing of it is left behind.
///
/// A child finds it at `/proc/self/fd/N`, where `N` is what the descriptor is called there.
struct ScratchFile: Sendable {
  let descriptor: Int32

  init() throws {
    let path = NSTemporaryDirectory() + "/graded-\(UUID().uuidString)"
    let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw SpawnError(executable: "a temporary file", code: errno) }
    unlink(path)
    // In a sandbox the check is another user, who opens it again by its number.
    fchmod(opened, 0o666)
    descriptor = opened
  }

  func close() { Glibc.close(descriptor) }

  var size: Int {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? info.st_size : 0
  }

  /// The last bytes of it, no more than `count`.
  func contents(last count: Int) -> Data { contents(from: max(0, size - count), count) }

  /// No more than `count` bytes from the place `start` on.
  func contents(from start: Int = 0, _ count: Int) -> Data {
    var data = Data(count: max(0, min(count, size - start)))
    let length = data.count
    let read = data.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, length, start) }
    return data.prefix(max(0, read))
  }
}
