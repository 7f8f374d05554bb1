extension NDArray {
  /// The middle element in ascending order, or the mean of the two in the middle. NaN if there is one, and
  /// for an empty array. Complexity: O(`count`).
  public func median() -> Element.Quotient {
    median(axes: allAxes).scalar
  }

  /// The median along one axis, which goes away unless `keepDims`. Traps when there is no such axis.
  public func median(axis: Int, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    median(axes: [axis], keepDims: keepDims)
  }

  /// The median along several axes at once.
  public func median(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    median(axes: axes, keepDims: keepDims, skippingNaN: false, "median")
  }

  /// The median of the elements that are not NaN; NaN when there are none. Complexity: O(`count`).
  public func nanMedian() -> Element.Quotient {
    nanMedian(axes: allAxes).scalar
  }

  /// The median along one axis of what is not NaN; NaN where nothing is left. Traps when there is no such
  /// axis.
  public func nanMedian(axis: Int, keepDims: Bool = false) -> NDArray<Element.Quotient> {
    nanMedian(axes: [axis], keepDims: keepDims)
  }

  /// The median along several axes of what is not NaN.
  public func nanMedian(axes: [Int], keepDims: Bool = false) -> NDArray<Element.Quotient> {
    median(axes: axes, keepDims: keepDims, skippingNaN: true, "nanmedian")
  }
}
