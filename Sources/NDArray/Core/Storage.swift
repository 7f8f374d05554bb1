import Synchronization

/// The memory behind one or more arrays.
///
/// Arrays that share a storage may read it freely; only an array that holds the sole reference may
/// write. Element types are all trivial, so the memory is raw and the storage knows no type.
final class Storage: @unchecked Sendable {
  let base: UnsafeMutableRawPointer
  /// The storage whose memory this one lends out, or nil for one that owns its memory.
  private let lender: Storage?

  /// Room for `count` elements of `type`, uninitialised. More than a page is aligned to a cache line;
  /// for less, an allocation without alignment is much faster.
  init<Element>(of type: Element.Type, count: Int) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    require(!overflow, "\(count) elements of \(type) are more bytes than an Int can count")
    base = .allocate(byteCount: Swift.max(bytes, 1), alignment: bytes > 4096 ? 64 : 16)
    lender = nil
    #if DEBUG
      Storage.allocatedBytes.add(bytes, ordering: .relaxed)
    #endif
  }

  /// Lends the memory of `owner` under a fresh identity.
  ///
  /// A slice that is being modified in place holds such a loan: it alone refers to the loan, so it
  /// may write, while the array it came from keeps the owner and cannot lose its elements whatever
  /// happens to the slice.
  init(lending owner: Storage) {
    base = owner.base
    lender = owner
  }

  #if DEBUG
    /// All bytes that storages have allocated so far; tests count copies with it.
    static let allocatedBytes = Atomic(0)
  #endif

  deinit {
    if lender == nil { base.deallocate() }
  }

  @inline(__always)
  func pointer<Element>(to type: Element.Type) -> UnsafeMutablePointer<Element> {
    base.assumingMemoryBound(to: type)
  }
}
