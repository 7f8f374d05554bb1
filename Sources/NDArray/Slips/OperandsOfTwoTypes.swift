// The operators that refuse operands of two types; see `NDOperand`. Two of each: every further overload would be tried in
// each line with elements or literals.

extension NDArray where Element: NDFloat {
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand>(a: NDArray, b: Other) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand>(a: Other, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand>(a: NDArray, b: Other) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand>(a: Other, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand>(a: NDArray, b: Other) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand>(a: Other, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand>(a: NDArray, b: Other) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand>(a: Other, b: NDArray) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand>(a: NDArray, b: Other) -> NDArray { fatalError() }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand>(a: Other, b: NDArray) -> NDArray { fatalError() }
}

extension Double {
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDInteger>(a: Double, b: Other) -> Double {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDInteger>(a: Other, b: Double) -> Double {
    fatalError()
  }
}
