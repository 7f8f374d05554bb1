import NDArray

/// The positions 0 ..< `count` in a fresh random order, `size` at a time; the last batch holds what is left.
///
/// The order is `generator.permutation(count)`, drawn when this is called: call it once an epoch.
public func batches(
  of size: Int, count: Int, using generator: inout Generator
) -> [NDArray<Int>] {
  require(size > 0, "batches: the size must be positive, got \(size)")
  let order = generator.permutation(count)
  return stride(from: 0, to: count, by: size).map { order[$0..<Swift.min($0 + size, count)] }
}

/// Rows of `x` and the entries of `y` that belong to them, in mini-batches of a fresh random order.
///
/// ```swift
/// for (x, y) in batches(of: 32, train.features, train.targets, using: &generator) {
///   print(x.shape, y.shape)
/// }
/// ```
///
/// A batch is copied out when the loop comes to it. Traps unless `x` and `y` have the same number of rows.
public func batches<X, Y>(
  of size: Int, _ x: NDArray<X>, _ y: NDArray<Y>, using generator: inout Generator
) -> some Sequence<(x: NDArray<X>, y: NDArray<Y>)> {
  require(
    x.shape.first == y.shape.first && x.rank > 0,
    "batches: \(x.shape) and \(y.shape) differ in their number of rows")
  return batches(of: size, count: x.shape[0], using: &generator).lazy
    .map { (x: x[$0], y: y[$0]) }
}

extension Dataset {
  /// The objects in mini-batches of a fresh random order, the last one with what is left.
  public func batches(
    of size: Int, using generator: inout Generator
  ) -> some Sequence<(x: NDArray<Double>, y: NDArray<Target>)> {
    CourseKit.batches(of: size, features, targets, using: &generator)
  }
}
