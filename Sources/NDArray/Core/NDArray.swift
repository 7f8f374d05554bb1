/// An n-dimensional array of numbers or truth values, with NumPy's semantics and Swift's value
/// semantics.
///
/// ```swift
/// let a: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]
/// let b = a.T + 10
/// print(b.shape)         // [3, 2]
/// print(a.sum(axis: 0))  // [5. 7. 9.]
/// ```
///
/// An array is one reference: to a shape, a stride per axis and an offset, and the elements that they
/// describe. Slices, transposes and broadcasts are views: they cost O(1) and share the elements until one
/// of the arrays is written. Writing never changes another variable; this is the one deliberate difference from
/// NumPy, where `b = a[0]; b[0] = 1` changes `a`. Assigning *to* a slice, `a[0][0] = 1` or
/// `a[0..<2] += 1`, works in place.
///
/// Mistakes in a program (shapes that do not broadcast, an axis or an index out of range) stop it
/// with a message that names the operation and the shapes, as with `Array`. What depends on data, such
/// as a singular matrix, throws.
public struct NDArray<Element: NDScalar> {
  var storage: Storage

  @inline(__always)
  init(storage: Storage) { self.storage = storage }

  /// The elements of a storage that nobody else refers to, in another layout.
  init(storage: Storage, layout: Layout) {
    storage.layout = layout
    self.storage = storage
  }

  /// An array with uninitialised elements laid out as `layout`, which must be dense from offset 0;
  /// `fill` must write every element.
  init(layout: Layout, fill: (UnsafeMutablePointer<Element>) -> Void) {
    storage = Storage.make(of: Element.self, layout: layout)
    fill(storage.pointer(to: Element.self))
  }

  /// An array laid out as another's storage, which is packed, whose elements `fill` writes, all of them; it is told
  /// their number.
  @inline(__always)
  init(packedAs other: Storage, fill: (UnsafeMutablePointer<Element>, Int) -> Void) {
    storage = Storage.make(of: Element.self, packedAs: other)
    fill(storage.pointer(to: Element.self), storage.count)
  }

  /// An array in C order whose elements `fill` writes, all of them.
  init(shape: Dims, fill: (UnsafeMutablePointer<Element>) -> Void) {
    self.init(layout: Layout(contiguous: shape), fill: fill)
  }
}

extension NDArray: @unchecked Sendable {}

// MARK: - Layout

extension NDArray {
  /// Where the elements lie. Setting it makes a view where others refer to the storage too.
  @inline(__always)
  var layout: Layout {
    get { storage.layout }
    set {
      if isKnownUniquelyReferenced(&storage) {
        storage.layout = newValue
      } else {
        storage = storage.viewed(in: newValue)
      }
    }
  }

  /// These elements in another layout.
  @inline(__always)
  func view(_ layout: Layout) -> NDArray { NDArray(storage: storage.viewed(in: layout)) }

  /// The same where there are at most four axes.
  @inline(__always)
  func view(_ layout: ShortLayout) -> NDArray { NDArray(storage: storage.viewed(layout, nil)) }

  /// These elements in another layout, on loan to be modified in place. No other reference to the loan may stand
  /// beside the array, or it would copy before it writes.
  func loan(_ layout: Layout) -> NDArray { NDArray(storage: storage.lent(in: layout)) }

  /// Whether this array still has the memory of `other`, in that layout, and nobody else has kept it, who might write
  /// it later.
  mutating func isLoan(_ layout: Layout, of other: NDArray) -> Bool {
    storage.base == other.storage.base && self.layout == layout && isUnique()
  }
}

// MARK: - What an array tells of itself

extension NDArray {
  /// The number of elements along each axis. A 0-dimensional array, which holds one element, has an
  /// empty shape.
  public var shape: [Int] { Array(layout.shape) }

  /// The number of axes.
  public var rank: Int {
    @inline(__always) get { storage.rank }
  }

  /// The number of elements: the product of the shape.
  public var count: Int { storage.count }

  /// How many elements apart in memory neighbours along each axis are. Zero along a broadcast axis,
  /// negative along a reversed one. NumPy counts these in bytes.
  public var strides: [Int] { Array(layout.strides) }

  /// The element type as a value, named as NumPy names it.
  public var dtype: DType { Element.dtype }

  /// Whether the elements lie one after another in memory in C order.
  public var isContiguous: Bool { storage.isPacked || layout.isContiguous }

  /// The elements in C order, the last axis varying fastest. Complexity: O(`count`).
  public var elements: [Element] {
    requireMemory(for: count, of: Element.self, "elements")
    return Array(unsafeUninitializedCapacity: count) { elements, initialised in
      initialised = count
      if let start = elements.baseAddress { writeElements(to: start) }
    }
  }

  /// The only element of an array that has exactly one; traps for any other.
  public var scalar: Element {
    require(
      count == 1,
      "scalar: only an array of one element has it, this one has shape \(layout.shape.text)")
    return withExtendedLifetime(storage) { pointer.pointee._plain }
  }
}

// MARK: - Memory

extension NDArray {
  /// The first element. Valid while the storage is alive.
  @inline(__always)
  var pointer: UnsafePointer<Element> {
    UnsafePointer(storage.pointer(to: Element.self) + storage.offset)
  }

  /// Calls `body` with the first element, keeping the storage alive meanwhile.
  @inline(__always)
  func withPointer<Result>(_ body: (UnsafePointer<Element>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(pointer) }
  }

  /// This array if it lies in C order already, else a copy that does.
  public func contiguous() -> NDArray {
    isContiguous ? self : copied()
  }

  /// A copy in C order with a storage of its own. Complexity: O(`count`).
  public func copied() -> NDArray {
    if storage.isPacked {
      return NDArray(packedAs: storage) { out, count in
        withPointer { _Loop(row: count).copy($0, out) }
      }
    }
    return NDArray(shape: layout.shape) { writeElements(to: $0) }
  }

  /// Writes the elements in C order to memory that has room for them.
  func writeElements(to out: UnsafeMutablePointer<Element>) {
    let target = Layout(contiguous: layout.shape)
    withPointer { _Loop.over(shape: layout.shape, layout, target).copy($0, out) }
  }

  /// Makes this array the only one that refers to its elements, copying them if it is not.
  mutating func makeUnique() {
    if !isUnique() || !storage.isPacked && layout.overlapsItself { self = copied() }
  }

  /// Whether nobody else refers to the elements.
  @inline(__always)
  mutating func isUnique() -> Bool { isKnownUniquelyReferenced(&storage) && storage.isAlone }

  /// Calls `body` with the first element of a storage that this array alone refers to.
  @inline(__always)
  mutating func withMutablePointer<Result>(
    _ body: (UnsafeMutablePointer<Element>) throws -> Result
  ) rethrows -> Result {
    makeUnique()
    return try withExtendedLifetime(storage) {
      try body(storage.pointer(to: Element.self) + storage.offset)
    }
  }

  /// Copies `source`, stretched to this array's shape, over its elements.
  mutating func overwrite(with source: NDArray, in operation: StaticString) {
    let source = source.broadcast(to: layout.shape, in: operation)
    makeUnique()
    let loop = _Loop.over(shape: layout.shape, source.layout, layout)
    withMutablePointer { out in source.withPointer { loop.copy($0, out) } }
  }
}
