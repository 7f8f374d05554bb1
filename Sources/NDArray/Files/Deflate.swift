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
      let status = run(&stream, inflate, from: source, at: &consumed, into: &piece, &result)
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

  /// The stream that holds these bytes, compressed as zlib's default.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let started = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    require(started == Z_OK, "zlib cannot start: status \(started)")
    defer { deflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceSize)
    var consumed = 0
    bytes.withUnsafeBytes { source in
      while run(&stream, deflate, from: source, at: &consumed, into: &piece, &result) == Z_OK {}
    }
    return result
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let first = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return UInt32(first.map { crc32_z(0, $0, bytes.count) } ?? 0)
  }

  /// One call of zlib: takes what it can from the source and appends what it gives to the result.
  private static func run(
    _ stream: inout z_stream, _ step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32,
    from source: UnsafeRawBufferPointer, at consumed: inout Int, into piece: inout [UInt8],
    _ result: inout [UInt8]
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
      let status = step(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      consumed += input - Int(stream.avail_in)
      result += piece[..<(piece.count - Int(stream.avail_out))]
      // Z_BUF_ERROR says that the piece is full, or that there is no more input.
      return status == Z_BUF_ERROR ? Z_OK : status
    }
  }
}
