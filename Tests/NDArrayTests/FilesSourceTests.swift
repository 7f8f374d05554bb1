import Foundation
import NDArray
import Testing

/// Every reader on every kind of path.
@Suite("Files: what is read from")
struct FilesSourceTests {
  /// The readers: what they read, and whether they get from it what was put in.
  private static let readers: [(name: String, file: Data, read: @Sendable (URL) throws -> Bool)] = {
    let numbers: NDArray<Double> = [[1, 2.5], [-3, 4]]
    let large = NDArray<Int32>.arange(100_000)
    func file(_ write: (URL) throws -> Void) -> Data {
      do {
        return try withFolder { folder in
          let url = folder.appendingPathComponent("file")
          try write(url)
          return try Data(contentsOf: url)
        }
      } catch {
        fatalError("\(error)")
      }
    }
    return [
      ("npy", Data(numbers.npyBytes()), { try NDArray<Double>(npy: $0) == numbers }),
      ("large npy", Data(large.npyBytes()), { try NDArray<Int32>(npy: $0) == large }),
      ("header", Data(numbers.npyBytes()), { try NPYHeader(of: $0).shape == [2, 2] }),
      (
        "npz", file { try NPZ.write(["a": numbers, "b": large], to: $0, compressed: true) },
        {
          let file = try NPZ($0)
          return try file.array("a") == numbers && file.array("b") == large
        }
      ),
      ("text", Data("1 2.5\n-3 4\n".utf8), { try NDArray<Double>(textFile: $0) == numbers }),
      (
        "columns", Data("a b\n1 2.5\n-3 4\n".utf8),
        { try NamedColumns<Double>(textFile: $0).values == numbers }
      ),
      ("bytes", Data(numbers.bytes()), { try NDArray<Double>(bytesOf: $0) == numbers.flattened() }),
    ]
  }()

  @Test("a file, and a link to it", arguments: readers.indices)
  func file(_ index: Int) throws {
    let (_, file, read) = Self.readers[index]
    try withFile(Array(file)) { url in
      #expect(try read(url))
      let link = url.appendingPathExtension("link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: url)
      #expect(try read(link))
    }
  }

  @Test("a FIFO", arguments: readers.indices)
  func fifo(_ index: Int) throws {
    let (_, file, read) = Self.readers[index]
    try withFile(Array(file)) { url in
      let fifo = url.appendingPathExtension("fifo")
      #expect(mkfifo(fifo.path, 0o600) == 0)
      let writer = Process()
      writer.executableURL = URL(fileURLWithPath: "/bin/sh")
      writer.arguments = ["-c", "cat '\(url.path)' > '\(fifo.path)'"]
      try writer.run()
      #expect(try read(fifo))
      writer.waitUntilExit()
    }
  }

  @Test("a pipe that fills slowly, as /dev/stdin", arguments: readers.indices)
  func pipe(_ index: Int) throws {
    let (_, file, read) = Self.readers[index]
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    let input = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    Thread.detachNewThread {
      for start in stride(from: 0, to: file.count, by: 50_000) {
        try? input.write(contentsOf: file[start..<min(start + 50_000, file.count)])
        usleep(1000)
      }
      try? input.close()
    }
    #expect(try read(URL(fileURLWithPath: "/dev/fd/\(ends[0])")))
    close(ends[0])
  }

  @Test("no more of a pipe is taken than is wanted")
  func severalFromOnePipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    let arrays = [NDArray<Int>([1, 2, 3]), NDArray<Int>([[4], [5]])]
    let bytes = arrays.flatMap { $0.npyBytes() } + arrays[0].bytes()
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let url = URL(fileURLWithPath: "/dev/fd/\(ends[0])")
    for array in arrays { #expect(try NDArray<Int>(npy: url) == array) }
    #expect(try NDArray<Int>(bytesOf: url, count: 2).elements == [1, 2])
    #expect(try NDArray<Int>(bytesOf: url).elements == [3])
    close(ends[0])
  }

  @Test("what has no end, and what the system makes up")
  func devices() throws {
    let zeros = try NDArray<Double>(
      bytesOf: URL(fileURLWithPath: "/dev/zero"), offset: 3, count: 1000)
    #expect(zeros == .zeros([1000]))
    let error = #expect(throws: FileError.self) {
      try NDArray<Double>(npy: URL(fileURLWithPath: "/dev/zero"))
    }
    #expect(
      error?.reason == "not a .npy file: it does not begin with \\x93NUMPY and a version")
    let uptime = try NDArray<Double>(textFile: URL(fileURLWithPath: "/proc/uptime"))
    #expect(uptime.count == 2)
    #expect(try NDArray<UInt8>(bytesOf: URL(fileURLWithPath: "/dev/null")).count == 0)
  }

  @Test("a header that claims more than a pipe holds costs no memory")
  func forgedHeader() throws {
    var ends: [Int32] = [0, 0]
    #expect(Foundation.pipe(&ends) == 0)
    var bytes = NDArray<Double>([1, 2, 3]).npyBytes()
    let place = bytes.indices.first { bytes[$0...].starts(with: "(3,), }    ".utf8) }!
    bytes.replaceSubrange(place..<place + 18, with: "(100000000000,), }".utf8)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    let error = #expect(throws: FileError.self) {
      try NDArray<Double>(npy: URL(fileURLWithPath: "/dev/fd/\(ends[0])"))
    }
    #expect(error?.reason.hasPrefix("the file ends before its data: ") == true)
    close(ends[0])
  }

  @Test("a folder and a file that is not there", arguments: readers.indices)
  func refused(_ index: Int) throws {
    let read = Self.readers[index].read
    try withFolder { folder in
      let isFolder = #expect(throws: FileError.self) { try read(folder) }
      #expect(isFolder?.reason == "cannot be read: Is a directory")
      let absent = #expect(throws: FileError.self) {
        try read(folder.appendingPathComponent("absent"))
      }
      #expect(absent?.reason == "cannot be read: No such file or directory")
      let url = #expect(throws: FileError.self) { try read(URL(string: "data:,1")!) }
      #expect(url?.reason == "cannot be read: it is no path of a file")
    }
  }
}
