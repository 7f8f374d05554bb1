/// What an array literal may be made of: an element, an array, or a list of these.
///
/// ```swift
/// let x = 0.25
/// let p: NDArray<Double> = [x, 1 - x]
/// let rows: NDArray<Double> = [p, [0, 1]]
/// ```
///
/// Literals of `Double`, `Int` and `Bool` arrays take it. A literal as an element is a literal of the type, so that no
/// number is converted.
public protocol NDArrayPart<Scalar> {
  /// The type of the elements.
  associatedtype Scalar: NDScalar

  /// The shape of the first branch, which all others must have.
  var _shape: [Int] { get }
  /// Appends the elements in C order; traps where the literal is ragged.
  func _append(to values: inout [Scalar], shape: ArraySlice<Int>, at path: String)
}

extension NDScalar {
  public var _shape: [Int] { [] }

  public func _append(to values: inout [Self], shape: ArraySlice<Int>, at path: String) {
    require(
      shape.isEmpty,
      "NDArray: ragged literal: a number at \(path) where a list of \(shape.first ?? 0) belongs")
    values.append(self)
  }
}

extension Double: NDArrayPart { public typealias Scalar = Double }
extension Int: NDArrayPart { public typealias Scalar = Int }
extension Bool: NDArrayPart { public typealias Scalar = Bool }

extension NDArrayPart where Self == Double {
  /// Not a number.
  public static var nan: Double { Double.nan }

  /// Positive infinity.
  public static var infinity: Double { Double.infinity }

  /// The ratio of a circle's circumference to its diameter.
  public static var pi: Double { Double.pi }
}

extension Array: NDArrayPart where Element: NDArrayPart {
  public typealias Scalar = Element.Scalar

  public var _shape: [Int] { [count] + (first?._shape ?? []) }

  public func _append(to values: inout [Scalar], shape: ArraySlice<Int>, at path: String) {
    guard let extent = shape.first else {
      fail("NDArray: ragged literal: a list at \(path) where a number belongs")
    }
    require(
      count == extent,
      "NDArray: ragged literal: \(count) elements at \(path) where \(extent) belong")
    for (i, part) in enumerated() {
      part._append(to: &values, shape: shape.dropFirst(), at: "\(path)[\(i)]")
    }
  }
}

extension NDArray: NDArrayPart {
  public typealias Scalar = Element

  public var _shape: [Int] { shape }

  public func _append(to values: inout [Element], shape: ArraySlice<Int>, at path: String) {
    require(
      self.shape == Array(shape),
      "NDArray: ragged literal: an array of shape \(layout.shape.text) at \(path) where \(Dims(shape).text) belongs"
    )
    values += elements
  }
}

extension NDArray: ExpressibleByArrayLiteral {
  public typealias ArrayLiteralElement = Element.LiteralElement

  /// An array written out: elements, arrays of one shape, or nested lists of them. Traps when it is ragged.
  public init(arrayLiteral parts: Element.LiteralElement...) {
    self = Element._array(parts)
  }

  init(literal parts: [some NDArrayPart<Element>]) {
    var values: [Element] = []
    let shape = parts._shape
    parts._append(to: &values, shape: shape[...], at: "literal")
    self.init(values, shape: shape)
  }

  init(literal parts: [any NDArrayPart<Element>]) {
    var values: [Element] = []
    let inner = parts.first?._shape ?? []
    for (i, part) in parts.enumerated() {
      part._append(to: &values, shape: inner[...], at: "literal[\(i)]")
    }
    self.init(values, shape: [parts.count] + inner)
  }
}

extension NDScalar where LiteralElement == any NDArrayPart<Self> {
  public static func _array(_ parts: [any NDArrayPart<Self>]) -> NDArray<Self> {
    NDArray(literal: parts)
  }
}
