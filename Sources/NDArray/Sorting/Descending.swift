extension NDArray {
  /// The elements along `axis` in ascending or descending order; descending, NaN comes first, as in the reverse of NumPy's
  /// `sort`.
  public func sorted(axis: Int = -1, descending: Bool) -> NDArray {
    let ascending = sorted(axis: axis)
    return descending ? ascending.flipped(axes: [axis]) : ascending
  }

  /// The positions along `axis` that sort the elements in ascending or descending order: descending, the reverse of
  /// NumPy's `argsort`.
  public func argSorted(axis: Int = -1, descending: Bool) -> NDArray<Int> {
    let ascending = argSorted(axis: axis)
    return descending ? ascending.flipped(axes: [axis]) : ascending
  }
}
