import CZlib

/// Raw deflate streams (RFC 1951), as zip files hold them, through zlib.
enum Deflate {
  private static let pieceSize = 1 << 16

  /// The `size` bytes that the stream holds.
  ///
  /// They are inflated in pieces, so that the memory used follows the data that are there and not
  /// the size that a file claims. Offsets of errors count from the start of the stream.
  static func inflated(
    _ source: UnsafeRawBufferPointer, size: Int
  ) throws(FileError) -> [UInt8] {
    var stream = z_stream()
    let started = inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    require(started == Z_OK, "zlib cannot start: status \(started)")
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceSize)
    var consumed = 0
    while true {
      let status = run(&stream, from: source, at: &consumed, into: &piece, &result)
      if result.count > size {
        throw FileError(nil, .byte(consumed), "more data than the \(size) bytes announced")
      }
      if status == Z_STREAM_END { break }
      if status != Z_OK || consumed == source.count && stream.avail_out != 0 {
        let words = stream.msg.map { String(cString: $0) } ?? "the compressed data end too early"
        throw FileError(nil, .byte(consumed), "damaged deflate data: \(words)")
      }
    }
    guard result.count == size, consumed == source.count else {
      throw FileError(
        nil, .byte(consumed), "\(result.count) bytes of data where \(size) are announced")
    }
    return result
  }

  /// The checksum of bytes that follow others, whose checksum is known.
  static func checksum(_ bytes: UnsafeRawBufferPointer, after before: UInt32 = 0) -> UInt32 {
    let first = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return first.map { UInt32(crc32_z(UInt(before), $0, bytes.count)) } ?? before
  }

  /// One call of zlib: takes what it can from the source and appends what it gives to the result.
  private static func run(
    _ stream: inout z_stream, from source: UnsafeRawBufferPointer, at consumed: inout Int,
    into piece: inout [UInt8], _ result: inout [UInt8]
  ) -> Int32 {
    // zlib counts in 32 bits.
    let input = min(source.count - consumed, 1 << 30)
    let isLast = consumed + input == source.count
    return piece.withUnsafeMutableBufferPointer { piece in
      let first = source.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.next_in = first.map { UnsafeMutablePointer(mutating: $0 + consumed) }
      stream.avail_in = UInt32(input)
      stream.next_out = piece.baseAddress
      stream.avail_out = UInt32(piece.count)
      let status = inflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      consumed += input - Int(stream.avail_in)
      result += piece[..<(piece.count - Int(stream.avail_out))]
      // Z_BUF_ERROR says that the piece is full, or that there is no more input.
      return status == Z_BUF_ERROR ? Z_OK : status
    }
  }
}

/// Compresses bytes as they come, as zlib's default.
final class Deflater {
  // zlib remembers where this is.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  /// The checksum of what came so far.
  private(set) var checksum: UInt32 = 0
  /// How many bytes came so far.
  private(set) var size = 0

  init() {
    stream.initialize(to: z_stream())
    let started = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    require(started == Z_OK, "zlib cannot start: status \(started)")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Takes some bytes, at most 4 GiB, and calls `body` with what becomes of them.
  func append(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    checksum = Deflate.checksum(bytes, after: checksum)
    size += bytes.count
    let first = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: first)
    stream.pointee.avail_in = UInt32(bytes.count)
    while stream.pointee.avail_in > 0 { try step(Z_NO_FLUSH, body) }
  }

  /// Calls `body` with the rest.
  func finish(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) {
    while try step(Z_FINISH, body) != Z_STREAM_END {}
  }

  @discardableResult
  private func step(
    _ flush: Int32, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) -> Int32 {
    let (status, made) = piece.withUnsafeMutableBufferPointer { piece in
      stream.pointee.next_out = piece.baseAddress
      stream.pointee.avail_out = UInt32(piece.count)
      let status = deflate(stream, flush)
      return (status, piece.count - Int(stream.pointee.avail_out))
    }
    try piece.reading { (bytes) throws(FileError) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[..<made]))
    }
    return status
  }
}
