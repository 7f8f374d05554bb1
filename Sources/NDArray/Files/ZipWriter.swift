/// Writes a zip file entry by entry, in the order in which they come, dated 1 January 1980. The data pass through as
/// they are made.
///
/// The checksum stands before the data of an entry, so stored ones are gone through twice; those that are compressed
/// have it behind them, with their size, which nobody knows before.
struct ZipWriter {
  typealias Pieces = ((UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) -> Void

  /// Sizes and offsets have 32 bits.
  private static let limit = Int(UInt32.max)
  private static let descriptor = 0x0807_4b50

  private let output: FileOutput
  private let isCompressed: Bool
  private var directory: [UInt8] = []
  private var entries = 0

  init(_ output: FileOutput, compressed: Bool) {
    self.output = output
    isCompressed = compressed
  }

  /// Writes an entry whose bytes `pieces` passes to its argument; it may be asked for them twice.
  mutating func append(_ name: String, _ pieces: Pieces) throws(FileError) {
    let offset = output.count
    try check(name, name.utf8.count <= 0xFFFF)
    if isCompressed {
      try output.write(local(name, checksum: 0, 0, 0))
      let start = output.count
      let deflater = Deflater()
      try pieces { (piece) throws(FileError) in
        try deflater.append(piece) { (bytes) throws(FileError) in try output.write(bytes) }
      }
      try deflater.finish { (bytes) throws(FileError) in try output.write(bytes) }
      let compressed = output.count - start
      try check(name, Swift.max(deflater.size, output.count) < ZipWriter.limit)
      let sizes = words(deflater.checksum, compressed, deflater.size)
      try output.write(word(ZipWriter.descriptor, 4) + sizes)
      list(name, offset, deflater.checksum, compressed, deflater.size)
    } else {
      var (checksum, size) = (UInt32(0), 0)
      try pieces { (piece) throws(FileError) in
        checksum = Deflate.checksum(piece, after: checksum)
        size += piece.count
      }
      try check(name, offset + size < ZipWriter.limit)
      try output.write(local(name, checksum: checksum, size, size))
      try pieces { (piece) throws(FileError) in try output.write(piece) }
      list(name, offset, checksum, size, size)
    }
  }

  /// Writes the directory, which makes the file whole.
  func finish() throws(FileError) {
    let offset = output.count
    guard entries < 0xFFFF, offset + directory.count < ZipWriter.limit else {
      throw FileError(nil, .file, "\(entries) entries are more than this format takes")
    }
    try output.write(directory)
    try output.write(
      word(ZipArchive.endHeader, 4) + word(0, 4) + word(entries, 2) + word(entries, 2)
        + word(directory.count, 4) + word(offset, 4) + word(0, 2))
  }

  private func check(_ name: String, _ fits: Bool) throws(FileError) {
    guard fits else {
      throw FileError(
        nil, .file, "entry '\(name)' reaches beyond 4 GiB, the limit of this format")
    }
  }

  /// What the header of an entry and its line in the directory have in common.
  private func common(_ name: String, checksum: UInt32, _ compressed: Int, _ size: Int) -> [UInt8] {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    let flags = (isASCII ? 0 : 1 << 11) | (isCompressed ? 1 << 3 : 0)
    return word(20, 2) + word(flags, 2) + word(isCompressed ? 8 : 0, 2) + word(0, 2) + word(0x21, 2)
      + words(checksum, compressed, size) + word(name.utf8.count, 2) + word(0, 2)
  }

  private func local(_ name: String, checksum: UInt32, _ compressed: Int, _ size: Int) -> [UInt8] {
    word(ZipArchive.localHeader, 4) + common(name, checksum: checksum, compressed, size) + name.utf8
  }

  private mutating func list(
    _ name: String, _ offset: Int, _ checksum: UInt32, _ compressed: Int, _ size: Int
  ) {
    directory += word(ZipArchive.directoryHeader, 4) + word(20, 2)
    directory += common(name, checksum: checksum, compressed, size)
    directory += word(0, 2) + word(0, 2) + word(0, 2) + word(0, 4) + word(offset, 4) + name.utf8
    entries += 1
  }

  private func words(_ checksum: UInt32, _ compressed: Int, _ size: Int) -> [UInt8] {
    word(Int(checksum), 4) + word(compressed, 4) + word(size, 4)
  }

  private func word(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
