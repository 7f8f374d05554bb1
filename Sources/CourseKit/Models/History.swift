import NDArray

/// What was measured in each epoch, by name, and whether it is time to stop.
///
/// ```swift
/// var history = History()
/// for loss in [0.9, 0.5, 0.6, 0.7] {
///   history.add(["held out": loss])
///   if history.epochsSinceBest("held out") == 2 { break }
/// }
/// print(history.best("held out")!)  // (epoch: 2, value: 0.5)
/// ```
public struct History {
  private var values: [String: [Double]] = [:]

  /// How many epochs there were.
  public private(set) var epochs = 0

  /// A history of no epochs.
  public init() {}

  /// Adds what was measured after one more epoch: the same names each time.
  public mutating func add(_ measured: KeyValuePairs<String, Double>) {
    epochs += 1
    for (name, value) in measured {
      values[name, default: []].append(value)
      require(
        values[name]!.count == epochs,
        "History: \(name) was measured \(values[name]!.count) times in \(epochs) epochs")
    }
  }

  /// The values of a name, one for each epoch, shape [epochs].
  public subscript(name: String) -> NDArray<Double> { NDArray(values[name] ?? []) }

  /// The first epoch, counted from 1, with the lowest value (the highest, if more is better), or nil before there is one. NaN is
  /// never the best.
  public func best(_ name: String, highest: Bool = false) -> (epoch: Int, value: Double)? {
    var best: (epoch: Int, value: Double)?
    for (index, value) in (values[name] ?? []).enumerated() where !value.isNaN {
      if best == nil || (highest ? value > best!.value : value < best!.value) {
        best = (index + 1, value)
      }
    }
    return best
  }

  /// How many epochs have passed since the best one; all of them if there was none.
  public func epochsSinceBest(_ name: String, highest: Bool = false) -> Int {
    epochs - (best(name, highest: highest)?.epoch ?? 0)
  }
}
