// What `Array` offers for its elements. An array is no `Sequence`: that would bring a second `max`, `min`, `sorted` and `+`
// into every expression, and leave open whether a matrix goes by its rows; a loop says `for x in a.elements`.

extension NDArray {
  /// Whether there are no elements.
  public var isEmpty: Bool { count == 0 }

  /// The first element in C order, nil if there is none.
  public var first: Element? { elements(upTo: 1).first }

  /// The last element in C order, nil if there is none.
  public var last: Element? { isEmpty ? nil : flattened().elements.last }

  /// The results of a function on each element, in C order; NDArray(…) makes an array of them.
  public func map<Result>(_ transform: (Element) throws -> Result) rethrows -> [Result] {
    try elements.map(transform)
  }

  /// The elements in C order for which a condition holds; `a[a .> 0]` is faster.
  public func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
    try elements.filter(isIncluded)
  }

  /// Each element in C order with its position along each axis; NumPy's `ndenumerate`.
  public func enumeratedElements() -> [(position: [Int], element: Element)] {
    let shape = shape
    var position = [Int](repeating: 0, count: shape.count)
    return elements.map { element in
      let here = position
      for axis in shape.indices.reversed() {
        position[axis] += 1
        if position[axis] < shape[axis] { break }
        position[axis] = 0
      }
      return (here, element)
    }
  }

  private func elements(upTo count: Int) -> [Element] {
    isEmpty ? [] : flattened()[0..<count].elements
  }
}

extension NDArray where Element: NDNumeric {
  /// The array itself.
  public static prefix func + (a: NDArray) -> NDArray { a }
}

extension NDArray where Element: NDFloat {
  /// The whole numbers of a range as a one-dimensional array.
  @_documentation(visibility: internal)
  public init(_ range: Range<Int>) { self.init(range.map { Element($0) }) }

  /// The whole numbers of a range as a one-dimensional array.
  @_documentation(visibility: internal)
  public init(_ range: ClosedRange<Int>) { self.init(range.map { Element($0) }) }
}
