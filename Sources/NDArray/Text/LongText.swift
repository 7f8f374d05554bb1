/// Text that is put together from many pieces, without ever being twice in memory.
struct LongText {
  /// Blocks of this size go back to the system as soon as they are given up.
  private static let blockSize = 40 << 20

  private var blocks: [[UInt8]] = []
  private var last: [UInt8] = []

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if last.count + bytes.count > LongText.blockSize { startBlock() }
    last.append(contentsOf: bytes)
  }

  mutating func append(_ text: String) {
    if last.count + text.utf8.count > LongText.blockSize { startBlock() }
    last.append(contentsOf: text.utf8)
  }

  private mutating func startBlock() {
    blocks.append(last)
    last = []
    last.reserveCapacity(LongText.blockSize)
  }

  /// All of it; the pieces are given up on the way.
  mutating func string() -> String {
    if blocks.isEmpty { return String(decoding: last, as: UTF8.self) }
    blocks.append(last)
    last = []
    let size = blocks.reduce(0) { $0 + $1.count }
    return String(unsafeUninitializedCapacity: size) { text in
      var rest = text[...]
      for i in blocks.indices {
        _ = UnsafeMutableBufferPointer(rebasing: rest).initialize(from: blocks[i])
        rest = rest.dropFirst(blocks[i].count)
        blocks[i] = []
      }
      return size
    }
  }
}
