import Foundation
import NDArray
import Testing

/// Every writer and reader on every kind of path.
@Suite("Files: what stands at a path")
struct FilesPathTests {
  typealias Write = @Sendable (URL) throws -> Void

  /// The writers, and what each of them writes.
  private static let writers: [(name: String, write: Write)] = [
    ("npy", { try numbers.write(npy: $0) }),
    ("npz", { try NPZ.write(["a": numbers], to: $0) }),
    ("compressed npz", { try NPZ.write(["a": numbers], to: $0, compressed: true) }),
    ("text", { try numbers.write(text: $0) }),
    ("bytes", { try numbers.writeBytes(to: $0) }),
  ]

  /// What a writer makes in an empty folder.
  private func contents(_ write: Write) throws -> Data {
    try withFolder { folder in
      let url = folder.appendingPathComponent("new")
      try write(url)
      return try Data(contentsOf: url)
    }
  }

  private func status(_ url: URL) -> stat {
    var status = stat()
    lstat(url.path, &status)
    return status
  }

  @Test("a new file has the mode that the process gives", arguments: writers.indices)
  func newFile(_ index: Int) throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("new")
      try Self.writers[index].write(url)
      let mask = umask(0)
      umask(mask)
      #expect(status(url).st_mode & 0o7777 == 0o666 & ~mask)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["new"])
    }
  }

  @Test(
    "a file that is written over keeps its mode, its owner and its links",
    arguments: writers.indices)
  func attributes(_ index: Int) throws {
    let write = Self.writers[index].write
    let expected = try contents(write)
    try withFile(Array("secret".utf8)) { url in
      chmod(url.path, 0o600)
      let folder = url.deletingLastPathComponent()
      let link = folder.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "file")
      let chain = folder.appendingPathComponent("chain")
      try FileManager.default.createSymbolicLink(at: chain, withDestinationURL: link)
      // Another owner, where the test may give a file away.
      let isGiven = chown(url.path, 4321, 4322) == 0
      for path in [url, link, chain] {
        try write(path)
        #expect(try Data(contentsOf: url) == expected)
        #expect(status(url).st_mode & 0o7777 == 0o600)
        if isGiven { #expect(status(url).st_uid == 4321 && status(url).st_gid == 4322) }
        #expect(status(link).st_mode & S_IFMT == S_IFLNK)
        #expect(status(chain).st_mode & S_IFMT == S_IFLNK)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }
  }

  @Test("every name of a file shows what was written", arguments: writers.indices)
  func hardLink(_ index: Int) throws {
    let write = Self.writers[index].write
    let expected = try contents(write)
    try withFile([UInt8](repeating: 1, count: 5000)) { url in
      let other = url.deletingLastPathComponent().appendingPathComponent("other")
      #expect(link(url.path, other.path) == 0)
      try write(other)
      #expect(status(url).st_ino == status(other).st_ino)
      #expect(try Data(contentsOf: url) == expected)
    }
  }

  @Test("a link that leads nowhere gets its file", arguments: writers.indices)
  func danglingLink(_ index: Int) throws {
    try withFolder { folder in
      let link = folder.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "target")
      try Self.writers[index].write(link)
      #expect(status(link).st_mode & S_IFMT == S_IFLNK)
      #expect(status(folder.appendingPathComponent("target")).st_mode & S_IFMT == S_IFREG)
    }
  }

  @Test("a FIFO stays one, and its reader gets the bytes", arguments: writers.indices)
  func fifo(_ index: Int) throws {
    let write = Self.writers[index].write
    // To what cannot be gone back in, the same bytes.
    let expected = try contents(write)
    try withFolder { folder in
      let url = folder.appendingPathComponent("fifo")
      #expect(mkfifo(url.path, 0o600) == 0)
      let reader = Process()
      reader.executableURL = URL(fileURLWithPath: "/bin/cat")
      reader.arguments = [url.path]
      let output = Pipe()
      reader.standardOutput = output
      try reader.run()
      try write(url)
      #expect(output.fileHandleForReading.readDataToEndOfFile() == expected)
      reader.waitUntilExit()
      #expect(status(url).st_mode & S_IFMT == S_IFIFO)
    }
  }

  @Test("a device stays one", arguments: writers.indices)
  func device(_ index: Int) throws {
    let before = status(URL(fileURLWithPath: "/dev/null"))
    try Self.writers[index].write(URL(fileURLWithPath: "/dev/null"))
    let after = status(URL(fileURLWithPath: "/dev/null"))
    #expect(after.st_mode == before.st_mode && after.st_ino == before.st_ino)
    #expect(after.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(
    "a full disk, a folder, a missing folder and a wrong path say so", arguments: writers.indices)
  func refused(_ index: Int) throws {
    let write = Self.writers[index].write
    func reason(_ url: URL) -> String? {
      #expect(throws: FileError.self) { try write(url) }?.reason
    }
    #expect(
      reason(URL(fileURLWithPath: "/dev/full")) == "cannot be written: No space left on device")
    try withFolder { folder in
      #expect(reason(folder) == "cannot be written: Is a directory")
      #expect(
        reason(folder.appendingPathComponent("none/file"))
          == "cannot be written: No such file or directory")
      let file = folder.appendingPathComponent("file")
      try Data().write(to: file)
      #expect(reason(file.appendingPathComponent("x")) == "cannot be written: Not a directory")
      let loop = folder.appendingPathComponent("loop")
      try FileManager.default.createSymbolicLink(atPath: loop.path, withDestinationPath: "loop")
      #expect(reason(loop) == "cannot be written: Too many levels of symbolic links")
      #expect(
        reason(folder.appendingPathComponent(String(repeating: "x", count: 300)))
          == "cannot be written: File name too long")
    }
    #expect(
      reason(URL(string: "https://example.org/a.npy")!)
        == "cannot be written: it is no path of a file")
  }

  @Test("a pipe that nobody reads is an error and no signal")
  func brokenPipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let error = #expect(throws: FileError.self) {
      try numbers.write(npy: URL(fileURLWithPath: "/dev/fd/\(ends[1])"))
    }
    #expect(error?.reason == "cannot be written: Broken pipe")
  }

  @Test("what cannot be finished leaves the old file") func unfinished() async {
    await #expect(processExitsWith: .success) { try writeBeyondLimit() }
  }

  @Test("a file in a locked folder is written, a locked file is not") func rights() async {
    await #expect(processExitsWith: .success) { try writeWithoutRights() }
  }

  @Test("/dev/stdout is written where it leads, a pipe or a file")
  func standardOutput() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      try NDArray<Int>([1, 2]).write(
        text: URL(fileURLWithPath: "/dev/stdout"), TextStyle(format: "%d"))
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(output.contains("1\n2\n"))
    await #expect(processExitsWith: .success) { try writeToRedirectedOutput() }
  }
}

// What changes the whole process runs in one of its own.

private let numbers: NDArray<Double> = [[1, 2.5], [-3, 4]]

private func writeBeyondLimit() throws {
  try withFile(Array("old".utf8)) { (url: URL) throws in
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: 1 << 16, rlim_max: 1 << 16)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let error = #expect(throws: FileError.self) {
      try NDArray<Double>.zeros([1 << 16]).write(npy: url)
    }
    #expect(error?.reason == "cannot be written: File too large")
    #expect(try String(contentsOf: url, encoding: .utf8) == "old")
    let folder = url.deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }
}

private func writeWithoutRights() throws {
  // Root may do everything, so it becomes somebody else where that counts.
  let isRoot = geteuid() == 0
  func asSomebody<Value>(_ body: () throws -> Value) rethrows -> Value {
    if isRoot { #expect(seteuid(65534) == 0) }
    defer { if isRoot { #expect(seteuid(0) == 0) } }
    return try body()
  }
  try withFile([UInt8](repeating: 7, count: 100)) { url in
    let folder = url.deletingLastPathComponent()
    chmod(url.path, 0o666)
    chmod(folder.path, 0o555)
    try asSomebody { try numbers.writeBytes(to: url) }
    #expect(try NDArray<Double>(bytesOf: url).elements == [1, 2.5, -3, 4])
    let new = asSomebody {
      #expect(throws: FileError.self) {
        try numbers.writeBytes(to: folder.appendingPathComponent("new"))
      }
    }
    #expect(new?.reason == "cannot be written: Permission denied")
    chmod(folder.path, 0o777)
    chmod(url.path, 0o444)
    let locked = asSomebody {
      #expect(throws: FileError.self) { try numbers.writeBytes(to: url) }
    }
    #expect(locked?.reason == "cannot be written: Permission denied")
    chmod(url.path, 0)
    let unread = asSomebody {
      #expect(throws: FileError.self) { try NDArray<Double>(bytesOf: url) }
    }
    #expect(unread?.reason == "cannot be read: Permission denied")
  }
}

private func writeToRedirectedOutput() throws {
  try withFile([]) { url in
    let file = open(url.path, O_WRONLY)
    #expect(dup2(file, 1) == 1)
    var (before, after) = (stat(), stat())
    stat(url.path, &before)
    try NDArray<Int>([1, 2]).write(
      text: URL(fileURLWithPath: "/dev/stdout"), TextStyle(format: "%d"))
    stat(url.path, &after)
    #expect(before.st_ino == after.st_ino)
    #expect(try String(contentsOf: url, encoding: .utf8) == "1\n2\n")
  }
}
