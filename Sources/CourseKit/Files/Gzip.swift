import CZlib
import Foundation

/// Reads gzip files through zlib.
public enum Gzip {
  /// The bytes that the gzip file at `path` holds uncompressed, all members of it in a row.
  ///
  /// The file is read and inflated in pieces of 64 kB, so the memory used follows the data that are there
  /// and not what a header promises.
  ///
  /// - Parameter limit: the most bytes to uncompress.
  /// - Throws: ``DataError`` for a file that is missing, not gzip, cut short, damaged or beyond `limit`.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(DataError) -> [UInt8] {
    let file = try InputFile(path)
    let inflater = Inflater(file: path)
    var result: [UInt8] = []
    while let piece = try file.next() {
      try inflater.inflate(piece, into: &result, limit: limit)
    }
    try inflater.finish()
    return result
  }

  /// Whether `bytes` begin as a gzip file does.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }
}

/// A zlib stream that is fed piece by piece.
private final class Inflater {
  private static let pieceSize = 1 << 16

  private let file: String
  private var stream = z_stream()
  private var piece = [UInt8](repeating: 0, count: pieceSize)
  /// How many bytes of the file have been taken.
  private var offset = 0
  /// Whether the last member came to its end, so that the file may end or another begin.
  private var isBetweenMembers = true
  private var members = 0

  init(file: String) {
    self.file = file
    // 16 more than the largest window asks zlib for the gzip wrapping.
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = inflateInit2_(&stream, 16 + MAX_WBITS, ZLIB_VERSION, size)
    precondition(status == Z_OK, "zlib cannot start: status \(status)")
  }

  deinit { inflateEnd(&stream) }

  func inflate(
    _ input: [UInt8], into result: inout [UInt8], limit: Int
  ) throws(DataError) {
    var consumed = 0
    while consumed < input.count {
      if isBetweenMembers {
        // A tar or a tape pads a file with zeros, and gzip itself takes that for its end.
        if members > 0, input[consumed] == 0 {
          consumed += 1
          offset += 1
          continue
        }
        inflateReset(&stream)
        isBetweenMembers = false
      }
      let (status, taken, written) = step(input, from: consumed)
      consumed += taken
      offset += taken
      result.append(contentsOf: piece[..<written])
      if result.count > limit { throw .tooLarge(file: file, limit: limit) }
      switch status {
      case Z_STREAM_END:
        isBetweenMembers = true
        members += 1
      case Z_OK, Z_BUF_ERROR: continue
      default:
        if members == 0, stream.total_out == 0, offset <= 2 { throw .notGzip(file: file) }
        let reason = stream.msg.map { String(cString: $0) } ?? "status \(status)"
        throw .corrupt(file: file, offset: offset, reason: reason)
      }
    }
  }

  /// Everything that the input so far gives must have been taken and the last member ended.
  func finish() throws(DataError) {
    if members == 0, offset == 0 { throw .empty(file: file) }
    if !isBetweenMembers { throw .truncated(file: file, offset: offset) }
  }

  private func step(
    _ input: [UInt8], from start: Int
  ) -> (status: Int32, taken: Int, written: Int) {
    input.withUnsafeBufferPointer { source in
      piece.withUnsafeMutableBufferPointer { target in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress! + start)
        stream.avail_in = UInt32(source.count - start)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        let taken = source.count - start - Int(stream.avail_in)
        return (status, taken, target.count - Int(stream.avail_out))
      }
    }
  }
}
