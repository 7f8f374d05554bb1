import Foundation
import Synchronization

/// What an array refers to: elements in memory, and the layout in which they are the array's.
///
/// Arrays that share a storage may read it freely; only an array that holds the sole reference may write. Element
/// types are all trivial, so the memory is raw and the storage knows no type.
///
/// The elements of a small array lie in the object itself, which then is the array's only allocation; those of a
/// larger one are a block of ``BlockCache``, and those of a view belong to another storage.
final class Storage: ManagedBuffer<Storage.Header, UInt64> {
  struct Header {
    /// Where the layout counts from.
    let base: UnsafeMutableRawPointer
    let owner: Owner
    /// The storage whose elements these are, if they are not this one's own.
    var lender: Storage?
    /// The two parts of a layout.
    var short: ShortLayout
    var spill: Layout.Spill?
    /// The number of elements, and whether the layout is packed: what small operations ask first.
    var count: Int
    var isPacked: Bool
  }

  /// Who gives the memory back.
  enum Owner {
    /// The elements lie behind the object.
    case object
    case block(BlockCache.Block)
    /// The lender, which a view may write if nobody else refers to it.
    case viewed
    /// The lender, which lets this storage write, whoever else refers to it.
    case lender
  }

  /// Elements of more bytes than this get a block.
  private static var largestInside: Int { 4096 }

  // `header` would be checked for overlapping accesses in each use.
  @inline(__always)
  private var known: UnsafeMutablePointer<Header> { withUnsafeMutablePointerToHeader { $0 } }

  deinit {
    if case .block(let block) = known.pointee.owner { BlockCache.shared.giveBack(block) }
    if known.pointee.lender != nil { releaseLenders() }
  }

  /// One after another: each releasing its own, a long chain of loans of loans would overflow the stack.
  private func releaseLenders() {
    var next = known.pointee.lender.take()
    while isKnownUniquelyReferenced(&next) { next = next!.known.pointee.lender.take() }
  }

  #if DEBUG
    /// All bytes that storages have allocated for elements so far; tests count copies with it.
    static let allocatedBytes = Atomic(0)
  #endif
}

// MARK: - Memory of its own

extension Storage {
  /// Room for the elements of a dense layout that begins at 0, uninitialised.
  static func make<Element>(of type: Element.Type, layout: Layout) -> Storage {
    let count = layout.count
    return make(bytes(for: count, of: type)) { Header($0, $1, layout, count: count) }
  }

  /// Room for `count` elements of `type`, one after another, uninitialised.
  static func make<Element>(of type: Element.Type, count: Int) -> Storage {
    make(of: type, layout: Layout(contiguous: [count]))
  }

  /// Room for as many elements in the layout of another storage, which is packed, uninitialised.
  @inline(__always)
  static func make<Element>(of type: Element.Type, packedAs other: Storage) -> Storage {
    make(bytes(for: other.count, of: type), packedAs: other)
  }

  @inline(never)
  private static func make(_ bytes: Int, packedAs other: Storage) -> Storage {
    make(bytes) { Header($0, $1, packedAs: other.known) }
  }

  /// Room for the elements of a dense layout that begins at 0, all zero bytes. The system gives large memory cleared,
  /// page by page when it is first touched.
  static func zeros<Element>(of type: Element.Type, layout: Layout) -> Storage {
    let count = layout.count
    let bytes = bytes(for: count, of: type)
    if bytes <= largestInside {
      let storage = make(bytes) { Header($0, $1, layout, count: count) }
      memset(storage.base, 0, bytes)
      return storage
    }
    let block = BlockCache.shared.takeCleared(bytes)
    return make(Header(block.base, .block(block), layout, count: count))
  }

  private static func bytes<Element>(for count: Int, of type: Element.Type) -> Int {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    require(!overflow, "\(count) elements of \(type) are more bytes than an Int can count")
    #if DEBUG
      // Not as one step, which would take as long as the rest of a small array: the tests that ask are alone.
      allocatedBytes.store(allocatedBytes.load(ordering: .relaxed) + bytes, ordering: .relaxed)
    #endif
    return bytes
  }

  /// Room for so many bytes, with a header that is made knowing where they are and whose.
  @inline(__always)
  private static func make(
    _ bytes: Int, _ header: (UnsafeMutableRawPointer, Owner) -> Header
  ) -> Storage {
    if bytes > largestInside {
      let block = BlockCache.shared.take(bytes)
      return make(header(block.base, .block(block)))
    }
    let buffer = create(minimumCapacity: (bytes + 7) / 8) { buffer in
      header(buffer.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }, .object)
    }
    return unsafeDowncast(buffer, to: Storage.self)
  }

  private static func make(_ header: Header) -> Storage {
    unsafeDowncast(create(minimumCapacity: 0) { _ in header }, to: Storage.self)
  }
}

extension Storage.Header {
  @inline(__always)
  fileprivate init(
    _ base: UnsafeMutableRawPointer, _ owner: Storage.Owner, lender: Storage? = nil,
    _ layout: Layout, count: Int
  ) {
    self.init(
      base: base, owner: owner, lender: lender, short: layout.short, spill: layout.spill,
      count: count, isPacked: layout.isPacked)
  }

  /// For as many elements, laid out from `base` on as those of another storage.
  @inline(__always)
  fileprivate init(
    _ base: UnsafeMutableRawPointer, _ owner: Storage.Owner,
    packedAs other: UnsafePointer<Storage.Header>
  ) {
    self.init(
      base: base, owner: owner, lender: nil, short: other.pointee.short.atStart,
      spill: other.pointee.spill, count: other.pointee.count, isPacked: true)
  }
}

// MARK: - Memory of another

extension Storage {
  /// The same elements in another layout.
  @inline(__always)
  func viewed(in layout: Layout) -> Storage { viewed(layout.short, layout.spill) }

  @inline(never)
  func viewed(_ short: ShortLayout, _ spill: Layout.Spill?) -> Storage {
    let layout = Layout(short, spill)
    return Storage.make(Header(base, .viewed, lender: root, layout, count: layout.count))
  }

  /// The same elements in another layout, under a fresh identity.
  ///
  /// A slice that is being modified in place holds such a loan: it alone refers to the loan, so it may write, while
  /// the array it came from keeps the elements and cannot lose them whatever happens to the slice. If the loan is kept
  /// beyond that, the array must take a copy and leave the elements to it.
  func lent(in layout: Layout) -> Storage {
    Storage.make(Header(base, .lender, lender: self, layout, count: layout.count))
  }

  /// The storage that this one is a view of, or itself. Views of the same elements have one root.
  var root: Storage {
    if case .viewed = known.pointee.owner { known.pointee.lender! } else { self }
  }

  /// Whether nobody reads the elements but who refers to this storage.
  var isAlone: Bool {
    switch known.pointee.owner {
    case .viewed: isKnownUniquelyReferenced(&known.pointee.lender)
    case .object, .block, .lender: true
    }
  }

  /// Whether the memory is for the most part used by `bytes` bytes, and nobody's loan.
  func isFilled(by bytes: Int) -> Bool {
    switch known.pointee.owner {
    case .object: true
    case .block(let block): block.size.bytes <= 2 * bytes
    case .viewed: root.isFilled(by: bytes)
    case .lender: false
    }
  }
}

// MARK: - What a storage tells of itself

extension Storage {
  @inline(__always)
  var base: UnsafeMutableRawPointer { known.pointee.base }

  @inline(__always)
  func pointer<Element>(to type: Element.Type) -> UnsafeMutablePointer<Element> {
    base.assumingMemoryBound(to: type)
  }

  /// Set only where nobody else refers to the storage.
  @inline(__always)
  var layout: Layout {
    get { Layout(known.pointee.short, known.pointee.spill) }
    set {
      known.pointee.short = newValue.short
      known.pointee.spill = newValue.spill
      known.pointee.count = newValue.count
      known.pointee.isPacked = newValue.isPacked
    }
  }

  /// Where the element lies that is `position` steps along one of the first three axes from the first.
  @inline(__always)
  func step(to position: Int, along axis: Int) -> Int {
    known.pointee.short.step(to: position, along: axis)
  }

  /// The number of axes.
  @inline(__always)
  var rank: Int { known.pointee.short.rank }

  /// How far the first element lies from the base.
  @inline(__always)
  var offset: Int { known.pointee.short.offset }

  /// The layout, if it has no more than four axes.
  @inline(__always)
  var shortLayout: ShortLayout? { known.pointee.spill == nil ? known.pointee.short : nil }

  @inline(__always)
  var count: Int { known.pointee.count }

  @inline(__always)
  var isPacked: Bool { known.pointee.isPacked }

  /// Whether the elements of both lie in order, under one shape.
  @inline(__always)
  func isPacked(as other: Storage) -> Bool {
    isPacked && other.isPacked
      && (known.pointee.spill == nil
        ? known.pointee.short.hasShape(of: other.known.pointee.short)
        : layout.shape == other.layout.shape)
  }
}
