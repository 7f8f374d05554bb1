import Foundation

/// Blocks of memory that arrays gave back, kept for the next ones.
///
/// The system hands out memory in pages that it must first clear, which for a large result costs more than
/// the arithmetic; an expression in a loop asks for the same few sizes again and again.
package final class BlockCache: @unchecked Sendable {
  package static let shared = BlockCache()

  /// A piece of memory.
  struct Block: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    /// A size of ``BlockCache/sizeClass(_:)``.
    let bytes: Int
  }

  private struct State {
    var limit = 1 << 29
    var bytes = 0
    /// The blocks kept, by size; of a size the last returned is the next used, for it is in the caches.
    var blocks: [Int: [Block]] = [:]
  }

  private var state = State()
  /// Held by whoever looks at the state. (The thread sanitiser knows this lock; it does not know `Mutex`.)
  private let lock = NSLock()

  private func withState<Result>(_ body: (inout State) -> Result) -> Result {
    lock.withLock { body(&state) }
  }

  /// The most bytes that are kept.
  package var limit: Int {
    get { withState { $0.limit } }
    set {
      withState { $0.limit = newValue }
      if bytes > newValue { removeAll() }
    }
  }

  /// The bytes kept now.
  var bytes: Int { withState { $0.bytes } }

  /// A block of at least `bytes` bytes, whose contents are anything, aligned to a cache line if it is new.
  func take(_ bytes: Int) -> Block {
    let size = BlockCache.sizeClass(bytes)
    let kept = withState { state -> Block? in
      guard let block = state.blocks[size]?.popLast() else { return nil }
      state.bytes -= size
      return block
    }
    return kept ?? Block(base: .allocate(byteCount: size, alignment: 64), bytes: size)
  }

  /// A new block of at least `bytes` bytes, all zero.
  func takeCleared(_ bytes: Int) -> Block {
    let size = BlockCache.sizeClass(bytes)
    guard let base = calloc(size, 1) else { fail("cannot allocate \(bytes) bytes") }
    return Block(base: base, bytes: size)
  }

  func giveBack(_ block: Block) {
    let kept = withState { state -> Bool in
      guard state.bytes + block.bytes <= state.limit else { return false }
      state.bytes += block.bytes
      state.blocks[block.bytes, default: []].append(block)
      return true
    }
    if !kept { block.base.deallocate() }
  }

  /// Returns everything to the system.
  func removeAll() {
    let blocks = withState { state in
      defer {
        state.blocks = [:]
        state.bytes = 0
      }
      return state.blocks
    }
    for block in blocks.values.joined() { block.base.deallocate() }
  }

  /// `bytes` rounded up so that at most an eighth is unused, and that sizes which differ little share blocks.
  static func sizeClass(_ bytes: Int) -> Int {
    let step = Swift.max(64, 1 << (Int.bitWidth - bytes.leadingZeroBitCount - 4))
    return (bytes + step - 1) & -step
  }
}
