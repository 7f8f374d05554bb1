import Foundation
import Synchronization

/// The memory behind one or more arrays.
///
/// Arrays that share a storage may read it freely; only an array that holds the sole reference may
/// write. Element types are all trivial, so the memory is raw and the storage knows no type.
///
/// A few elements lie in the object itself, which then is the array's only allocation; more have a
/// block of ``BlockCache``.
final class Storage: ManagedBuffer<Storage.Memory, UInt64> {
  /// Where the elements are, and whose.
  struct Memory {
    let base: UnsafeMutableRawPointer
    let owner: Owner
  }

  enum Owner {
    /// The elements lie behind the object.
    case object
    case block(BlockCache.Block)
    /// The elements are another storage's.
    case lender(Storage)
  }

  /// Elements of more bytes than this get a block.
  private static var largestInside: Int { 4096 }

  /// Room for `count` elements of `type`, uninitialised.
  static func make<Element>(of type: Element.Type, count: Int) -> Storage {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    require(!overflow, "\(count) elements of \(type) are more bytes than an Int can count")
    #if DEBUG
      Storage.allocatedBytes.add(bytes, ordering: .relaxed)
    #endif
    if bytes > largestInside {
      let block = BlockCache.shared.take(bytes)
      return make(Memory(base: block.base, owner: .block(block)))
    }
    let buffer = Storage.create(minimumCapacity: (bytes + 7) / 8) { buffer in
      Memory(
        base: buffer.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) },
        owner: .object)
    }
    return unsafeDowncast(buffer, to: Storage.self)
  }

  /// Room for `count` elements of `type`, all zero bytes. The system gives large memory cleared, page by page when
  /// it is first touched.
  static func zeros<Element>(of type: Element.Type, count: Int) -> Storage {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    if overflow || bytes <= largestInside {
      let storage = make(of: type, count: count)
      memset(storage.base, 0, bytes)
      return storage
    }
    let block = BlockCache.shared.takeCleared(bytes)
    return make(Memory(base: block.base, owner: .block(block)))
  }

  /// The memory of `owner` under a fresh identity.
  ///
  /// A slice that is being modified in place holds such a loan: it alone refers to the loan, so it
  /// may write, while the array it came from keeps the owner and cannot lose its elements whatever
  /// happens to the slice.
  static func lending(_ owner: Storage) -> Storage {
    make(Memory(base: owner.base, owner: .lender(owner)))
  }

  private static func make(_ memory: Memory) -> Storage {
    unsafeDowncast(Storage.create(minimumCapacity: 0) { _ in memory }, to: Storage.self)
  }

  #if DEBUG
    /// All bytes that storages have allocated so far; tests count copies with it.
    static let allocatedBytes = Atomic(0)
  #endif

  deinit {
    withUnsafeMutablePointerToHeader {
      if case .block(let block) = $0.pointee.owner { BlockCache.shared.giveBack(block) }
    }
  }

  /// Whether the memory is this storage's own, and for the most part used by `bytes` bytes.
  func isFilled(by bytes: Int) -> Bool {
    withUnsafeMutablePointerToHeader {
      switch $0.pointee.owner {
      case .object: true
      case .block(let block): block.size.bytes <= 2 * bytes
      case .lender: false
      }
    }
  }

  var base: UnsafeMutableRawPointer {
    // `header` would be checked for overlapping accesses, though nothing ever writes it.
    withUnsafeMutablePointerToHeader { $0.pointee.base }
  }

  @inline(__always)
  func pointer<Element>(to type: Element.Type) -> UnsafeMutablePointer<Element> {
    base.assumingMemoryBound(to: type)
  }
}
