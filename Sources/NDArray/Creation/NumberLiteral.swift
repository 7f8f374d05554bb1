/// An element of an array literal of the types other than `Double`, `Int` and `Bool`: a number written out, or a list of
/// them.
///
/// `let a: NDArray<Float> = [[1, 2], [3, 4]]` is read through this type. No operator takes it, so literals cost the type
/// checker nothing; to build such an array from variables write `NDArray([x, y])`.
public struct NumberLiteral<Element: NDScalar>: ExpressibleByArrayLiteral {
  fileprivate enum Level {
    case value(Element)
    case list([NumberLiteral])
  }

  fileprivate let level: Level

  public init(arrayLiteral elements: NumberLiteral...) {
    level = .list(elements)
  }

  fileprivate init(_ value: Element) {
    level = .value(value)
  }
}

extension NumberLiteral: ExpressibleByIntegerLiteral where Element: NDNumeric {
  public init(integerLiteral value: Element.IntegerLiteralType) {
    self.init(Element(integerLiteral: value))
  }
}

extension NumberLiteral: ExpressibleByFloatLiteral
where Element: NDFloat, Element: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Element.FloatLiteralType) {
    self.init(Element(floatLiteral: value))
  }
}

extension NumberLiteral where Element: NDFloat {
  /// Not a number.
  public static var nan: NumberLiteral { NumberLiteral(.nan) }

  /// Positive infinity.
  public static var infinity: NumberLiteral { NumberLiteral(.infinity) }

  /// The ratio of a circle's circumference to its diameter.
  public static var pi: NumberLiteral { NumberLiteral(.pi) }

  /// The literal with its sign changed, as in `-.infinity`.
  public static prefix func - (literal: NumberLiteral) -> NumberLiteral {
    switch literal.level {
    case .value(let value): NumberLiteral(-value)
    case .list(let items): NumberLiteral(items.map { -$0 })
    }
  }

  private init(_ items: [NumberLiteral]) { level = .list(items) }
}

extension NumberLiteral: NDArrayPart {
  public typealias Scalar = Element

  public var _shape: [Int] {
    switch level {
    case .value: []
    case .list(let items): items._shape
    }
  }

  public func _append(to values: inout [Element], shape: ArraySlice<Int>, at path: String) {
    switch level {
    case .value(let value): value._append(to: &values, shape: shape, at: path)
    case .list(let items): items._append(to: &values, shape: shape, at: path)
    }
  }
}

extension NDScalar where LiteralElement == NumberLiteral<Self> {
  public static func _array(_ parts: [NumberLiteral<Self>]) -> NDArray<Self> {
    NDArray(literal: parts)
  }
}
