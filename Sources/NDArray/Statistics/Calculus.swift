/// The slopes of `f` along one axis: central differences inside, one-sided ones at the ends, of the
/// order given.
///
/// - Parameters:
///   - f: the values.
///   - spacing: the distance of neighbouring points.
///   - axis: along which.
///   - edgeOrder: 1 or 2, the order of accuracy at the ends.
/// - Returns: the slopes in the shape of `f`.
///
/// Traps when there is no such axis or it has fewer than `edgeOrder` + 1 points. Complexity: O(n).
public func gradient<E: NDNumeric>(
  _ f: NDArray<E>, spacing: E.Quotient = 1, axis: Int, edgeOrder: Int = 1
) -> NDArray<E.Quotient> {
  let axis = f.layout.axis(axis, of: "gradient")
  return slopes(f, axis, edgeOrder, .even(spacing))
}

/// The slopes of `f` along one axis on points at uneven `coordinates`, one for each position of the axis.
public func gradient<E: NDNumeric>(
  _ f: NDArray<E>, coordinates: NDArray<E.Quotient>, axis: Int = 0, edgeOrder: Int = 1
) -> NDArray<E.Quotient> {
  let axis = f.layout.axis(axis, of: "gradient")
  require(
    coordinates.layout.shape == [f.layout.shape[axis]],
    "gradient: coordinates of shape \(coordinates.layout.shape.text) must match the length of axis \(axis) of shape \(f.layout.shape.text)"
  )
  let steps = coordinates.diff().elements
  if let first = steps.first, steps.allSatisfy({ $0 == first }) {
    return slopes(f, axis, edgeOrder, .even(first))
  }
  return slopes(f, axis, edgeOrder, .uneven(steps))
}

/// The slopes of `f` along each axis in turn, all with one spacing.
public func gradient<E: NDNumeric>(
  _ f: NDArray<E>, spacing: E.Quotient = 1, edgeOrder: Int = 1
) -> [NDArray<E.Quotient>] {
  f.allAxes.map { gradient(f, spacing: spacing, axis: $0, edgeOrder: edgeOrder) }
}

/// The slopes of `f` along each axis in turn, each with a spacing of its own.
public func gradient<E: NDNumeric>(
  _ f: NDArray<E>, spacings: [E.Quotient], edgeOrder: Int = 1
) -> [NDArray<E.Quotient>] {
  require(
    spacings.count == f.rank, "gradient: \(spacings.count) spacings for \(f.rank) axes")
  return f.allAxes.map { gradient(f, spacing: spacings[$0], axis: $0, edgeOrder: edgeOrder) }
}

private enum Spacing<T: NDFloat> {
  case even(T)
  case uneven([T])

  func step(_ i: Int) -> T {
    switch self {
    case .even(let step): step
    case .uneven(let steps): steps[i]
    }
  }
}

private func slopes<E: NDNumeric>(
  _ f: NDArray<E>, _ axis: Int, _ edgeOrder: Int, _ spacing: Spacing<E.Quotient>
) -> NDArray<E.Quotient> {
  typealias Slopes = NDArray<E.Quotient>
  let n = f.layout.shape[axis]
  require(edgeOrder == 1 || edgeOrder == 2, "gradient: edge order must be 1 or 2, got \(edgeOrder)")
  require(
    n > edgeOrder,
    "gradient: shape \(f.layout.shape.text) is too small to calculate a gradient, axis \(axis) needs at least \(edgeOrder + 1) elements"
  )
  let f = f.asType(E.Quotient.self)
  func at(_ i: Int) -> Slopes { f.sliced(axis: axis, i..<(i + 1)) }
  func ofThree(from i: Int, _ a: E.Quotient, _ b: E.Quotient, _ c: E.Quotient) -> Slopes {
    at(i) * a + at(i + 1) * b + at(i + 2) * c
  }
  let (before, here, after) = (
    f.sliced(axis: axis, 0..<(n - 2 < 0 ? 0 : n - 2)),
    f.sliced(axis: axis, 1..<Swift.max(n - 1, 1)), f.sliced(axis: axis, 2..<Swift.max(n, 2))
  )

  let inside: Slopes
  switch spacing {
  case .even(let step): inside = (after - before) / (2 * step)
  case .uneven(let steps):
    var shape = [Int](repeating: 1, count: f.rank)
    shape[axis] = steps.count - 1
    let left = Slopes(steps.dropLast(), shape: shape)
    let right = Slopes(steps.dropFirst(), shape: shape)
    let a = -right / (left * (left + right))
    let b = (right - left) / (left * right)
    let c = left / (right * (left + right))
    inside = a * before + b * here + c * after
  }

  let first: Slopes
  let last: Slopes
  switch (edgeOrder, spacing) {
  case (1, _):
    first = (at(1) - at(0)) / spacing.step(0)
    last = (at(n - 1) - at(n - 2)) / spacing.step(n - 2)
  case (_, .even(let step)):
    first = ofThree(from: 0, -1.5 / step, 2 / step, -0.5 / step)
    last = ofThree(from: n - 3, 0.5 / step, -2 / step, 1.5 / step)
  case (_, .uneven(let steps)):
    let (p, q) = (steps[0], steps[1])
    first = ofThree(from: 0, -(2 * p + q) / (p * (p + q)), (p + q) / (p * q), -p / (q * (p + q)))
    let (r, s) = (steps[n - 3], steps[n - 2])
    last = ofThree(
      from: n - 3, s / (r * (r + s)), -(s + r) / (r * s), (2 * s + r) / (s * (r + s)))
  }
  return concatenated([first, inside, last], axis: axis)
}

// MARK: - Areas

/// The area under `y` along one axis by the trapezoidal rule, on points `dx` apart.
///
/// The axis goes away. Traps when there is no such axis. Complexity: O(n).
public func trapezoid<E: NDNumeric>(
  _ y: NDArray<E>, dx: E.Quotient = 1, axis: Int = -1
) -> NDArray<E.Quotient> {
  let axis = y.layout.axis(axis, of: "trapezoid")
  let (before, after) = neighbours(y, axis)
  return after.reduceInBlocks(axes: [axis], keepDims: false, "trapezoid", identity: 0, +) {
    part, axes, block in
    ((part + block.part(of: before)).asType(E.Quotient.self) * dx / 2).sum(
      axes: axes, keepDims: true)
  }
}

/// The area under `y` along one axis by the trapezoidal rule, on points at `x`: one coordinate for each
/// position of the axis, or an array that broadcasts with `y`.
public func trapezoid<E: NDNumeric>(
  _ y: NDArray<E>, x: NDArray<E>, axis: Int = -1
) -> NDArray<E.Quotient> {
  let axis = y.layout.axis(axis, of: "trapezoid")
  var x = x
  if x.rank == 1 {
    var shape = [Int](repeating: 1, count: y.rank)
    shape[axis] = x.count
    x = x.reshaped(shape)
  }
  let pairs = neighbours(y, axis)
  let places = neighbours(x, x.rank == y.rank ? axis : x.layout.axis(axis, of: "trapezoid"))
  let shape = Layout.broadcast(
    pairs.after.layout.shape, places.after.layout.shape, in: "trapezoid")
  let (before, after) = (
    pairs.before.broadcast(to: shape, in: "trapezoid"),
    pairs.after.broadcast(to: shape, in: "trapezoid")
  )
  let (left, right) = (
    places.before.broadcast(to: shape, in: "trapezoid"),
    places.after.broadcast(to: shape, in: "trapezoid")
  )
  let along = shape.count - y.rank + axis
  return after.reduceInBlocks(axes: [along], keepDims: false, "trapezoid", identity: 0, +) {
    part, axes, block in
    let widths = block.part(of: right) - block.part(of: left)
    let sums = part + block.part(of: before)
    return ((widths * sums).asType(E.Quotient.self) / 2).sum(axes: axes, keepDims: true)
  }
}

/// The elements along an axis that have one before them, and those. Views.
private func neighbours<E>(_ y: NDArray<E>, _ axis: Int) -> (before: NDArray<E>, after: NDArray<E>)
{
  let n = y.layout.shape[axis]
  return (
    y.sliced(axis: axis, 0..<Swift.max(n - 1, 0)), y.sliced(axis: axis, Swift.min(1, n)..<n)
  )
}

// MARK: - Angles

/// Angles made continuous along one axis: jumps of more than `discontinuity` (half a period unless
/// given) are filled up with whole periods.
///
/// Same shape. Traps when there is no such axis. Complexity: O(n).
public func unwrap<E: NDFloat>(
  _ angles: NDArray<E>, discontinuity: E? = nil, axis: Int = -1, period: E = E(2 * Double.pi)
) -> NDArray<E> {
  require(
    angles.rank > 0, "unwrap: requires input that is at least one dimensional")
  let axis = angles.layout.axis(axis, of: "unwrap")
  if angles.layout.shape[axis] == 0 { return angles }
  let half = period / 2
  let steps = angles.diff(axis: axis)
  let wrapped = (steps + half) % period - half
  // A step of exactly half a period keeps its sign.
  let turned = which((wrapped .== -half) .& (steps .> 0), half, wrapped)
  let corrections = which(abs(steps) .< (discontinuity ?? half), 0, turned - steps)
  let first = angles.sliced(axis: axis, 0..<1)
  let rest = angles.sliced(axis: axis, 1..<angles.layout.shape[axis])
  return concatenated([first, rest + corrections.cumsum(axis: axis)], axis: axis)
}
