// What is written here in another way, from methods to shapes: the compiler says how.

extension NDArray {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write let d: Double = Linalg.det(a)")
  public func det() -> Double { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write try Linalg.inv(a)")
  public func inv() -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write Linalg.norm(a)")
  public func norm() -> Double { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write try a.write(npy: URL(fileURLWithPath: path))")
  public func save(_ path: String) { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write try NDArray<Double>(npy: URL(fileURLWithPath: path))")
  public static func load(_ path: String) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write a.reshaped([3, 1])")
  public func reshaped(_ extents: Int...) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write NDArray.full([2, 3], value)")
  public static func full(_ count: Int, _ value: Element) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a[.ellipsis, 0]")
  public subscript(_ all: (UnboundedRange_) -> Void, _ rest: any NDIndex...) -> NDArray {
    fatalError()
  }
}

extension NDArray where Element == Double {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write NDArray.zeros([2, 3])")
  public static func zeros(_ extents: Int...) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write NDArray.ones([2, 3])")
  public static func ones(_ extents: Int...) -> NDArray { fatalError() }
}

extension NDArray {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write NDArray<Float>.zeros([2, 3])")
  @_disfavoredOverload
  public static func zeros(_ extents: Int...) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "a shape is one list: write NDArray<Float>.ones([2, 3])")
  @_disfavoredOverload
  public static func ones(_ extents: Int...) -> NDArray { fatalError() }
}

extension NDArray {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.sum(axes: [0, 1])")
  public func sum(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.sum(axis: 0)")
  public func sum(_ axis: Int) -> NDArray<Element.Sum> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.prod(axes: [0, 1])")
  public func prod(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Sum> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.prod(axis: 0)")
  public func prod(_ axis: Int) -> NDArray<Element.Sum> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.mean(axes: [0, 1])")
  public func mean(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.mean(axis: 0)")
  public func mean(_ axis: Int) -> NDArray<Element.Quotient> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.std(axes: [0, 1])")
  public func std(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.std(axis: 0)")
  public func std(_ axis: Int) -> NDArray<Element.Quotient> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.variance(axes: [0, 1])")
  public func variance(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.variance(axis: 0)")
  public func variance(_ axis: Int) -> NDArray<Element.Quotient> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.median(axes: [0, 1])")
  public func median(axis: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    fatalError()
  }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.median(axis: 0)")
  public func median(_ axis: Int) -> NDArray<Element.Quotient> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.max(axes: [0, 1])")
  public func max(axis: [Int], keepDims: Bool = false) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.max(axis: 0)")
  public func max(_ axis: Int) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.min(axes: [0, 1])")
  public func min(axis: [Int], keepDims: Bool = false) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.min(axis: 0)")
  public func min(_ axis: Int) -> NDArray { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.all(axes: [0, 1])")
  public func all(axis: [Int], keepDims: Bool = false) -> NDArray<Bool> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.all(axis: 0)")
  public func all(_ axis: Int) -> NDArray<Bool> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "several axes: write a.any(axes: [0, 1])")
  public func any(axis: [Int], keepDims: Bool = false) -> NDArray<Bool> { fatalError() }

  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write a.any(axis: 0)")
  public func any(_ axis: Int) -> NDArray<Bool> { fatalError() }
}

@_documentation(visibility: internal)
@available(*, unavailable, renamed: "isNaN(_:)")
public func isNan<E: NDFloat>(_ a: NDArray<E>) -> NDArray<Bool> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "a shape is one list: write NDArray.zeros([2, 3])")
public func zeros(_ extents: Int...) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "a shape is one list: write NDArray.ones([2, 3])")
public func ones(_ extents: Int...) -> NDArray<Double> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write maximum(a, b)")
public func max<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write maximum(a, b)")
public func max<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write maximum(a, b)")
public func max<E: NDNumeric>(_ a: E, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write minimum(a, b)")
public func min<E: NDNumeric>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write minimum(a, b)")
public func min<E: NDNumeric>(_ a: NDArray<E>, _ b: E) -> NDArray<E> { fatalError() }

@_documentation(visibility: internal)
@available(*, unavailable, message: "write minimum(a, b)")
public func min<E: NDNumeric>(_ a: E, _ b: NDArray<E>) -> NDArray<E> { fatalError() }

// No `exp()` and the like: within an extension of NDArray they would hide the functions.
extension NDArray {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "write isNaN(a)")
  public var isNan: NDArray<Bool> { fatalError() }
}
