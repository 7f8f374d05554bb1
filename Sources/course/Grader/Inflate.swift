import CZlib
import Foundation

/// zlib's inflate with a bound on what comes out.
enum Inflate {
  enum Form: Int32 {
    /// As in a zip archive.
    case raw = -15
    case gzip = 31
  }

  /// - Throws: ``SubmissionTree/Unreadable`` if the data are damaged or unpack to more than `limit` bytes.
  static func unpack(_ data: Data, as form: Form, limit: Int) throws -> Data {
    var stream = z_stream()
    guard
      inflateInit2_(
        &stream, form.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw SubmissionTree.Unreadable(reason: "zlib cannot be used") }
    defer { inflateEnd(&stream) }
    var input = [UInt8](data)
    var result = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return try input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while true {
        let status = buffer.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        result.append(contentsOf: buffer.prefix(buffer.count - Int(stream.avail_out)))
        guard result.count <= limit else {
          throw SubmissionTree.Unreadable(
            reason: "the archive unpacks to more than \(limit / 1_000_000) MB")
        }
        if status == Z_STREAM_END { return result }
        guard status == Z_OK else {
          throw SubmissionTree.Unreadable(reason: "the archive is damaged")
        }
      }
    }
  }
}
