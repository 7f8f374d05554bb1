// Arrays as sets of their elements. The results are sorted, distinct and one-dimensional. NaN equals
// nothing, so it is in no intersection and every one of both arrays is in the symmetric difference.

/// The elements that both arrays contain. Complexity: O(n).
public func intersect1d<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  let all = concatenated([a.unique(), b.unique()]).sorted()
  if all.count == 0 { return all }
  let earlier = all[..<(-1)]
  return earlier[earlier .== all[1...]]
}

/// The elements that both arrays contain, with the position of each in C order where it first stands in either
/// array. Complexity: O(n log n).
public func intersect1dWithPositions<E: NDScalar>(
  _ a: NDArray<E>, _ b: NDArray<E>
) -> (values: NDArray<E>, inFirst: NDArray<Int>, inSecond: NDArray<Int>) {
  let common = intersect1d(a, b)
  func positions(in array: NDArray<E>) -> NDArray<Int> {
    let distinct = array.uniqueAll()
    return distinct.firstPositions[distinct.values.searchSorted(common)]
  }
  return (common, positions(in: a), positions(in: b))
}

/// The elements that at least one of the arrays contains. Complexity: O(n).
public func union1d<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  concatenated([a.flattened(), b.flattened()]).unique()
}

/// The elements of `a` that `b` does not contain. Complexity: O(n log n).
public func setdiff1d<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  let distinct = a.unique()
  return distinct[distinct.isIn(b, invert: true)]
}

/// The elements that exactly one of the arrays contains. Complexity: O(n).
public func setxor1d<E: NDScalar>(_ a: NDArray<E>, _ b: NDArray<E>) -> NDArray<E> {
  let all = concatenated([a.unique(), b.unique()]).sorted()
  if all.count == 0 { return all }
  let differs = all[1...] .!= all[..<(-1)]
  let edge = NDArray<Bool>([true])
  return all[concatenated([differs, edge]) .& concatenated([edge, differs])]
}

extension NDArray {
  /// Whether each element is one of `elements`, or, with `invert`, is none of them. NaN is none.
  ///
  /// Same shape as this array. Complexity: O((n + m) log m) for m elements.
  public func isIn(_ elements: NDArray, invert: Bool = false) -> NDArray<Bool> {
    let sorted = elements.flattened().keyRows(axes: [0])
    Element._Key._sort(sorted.keys, count: sorted.count)
    let keys = keyRows(axes: allAxes)
    let found = NDArray<Bool>(shape: layout.shape) {
      Element._Key._contains(
        sorted.keys, length: sorted.count, keys.keys, count: keys.count,
        absent: Element._nanKey, $0)
    }
    return invert ? .!found : found
  }
}
