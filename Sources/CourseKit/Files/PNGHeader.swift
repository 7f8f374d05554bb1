import CZlib

/// The parts of a PNG file, looked through before libpng unpacks them: where one is damaged, its place is known.
struct PNGHeader {
  let width, height: Int
  /// Where the compressed pixels begin.
  let pixels: Int

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Deflate packs at most 1,032 bytes into one.
  private static let bestRatio = 1040

  init(_ bytes: [UInt8], file: String) throws(DataError) {
    func damaged(_ offset: Int, _ reason: String) -> DataError {
      .damaged(file: file, offset: offset, reason: reason)
    }
    if bytes.isEmpty { throw .empty(file: file) }
    guard bytes.starts(with: Self.signature) else { throw damaged(0, "not a PNG file") }
    var size: (width: Int, height: Int, bitsOfPixel: Int)?
    var pixels: Int?
    var (offset, compressed) = (8, 0)
    while true {
      guard bytes.count - offset >= 12 else {
        throw damaged(bytes.count, "the file ends before the part IEND that ends a PNG file")
      }
      let length = bytes.number(at: offset)
      let code = bytes[(offset + 4)..<(offset + 8)]
      guard code.allSatisfy({ (65...90).contains($0 & 0xDF) }) else {
        throw damaged(offset + 4, "no part of a PNG file has such a name")
      }
      let name = String(decoding: code, as: UTF8.self)
      guard length < 1 << 31, length <= bytes.count - offset - 12 else {
        throw damaged(
          bytes.count, "the file ends within the part \(name) that begins at byte \(offset)")
      }
      let end = offset + 8 + length
      let sum = bytes[(offset + 4)..<end].withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, UInt32($0.count))
      }
      guard Int(sum) == bytes.number(at: end) else {
        throw damaged(offset, "the part \(name) is damaged: its checksum is wrong")
      }
      if offset == 8 {
        guard name == "IHDR", length == 13 else {
          throw damaged(
            offset, "a PNG file begins with 13 bytes IHDR, this one with \(length) \(name)")
        }
        size = try Self.size(bytes, file: file)
      } else if name == "IDAT" {
        pixels = pixels ?? offset
        compressed += length
      }
      offset = end + 4
      if name == "IEND" { break }
    }
    guard let size, let pixels else {
      throw damaged(offset, "the file has no part IDAT, no pixels")
    }
    let (bits, isHuge) = (size.width * size.height).multipliedReportingOverflow(
      by: size.bitsOfPixel)
    guard !isHuge, bits / 8 <= compressed * Self.bestRatio else {
      throw damaged(
        16,
        "the header promises \(size.width) × \(size.height) pixels, more than \(compressed) "
          + "compressed bytes can hold")
    }
    (width, height, self.pixels) = (size.width, size.height, pixels)
  }

  private static func size(
    _ bytes: [UInt8], file: String
  ) throws(DataError) -> (width: Int, height: Int, bitsOfPixel: Int) {
    let (width, height) = (bytes.number(at: 16), bytes.number(at: 20))
    guard width > 0, height > 0, width < 1 << 31, height < 1 << 31 else {
      throw .damaged(file: file, offset: 16, reason: "a picture of \(width) × \(height) pixels")
    }
    guard let channels = ([0: 1, 2: 3, 3: 1, 4: 2, 6: 4] as [UInt8: Int])[bytes[25]] else {
      throw .damaged(file: file, offset: 25, reason: "\(bytes[25]) is no colour type")
    }
    return (width, height, channels * Int(bytes[24]))
  }
}

extension [UInt8] {
  /// Four bytes as a number, the highest first.
  fileprivate func number(at offset: Int) -> Int {
    self[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
