import Foundation

/// A file that is open for writing. Small pieces are gathered, large ones go straight through.
final class FileOutput {
  private static let capacity = 1 << 18

  private let descriptor: Int32
  private let isRegular: Bool
  private var gathered: [UInt8] = []
  private var isOpen = true

  /// How many bytes were written so far.
  private(set) var count = 0

  /// Takes over a descriptor.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Opens what stands at a path and drops what it holds, or makes a new file.
  convenience init(overwriting path: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY
    var descriptor = open(path, flags, 0o666)
    while descriptor < 0 && errno == EINTR { descriptor = open(path, flags, 0o666) }
    if descriptor < 0 { throw FileOutput.failure() }
    self.init(descriptor)
  }

  deinit { abandon() }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    count += bytes.count
    if gathered.count + bytes.count > FileOutput.capacity { try flush() }
    if bytes.count >= FileOutput.capacity {
      try put(bytes)
    } else {
      if gathered.capacity < FileOutput.capacity { gathered.reserveCapacity(FileOutput.capacity) }
      gathered.append(contentsOf: bytes)
    }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.reading { (bytes) throws(FileError) in try write(bytes) }
  }

  /// Writes what is left, and closes the file; an error where the system could not keep what it was given.
  func close() throws(FileError) {
    try flush()
    isOpen = false
    if Foundation.close(descriptor) != 0 && errno != EINTR { throw FileOutput.failure() }
  }

  /// Closes the file without what is left.
  func abandon() {
    if isOpen { _ = Foundation.close(descriptor) }
    isOpen = false
  }

  private func flush() throws(FileError) {
    let bytes = gathered
    gathered.removeAll(keepingCapacity: true)
    try bytes.reading { (bytes) throws(FileError) in try put(bytes) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      let written = isRegular ? pass(piece) : withoutBrokenPipeSignal { pass(piece) }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileOutput.failure()
      }
      rest = rest.dropFirst(written)
    }
  }

  private func pass(_ piece: UnsafeRawBufferPointer) -> Int {
    Foundation.write(descriptor, piece.baseAddress, piece.count)
  }

  private static func failure() -> FileError {
    FileError(nil, .file, "cannot be written: \(systemError())")
  }
}

/// Calls `body` without the signal that ends a process where nobody reads the other end of a pipe: that is an error
/// like others.
private func withoutBrokenPipeSignal(_ body: () -> Int) -> Int {
  var (signal, pending, before) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&signal)
  sigaddset(&signal, SIGPIPE)
  sigpending(&pending)
  let wasPending = sigismember(&pending, SIGPIPE) == 1
  pthread_sigmask(SIG_BLOCK, &signal, &before)
  let result = body()
  let error = errno
  var now = timespec()
  if result < 0 && error == EPIPE && !wasPending { sigtimedwait(&signal, nil, &now) }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  errno = error
  return result
}
