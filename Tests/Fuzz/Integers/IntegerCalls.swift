import NDArray

/// A call of the library with integers that may be anything. It must return, or stop with a message of the library.
struct IntegerCall: Sendable {
  let name: String
  /// How many integers it takes.
  let count: Int
  let run: @Sendable ([Int]) -> Void

  init(_ name: String, _ count: Int, _ run: @escaping @Sendable ([Int]) -> Void) {
    (self.name, self.count, self.run) = (name, count, run)
  }

  static let all =
    creation + shapes + indexing + editing + reductions + sorting + statistics + products + random
    + files + text
}

/// What the calls are made on.
enum Operands {
  static let table: NDArray<Double> = [[3, -1, 2.5], [0, 4, -2]]
  static let cube = NDArray<Double>.arange(24).reshaped([2, 3, 4])
  static let row: NDArray<Double> = [5, 3, -1, 0.5, 2]
  static let integers: NDArray<Int> = [[3, -1, 2], [0, 4, -2]]
  static let bytes: NDArray<UInt8> = [3, 1, 200]
  /// As long as an array can be, in the memory of one element.
  static let endless = NDArray<Int8>(1).broadcast(to: [Int.max])
  /// No element, but an axis as long as one can be.
  static let hollow = NDArray<Double>.zeros([Int.max, 0])
}
