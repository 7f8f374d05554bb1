/// A list whose first three entries lie in the value itself: one as short costs no allocation.
struct ShortList<Element> {
  private static var inlineCapacity: Int { 3 }

  private var x, y, z: Element
  private var rest: [Element] = []
  private(set) var count = 0

  /// No entries; `filler` lies where some may come.
  @inline(__always)
  init(filler: Element) { (x, y, z) = (filler, filler, filler) }

  @inline(__always)
  mutating func append(_ element: Element) {
    count += 1
    if count <= Self.inlineCapacity { self[count - 1] = element } else { rest.append(element) }
  }

  @inline(__always)
  mutating func prepend(_ element: Element) {
    append(element)
    for i in stride(from: count - 1, to: 0, by: -1) { swapAt(i, i - 1) }
  }

  mutating func remove(at position: Int) -> Element {
    let removed = self[position]
    for i in position..<(count - 1) { self[i] = self[i + 1] }
    if count > Self.inlineCapacity { rest.removeLast() }
    count -= 1
    return removed
  }
}

extension ShortList: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  subscript(i: Int) -> Element {
    @inline(__always)
    get {
      switch i {
      case 0: x
      case 1: y
      case 2: z
      default: rest[i - Self.inlineCapacity]
      }
    }
    @inline(__always)
    set {
      switch i {
      case 0: x = newValue
      case 1: y = newValue
      case 2: z = newValue
      default: rest[i - Self.inlineCapacity] = newValue
      }
    }
  }
}
