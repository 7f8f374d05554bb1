// Evenly spaced numbers from each element of one array to its partner in another.

extension NDArray where Element: NDFloat {
  /// `count` numbers evenly spaced from each element of `start` to its partner in `stop`, which broadcast, along a new
  /// axis of the result.
  ///
  /// ```swift
  /// let rows: NDArray<Double> = .linspace([0, 10], [1, 20], count: 3, axis: 1)
  /// print(rows)
  /// // [[ 0.   0.5  1. ]
  /// //  [10.  15.  20. ]]
  /// ```
  ///
  /// `stop` is included unless `endpoint` is false. Traps when the count is negative or there is no such axis.
  public static func linspace(
    _ start: NDArray, _ stop: NDArray, count: Int = 50, endpoint: Bool = true, axis: Int = 0
  ) -> NDArray {
    require(count >= 0, "linspace: the count must not be negative, got \(count)")
    let shape = Layout.broadcast(start.layout.shape, stop.layout.shape, in: "linspace")
    let (start, stop) = (
      start.broadcast(to: shape, in: "linspace"), stop.broadcast(to: shape, in: "linspace")
    )
    let divisions = endpoint ? count - 1 : count
    let distance = stop - start
    let places = NDArray(shape: [count]) { out in
      for i in 0..<count { out[i] = Element(i) }
    }.reshaped([count] + [Int](repeating: 1, count: shape.count))
    let step = divisions > 0 ? distance / Element(divisions) : distance
    // A step that rounds to zero would lose the numbers in between.
    var result =
      divisions > 0 && (step .== 0).any()
      ? places / Element(divisions) * distance : places * step
    result += start
    if endpoint && count > 1 { result[-1] = stop }
    return axis == 0 ? result : result.movedAxis(source: 0, destination: axis)
  }

  /// Powers of `base` whose exponents are evenly spaced from each element of `start` to its partner in `stop`; see
  /// ``linspace(_:_:count:endpoint:axis:)``.
  public static func logspace(
    _ start: NDArray, _ stop: NDArray, count: Int = 50, base: Element = 10, endpoint: Bool = true,
    axis: Int = 0
  ) -> NDArray {
    powers(of: base, linspace(start, stop, count: count, endpoint: endpoint, axis: axis))
  }

  /// `count` numbers with a constant ratio from each element of `start` to its partner in `stop`, which must have the
  /// same sign and not be zero; see ``linspace(_:_:count:endpoint:axis:)``.
  public static func geomspace(
    _ start: NDArray, _ stop: NDArray, count: Int = 50, endpoint: Bool = true, axis: Int = 0
  ) -> NDArray {
    let shape = Layout.broadcast(start.layout.shape, stop.layout.shape, in: "geomspace")
    let (start, stop) = (
      start.broadcast(to: shape, in: "geomspace"), stop.broadcast(to: shape, in: "geomspace")
    )
    for (first, last) in zip(start.elements, stop.elements) { checkGeometric(first, last) }
    var result = logspace(log10(abs(start)), log10(abs(stop)), count: count, endpoint: endpoint)
    result *= which(start .< 0, -1, NDArray(1))
    if count > 0 { result[0] = start }
    if count > 1 && endpoint { result[-1] = stop }
    return axis == 0 ? result : result.movedAxis(source: 0, destination: axis)
  }

  /// Traps where there is no constant ratio from `start` to `stop`. The product of the two may underflow.
  static func checkGeometric(_ start: Element, _ stop: Element) {
    require(
      start != 0 && stop != 0 && (start < 0) == (stop < 0),
      "geomspace: start and stop must not be zero and have one sign, got \(start) and \(stop)")
  }
}
