/// An array as one would write it down: a shape and every element in C order. No views, no strides, no
/// sharing; whatever is done to it is done element by element.
struct Model<Element: Equatable & Sendable>: Equatable, Sendable {
  let shape: [Int]
  private(set) var elements: [Element]

  init(_ shape: [Int], _ elements: [Element]) {
    precondition(elements.count == shape.reduce(1, *))
    (self.shape, self.elements) = (shape, elements)
  }

  init(_ shape: [Int], _ element: ([Int]) -> Element) {
    self.init(shape, Model.indices(of: shape).map(element))
  }

  /// Every index of a shape, in C order.
  static func indices(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { indices, extent in
      indices.flatMap { index in (0..<extent).map { index + [$0] } }
    }
  }

  var indices: [[Int]] { Model.indices(of: shape) }

  subscript(index: [Int]) -> Element {
    get { elements[position(of: index)] }
    set { elements[position(of: index)] = newValue }
  }

  private func position(of index: [Int]) -> Int {
    precondition(index.count == shape.count)
    return zip(index, shape).reduce(0) { position, axis in
      precondition((0..<axis.1).contains(axis.0))
      return position * axis.1 + axis.0
    }
  }
}

// MARK: - Broadcasting

extension Model {
  /// Stretched to a shape, or nil when it does not fit.
  func stretched(to target: [Int]) -> Model? {
    let missing = target.count - shape.count
    guard missing >= 0, zip(shape, target.dropFirst(missing)).allSatisfy({ $0 == $1 || $0 == 1 })
    else { return nil }
    return Model(target) { index in
      self[zip(shape, index.dropFirst(missing)).map { $0 == 1 ? 0 : $1 }]
    }
  }

  /// The shape that two shapes broadcast to, or nil.
  static func common(_ a: [Int], _ b: [Int]) -> [Int]? {
    let rank = max(a.count, b.count)
    let padded = [a, b].map { [Int](repeating: 1, count: rank - $0.count) + $0 }
    var shape: [Int] = []
    for (x, y) in zip(padded[0], padded[1]) {
      guard x == y || x == 1 || y == 1 else { return nil }
      shape.append(x == 1 ? y : x)
    }
    return shape
  }

  /// An operation on each pair of elements, or nil when the shapes do not fit.
  func combined<Result: Sendable>(
    with other: Model, _ operation: (Element, Element) -> Result
  ) -> Model<Result>? {
    guard let shape = Model.common(shape, other.shape), let a = stretched(to: shape),
      let b = other.stretched(to: shape)
    else { return nil }
    return Model<Result>(shape, zip(a.elements, b.elements).map(operation))
  }
}

// MARK: - Along an axis

extension Model {
  func map<Result: Sendable>(_ transform: (Element) -> Result) -> Model<Result> {
    Model<Result>(shape, elements.map(transform))
  }

  /// What becomes of each line of elements along an axis; lines of another length than before have
  /// `count` elements.
  func alongAxis<Result: Sendable>(
    _ axis: Int, count: Int? = nil, _ transform: ([Element]) -> [Result]
  ) -> Model<Result> {
    var outer = shape
    let extent = outer.remove(at: axis)
    var lines: [[Int]: [Result]] = [:]
    for index in Model.indices(of: outer) {
      lines[index] = transform(
        (0..<extent).map { i in
          var full = index
          full.insert(i, at: axis)
          return self[full]
        })
    }
    var result = shape
    result[axis] = count ?? extent
    return Model<Result>(result) { index in
      var outer = index
      let i = outer.remove(at: axis)
      return lines[outer]![i]
    }
  }

  /// Without an axis of extent 1.
  func dropping(axis: Int) -> Model {
    var shape = shape
    precondition(shape.remove(at: axis) == 1)
    return Model(shape, elements)
  }
}
