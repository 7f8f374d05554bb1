import Foundation

/// Blocks of memory that arrays gave back, kept for the next ones.
///
/// The system hands out memory in pages that it must first clear, which for a large result costs more than
/// the arithmetic; an expression in a loop asks for the same few sizes again and again.
final class BlockCache: @unchecked Sendable {
  static let shared = BlockCache()

  /// A piece of memory.
  struct Block: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let size: SizeClass
    /// Whether it goes to the next array that wants one of its size, and not to the system.
    var isKept = true
  }

  private struct State {
    var limit = 1 << 29
    var bytes = 0
    /// The blocks kept, by size, a list each: a block that is kept holds the address of the next. The last
    /// returned is the next used, for it is in the processor's caches.
    let lists: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  }

  /// Held by whoever looks at the state. (The thread sanitiser knows this lock; it does not know `Mutex`.)
  private let lock = NSLock()
  private let state: UnsafeMutablePointer<State>

  private init() {
    let lists = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(
      capacity: SizeClass.number)
    lists.initialize(repeating: nil, count: SizeClass.number)
    state = .allocate(capacity: 1)
    state.initialize(to: State(lists: lists))
  }

  @inline(__always)
  private func withState<Result>(_ body: (inout State) -> Result) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return body(&state.pointee)
  }

  /// The most bytes that are kept.
  var limit: Int {
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
    let size = SizeClass(holding: bytes)
    let kept = withState { state -> UnsafeMutableRawPointer? in
      guard let base = state.lists[size.index] else { return nil }
      state.lists[size.index] = base.load(as: UnsafeMutableRawPointer?.self)
      state.bytes -= size.bytes
      return base
    }
    return Block(base: kept ?? BlockCache.allocate(size), size: size)
  }

  /// A block of at least `bytes` bytes, all zero. A large one is the system's, which clears pages when they are
  /// first touched; it goes back there, since who asks again wants one that is clear again. One that fits the
  /// processor's caches is cleared in a tenth of the time that the system takes to find its pages.
  func takeCleared(_ bytes: Int) -> Block {
    let size = SizeClass(holding: bytes)
    if size.bytes > 1 << 22 {
      return Block(base: BlockCache.allocate(size), size: size, isKept: false)
    }
    let block = take(bytes)
    memset(block.base, 0, bytes)
    return block
  }

  func giveBack(_ block: Block) {
    if !block.isKept || !keep(block) { BlockCache.free(block) }
  }

  /// Adds a block to those kept; false if there is no room.
  private func keep(_ block: Block) -> Bool {
    withState { state in
      if state.bytes + block.size.bytes > state.limit { makeRoom(for: block.size, in: &state) }
      guard state.bytes + block.size.bytes <= state.limit else { return false }
      block.base.storeBytes(of: state.lists[block.size.index], as: UnsafeMutableRawPointer?.self)
      state.lists[block.size.index] = block.base
      state.bytes += block.size.bytes
      return true
    }
  }

  /// Returns blocks of other sizes to the system, which are not what is asked for now, until one more fits.
  private func makeRoom(for size: SizeClass, in state: inout State) {
    for other in SizeClass.all where other.index != size.index {
      while state.bytes + size.bytes > state.limit, let base = state.lists[other.index] {
        state.lists[other.index] = base.load(as: UnsafeMutableRawPointer?.self)
        state.bytes -= other.bytes
        BlockCache.free(Block(base: base, size: other))
      }
    }
  }

  /// Returns everything to the system.
  func removeAll() {
    withState { state in
      for size in SizeClass.all {
        while let base = state.lists[size.index] {
          state.lists[size.index] = base.load(as: UnsafeMutableRawPointer?.self)
          BlockCache.free(Block(base: base, size: size))
        }
      }
      state.bytes = 0
    }
  }

  /// Fresh memory. Large blocks are pages of their own, which are all zero; the largest of large pages, where the
  /// system has them, which take less time to find.
  private static func allocate(_ size: SizeClass) -> UnsafeMutableRawPointer {
    guard size.isMapped else { return .allocate(byteCount: size.bytes, alignment: 64) }
    let base = mmap(
      nil, size.bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let base, base != MAP_FAILED else { fail("cannot allocate \(size.bytes) bytes") }
    #if os(Linux)
      if size.bytes >= 1 << 22 { madvise(base, size.bytes, Int32(MADV_HUGEPAGE)) }
    #endif
    return base
  }

  private static func free(_ block: Block) {
    if block.size.isMapped { munmap(block.base, block.size.bytes) } else { block.base.deallocate() }
  }
}

/// A size of blocks: eight between one power of two and the next, so that at most an eighth of a block is
/// unused and sizes that differ little share blocks.
struct SizeClass {
  let index: Int

  /// The bytes of a block.
  var bytes: Int { ((index & 7 | 8) + 1) << (index >> 3 - 3) }

  /// Whether blocks are pages of their own.
  var isMapped: Bool { bytes >= 1 << 18 }

  static var all: some Sequence<SizeClass> { (0..<number).lazy.map(SizeClass.init(index:)) }
  static var number: Int { 8 * Int.bitWidth }

  private init(index: Int) { self.index = index }

  init(holding bytes: Int) {
    let last = max(bytes, 64) - 1
    let exponent = Int.bitWidth - 1 - last.leadingZeroBitCount
    index = exponent << 3 | last >> (exponent - 3) & 7
  }
}
