import CZlib
import Foundation

/// An entry of an archive that a test makes.
struct ArchiveEntry {
  enum Kind { case file, link, device }

  var path: String
  var content = Data()
  var kind = Kind.file
  /// What the zip archive says of the size, where it lies.
  var claimedSize: Int?

  init(_ path: String, _ text: String = "", kind: Kind = .file) {
    self.path = path
    content = Data(text.utf8)
    self.kind = kind
  }

  init(_ path: String, bytes: Data) {
    self.path = path
    content = bytes
  }

  init(_ path: String, zeros count: Int, claiming size: Int) {
    self.path = path
    content = Data(count: count)
    claimedSize = size
  }
}

/// Writes archives of the kinds that students hand in, also such as no program would write.
enum TestArchives {
  static func zip(_ entries: [ArchiveEntry]) -> Data {
    var body = Data()
    var directory = Data()
    for entry in entries {
      let packed = deflated(entry.content, windowBits: -15)
      let name = Data(entry.path.utf8)
      let size = entry.claimedSize ?? entry.content.count
      let mode = entry.kind == .link ? 0o120777 : entry.kind == .device ? 0o020666 : 0o100644
      let offset = body.count
      let common =
        [(20, 2), (0, 2), (8, 2), (0, 2), (0, 2), (0, 4), (packed.count, 4), (size, 4)]
        + [(name.count, 2), (0, 2)]
      body += integers([(0x0403_4B50, 4)] + common) + name + packed
      directory += integers([(0x0201_4B50, 4), (0x0314, 2)] + common)
      directory += integers([(0, 2), (0, 2), (0, 2), (mode << 16, 4), (offset, 4)]) + name
    }
    let counts = [(entries.count, 2), (entries.count, 2), (directory.count, 4), (body.count, 4)]
    return body + directory + integers([(0x0605_4B50, 4), (0, 2), (0, 2)] + counts + [(0, 2)])
  }

  static func tarGz(_ entries: [ArchiveEntry]) -> Data {
    var data = Data()
    for entry in entries {
      var header = Data(count: 512)
      func set(_ text: String, at place: Int) {
        header.replaceSubrange(place..<place + text.utf8.count, with: Data(text.utf8))
      }
      set(String(entry.path.prefix(100)), at: 0)
      set("0000644", at: 100)
      let octal = String(entry.content.count, radix: 8)
      set(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
      set(entry.kind == .link ? "2" : entry.kind == .device ? "3" : "0", at: 156)
      set(entry.kind == .link ? "/etc/passwd" : "", at: 157)
      set("ustar\u{0}00", at: 257)
      data += header + entry.content + Data(count: (512 - entry.content.count % 512) % 512)
    }
    return deflated(data + Data(count: 1024), windowBits: 31)
  }

  private static func integers(_ values: [(value: Int, count: Int)]) -> Data {
    Data(
      values.flatMap { value, count in
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      })
  }

  private static func deflated(_ data: Data, windowBits: Int32) -> Data {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = [UInt8](data)
    var output = [UInt8](repeating: 0, count: data.count + 10_000)
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
        deflate(&stream, Z_FINISH)
      }
    }
    return Data(output.prefix(output.count - Int(stream.avail_out)))
  }
}
