/// Elements in a row, as memory holds them.
///
/// A class, so that several arrays can look at the same elements: what is written through one of them
/// is seen through all, as in NumPy. (`NDArray` shares memory too, but a write never reaches another
/// variable.) `a.buffer === b.buffer` tells whether two arrays share theirs.
public final class Buffer<Element> {
  public var elements: [Element]

  public init(_ elements: [Element]) {
    self.elements = elements
  }
}
