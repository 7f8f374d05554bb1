import Foundation

/// Reading files, pipes and devices.
enum FileReading {
  /// Calls `body` with the bytes of what stands at a path.
  ///
  /// A regular file is read as its bytes are used. From a pipe, a FIFO or a device they are taken first: all there
  /// are, or as many as are wanted.
  ///
  /// - Parameter wanted: How many bytes to take at least, knowing the first ones; asked again until they are there.
  static func withBytes<Value>(
    of url: URL, wanted: (UnsafeRawBufferPointer) -> Int = { _ in Int.max },
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let path = try url.filePath(to: "read")
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0 { throw FileError(path, .file, "cannot be read: \(systemError())") }
    defer { close(descriptor) }
    do throws(FileError) {
      if let size = mappableSize(descriptor),
        let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
      {
        defer { munmap(start, size) }
        return try body(UnsafeRawBufferPointer(start: start, count: size))
      }
      var stream = Stream(descriptor)
      defer { stream.free() }
      try stream.read(wanted)
      return try body(stream.bytes)
    } catch {
      throw error.inFile(path)
    }
  }

  /// Whether the bytes of what stands at a path can be read again.
  static func isRepeatable(_ url: URL) -> Bool {
    var status = stat()
    return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The size of a regular file; nil for others, and where the system makes the contents up, as in `/proc`.
  private static func mappableSize(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    return Int(status.st_size)
  }
}

/// Bytes that are taken from a descriptor into memory that grows as they come.
private struct Stream {
  private let descriptor: Int32
  private var start: UnsafeMutableRawPointer?
  private var count = 0
  private var capacity = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  func free() { Foundation.free(start) }

  /// Reads until the end, or until no more is wanted; not further, for what follows may be another's.
  mutating func read(_ wanted: (UnsafeRawBufferPointer) -> Int) throws(FileError) {
    while true {
      let target = wanted(bytes)
      if target <= count { return }
      while count < target {
        if count == capacity { try grow(to: target) }
        let room = min(capacity, target) - count
        let got = Foundation.read(descriptor, start! + count, min(room, 1 << 30))
        if got == 0 { return }
        if got > 0 { count += got } else if errno != EINTR { throw unreadable() }
      }
    }
  }

  /// Doubles the memory, so that it follows the bytes that came and not the number that a header claims.
  private mutating func grow(to target: Int) throws(FileError) {
    capacity = min(target, max(2 * capacity, 1 << 16))
    guard let larger = realloc(start, capacity) else { throw unreadable() }
    start = larger
  }

  private func unreadable() -> FileError {
    FileError(nil, .file, "cannot be read: \(systemError())")
  }
}

// MARK: - What reading and writing share

extension URL {
  /// The path for the system's calls; an error for a URL that is none.
  func filePath(to use: String) throws(FileError) -> String {
    guard isFileURL, !path.isEmpty, !path.utf8.contains(0) else {
      throw FileError(absoluteString, .file, "cannot be \(use): it is no path of a file")
    }
    // The slash is left out of `path`, and what ends with one is a folder.
    return hasDirectoryPath && !path.hasSuffix("/") ? path + "/" : path
  }
}

/// The system's words for what failed last.
func systemError() -> String { String(cString: strerror(errno)) }
