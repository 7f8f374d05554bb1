/// One level of an array literal: a number, a truth value or a list of further levels.
///
/// `let a: NDArray<Double> = [[1, 2], [3, 4]]` is read through this type. No operator takes it, so
/// literals cost the type checker nothing; to build an array from variables write
/// `NDArray([x, y])`.
public struct NestedLiteral<Element: NDScalar>: ExpressibleByArrayLiteral {
  fileprivate enum Level {
    case value(Element)
    case list([NestedLiteral])
  }

  fileprivate let level: Level

  public init(arrayLiteral elements: NestedLiteral...) {
    level = .list(elements)
  }

  fileprivate init(_ value: Element) {
    level = .value(value)
  }
}

extension NestedLiteral: ExpressibleByIntegerLiteral where Element: NDNumeric {
  public init(integerLiteral value: Element.IntegerLiteralType) {
    self.init(Element(integerLiteral: value))
  }
}

extension NestedLiteral: ExpressibleByFloatLiteral
where Element: NDFloat, Element: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Element.FloatLiteralType) {
    self.init(Element(floatLiteral: value))
  }
}

extension NestedLiteral: ExpressibleByBooleanLiteral where Element == Bool {
  public init(booleanLiteral value: Bool) {
    self.init(value)
  }
}

extension NestedLiteral {
  /// The shape of the first branch, which all others must have.
  private var shape: [Int] {
    switch level {
    case .value: []
    case .list(let items): [items.count] + (items.first?.shape ?? [])
    }
  }

  /// Appends this level's values in C order; traps where the literal is ragged.
  private func append(to values: inout [Element], shape: ArraySlice<Int>, at path: String) {
    switch level {
    case .value(let value):
      require(
        shape.isEmpty,
        "NDArray: ragged literal: a number at \(path) where a list of \(shape.first ?? 0) belongs")
      values.append(value)
    case .list(let items):
      guard let extent = shape.first else {
        fail("NDArray: ragged literal: a list at \(path) where a number belongs")
      }
      require(
        items.count == extent,
        "NDArray: ragged literal: \(items.count) elements at \(path) where \(extent) belong")
      for (i, item) in items.enumerated() {
        item.append(to: &values, shape: shape.dropFirst(), at: "\(path)[\(i)]")
      }
    }
  }

  fileprivate func array() -> NDArray<Element> {
    var values: [Element] = []
    append(to: &values, shape: shape[...], at: "literal")
    return NDArray(values, shape: shape)
  }
}

extension NDArray: ExpressibleByArrayLiteral {
  /// An array written out as nested lists of equal length; traps when they are ragged.
  public init(arrayLiteral elements: NestedLiteral<Element>...) {
    self = NestedLiteral(list: elements).array()
  }
}

extension NestedLiteral {
  fileprivate init(list: [NestedLiteral]) { level = .list(list) }
}

extension NestedLiteral where Element: NDFloat {
  /// A number that is no literal.
  static func number(_ value: Element) -> NestedLiteral { NestedLiteral(value) }

  /// The same with all signs changed.
  var negated: NestedLiteral {
    switch level {
    case .value(let value): NestedLiteral(-value)
    case .list(let items): NestedLiteral(list: items.map(\.negated))
    }
  }
}
