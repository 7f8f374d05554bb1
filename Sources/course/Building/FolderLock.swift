import Foundation

/// A folder in which one process at a time builds; the others wait. Whoever ends gives it back.
struct FolderLock {
  private let file: Int32

  init(_ folder: URL) {
    file = open(folder.appendingPathComponent("lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    while flock(file, LOCK_EX) != 0 && errno == EINTR {}
  }

  func release() { close(file) }
}
