// Operators of single values, where elements are meant. The compiler says which operator goes through the elements.

extension NDArray {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .< b")
  public static func < (a: NDArray, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .< b).all() or .any()"
  )
  @_disfavoredOverload
  public static func < (a: NDArray, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .< b")
  public static func < (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .< b).all() or .any()"
  )
  @_disfavoredOverload
  public static func < (a: NDArray, b: Element) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .< b")
  public static func < (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .< b).all() or .any()"
  )
  @_disfavoredOverload
  public static func < (a: Element, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .<= b")
  public static func <= (a: NDArray, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .<= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func <= (a: NDArray, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .<= b")
  public static func <= (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .<= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func <= (a: NDArray, b: Element) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .<= b")
  public static func <= (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .<= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func <= (a: Element, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .> b")
  public static func > (a: NDArray, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .> b).all() or .any()"
  )
  @_disfavoredOverload
  public static func > (a: NDArray, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .> b")
  public static func > (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .> b).all() or .any()"
  )
  @_disfavoredOverload
  public static func > (a: NDArray, b: Element) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .> b")
  public static func > (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .> b).all() or .any()"
  )
  @_disfavoredOverload
  public static func > (a: Element, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .>= b")
  public static func >= (a: NDArray, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .>= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func >= (a: NDArray, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .>= b")
  public static func >= (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .>= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func >= (a: NDArray, b: Element) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .>= b")
  public static func >= (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(
    *, unavailable, message: "one truth value for all elements: write (a .>= b).all() or .any()"
  )
  @_disfavoredOverload
  public static func >= (a: Element, b: NDArray) -> Bool { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .== b")
  public static func == (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .== b")
  public static func == (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .!= b")
  public static func != (a: NDArray, b: Element) -> NDArray<Bool> { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are compared with a dot: write a .!= b")
  public static func != (a: Element, b: NDArray) -> NDArray<Bool> { fatalError() }
}

extension NDArray where Element: NDBitwise {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .& b")
  public static func & (a: NDArray, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .&= b")
  public static func &= (a: inout NDArray, b: NDArray) { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .| b")
  public static func | (a: NDArray, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .|= b")
  public static func |= (a: inout NDArray, b: NDArray) { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .^ b")
  public static func ^ (a: NDArray, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .^= b")
  public static func ^= (a: inout NDArray, b: NDArray) { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are turned around with a dot: write .!a")
  public static prefix func ~ (a: NDArray) -> NDArray { fatalError() }
}

extension NDArray where Element == Bool {
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .& b")
  public static func && (a: NDArray, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are combined with a dot: write a .| b")
  public static func || (a: NDArray, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @available(*, unavailable, message: "elements are turned around with a dot: write .!a")
  public static prefix func ! (a: NDArray) -> NDArray { fatalError() }
}
