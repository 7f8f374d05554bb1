// The operators that refuse operands of two types; see `NDOperand`.

extension NDArray where Element: NDFloat {
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand & NDBitwise>(a: NDArray, b: Other) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand & NDBitwise>(a: Other, b: NDArray) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand & NDBitwise>(a: NDArray, b: NDArray<Other>) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand & NDBitwise>(a: NDArray, b: Other) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand & NDBitwise>(a: Other, b: NDArray) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand & NDBitwise>(a: NDArray, b: NDArray<Other>) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand & NDBitwise>(a: NDArray, b: Other) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand & NDBitwise>(a: Other, b: NDArray) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand & NDBitwise>(a: NDArray, b: NDArray<Other>) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDBitwise>(a: NDArray, b: Other) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDBitwise>(a: Other, b: NDArray) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDBitwise>(a: NDArray, b: NDArray<Other>) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand & NDBitwise>(a: NDArray, b: Other) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand & NDBitwise>(a: Other, b: NDArray) -> NDArray {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand & NDBitwise>(a: NDArray, b: NDArray<Other>) -> NDArray {
    fatalError()
  }
}

extension NDArray where Element: NDBitwise {
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func + <Other: NDOperand & NDFloat>(a: NDArray, b: NDArray<Other>) -> NDArray<Other>
  {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func - <Other: NDOperand & NDFloat>(a: NDArray, b: NDArray<Other>) -> NDArray<Other>
  {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func * <Other: NDOperand & NDFloat>(a: NDArray, b: NDArray<Other>) -> NDArray<Other>
  {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func / <Other: NDOperand & NDFloat>(a: NDArray, b: NDArray<Other>) -> NDArray<Other>
  {
    fatalError()
  }
  @_documentation(visibility: internal)
  @_disfavoredOverload
  public static func ** <Other: NDOperand & NDFloat>(a: NDArray, b: NDArray<Other>) -> NDArray<
    Other
  > {
    fatalError()
  }
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
