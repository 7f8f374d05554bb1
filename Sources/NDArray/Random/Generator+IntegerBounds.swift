// Integers between bounds that are arrays: as many as they broadcast to, each from a range of its own.

extension Generator {
  /// One integer from each range `low` ..< `high`, which broadcast, to `shape` if one is given, drawn in C order,
  /// as NumPy's `integers(low, high)` of arrays of the same width. Traps when a range is empty.
  ///
  /// ```swift
  /// var rng = Generator(seed: 42)
  /// print(rng.integers(NDArray([0, 0, 0]), NDArray([3, 5, 10])))  // [0 3 6]
  /// ```
  public mutating func integers<Value: NDInteger>(
    _ low: NDArray<Value>, _ high: NDArray<Value>, shape: [Int]? = nil, endpoint: Bool = false
  ) -> NDArray<Value> {
    between(low, high, shape, endpoint: endpoint)
  }

  private mutating func between<Value: NDInteger>(
    _ low: NDArray<Value>, _ high: NDArray<Value>, _ shape: [Int]?, endpoint: Bool
  ) -> NDArray<Value> {
    let ranges = IntegerRanges(low, high, shape, endpoint: endpoint, "integers")
    return NDArray(shape: ranges.shape) { out in
      switch Value.bitWidth {
      case 8: fillNarrow(out, ranges, UInt8.self)
      case 16: fillNarrow(out, ranges, UInt16.self)
      default:
        for i in 0..<ranges.count {
          let offset = bitGenerator.nextInteger(upTo: ranges.last(i))
          out[i] = ranges.low(i) &+ Value(truncatingIfNeeded: offset)
        }
      }
    }
  }

  /// The same of lists: `rng.integers([0, 0], [3, 5])`.
  public mutating func integers(
    _ low: NDArray<Int>, _ high: NDArray<Int>, shape: [Int]? = nil, endpoint: Bool = false
  ) -> NDArray<Int> {
    between(low, high, shape, endpoint: endpoint)
  }

  /// One integer from each range 0 ..< `high`, drawn in C order, as NumPy's `integers(high)` of an array. Traps when
  /// a range is empty.
  public mutating func integers<Value: NDInteger>(
    _ high: NDArray<Value>, shape: [Int]? = nil, endpoint: Bool = false
  ) -> NDArray<Value> {
    between(NDArray(Value._zero), high, shape, endpoint: endpoint)
  }

  /// The same of a list: `rng.integers([3, 5, 10])`.
  public mutating func integers(
    _ high: NDArray<Int>, shape: [Int]? = nil, endpoint: Bool = false
  ) -> NDArray<Int> {
    between(NDArray(0), high, shape, endpoint: endpoint)
  }

  private mutating func fillNarrow<Value: NDInteger, Word: FixedWidthInteger & UnsignedInteger>(
    _ out: UnsafeMutablePointer<Value>, _ ranges: IntegerRanges<Value>, _ type: Word.Type
  ) {
    var words = NarrowWords<Word>()
    for i in 0..<ranges.count {
      let last = Word(truncatingIfNeeded: ranges.last(i))
      let offset = bitGenerator.nextInteger(upTo: last, &words)
      out[i] = ranges.low(i) &+ Value(truncatingIfNeeded: offset)
    }
  }
}

extension RandomState {
  /// One integer from each range `low` ..< `high`, which broadcast, to `shape` if one is given, drawn in C order,
  /// as NumPy's `randint(low, high)` of arrays of the same width. Traps when a range is empty.
  public mutating func randint<Value: NDInteger>(
    _ low: NDArray<Value>, _ high: NDArray<Value>, shape: [Int]? = nil
  ) -> NDArray<Value> {
    between(low, high, shape)
  }

  /// The same of lists: `state.randint([0, 0], [3, 5])`.
  public mutating func randint(
    _ low: NDArray<Int>, _ high: NDArray<Int>, shape: [Int]? = nil
  ) -> NDArray<Int> {
    between(low, high, shape)
  }

  private mutating func between<Value: NDInteger>(
    _ low: NDArray<Value>, _ high: NDArray<Value>, _ shape: [Int]?
  ) -> NDArray<Value> {
    let ranges = IntegerRanges(low, high, shape, endpoint: false, "randint")
    var words = MaskedWords()
    return NDArray(shape: ranges.shape) { out in
      for i in 0..<ranges.count {
        let last = ranges.last(i)
        let offset =
          Value.bitWidth >= 32 || last == 0
          ? nextMasked(upTo: last) : words.next(upTo: last, width: Value.bitWidth, from: &self)
        out[i] = ranges.low(i) &+ Value(truncatingIfNeeded: offset)
      }
    }
  }
}

/// The lower bounds of ranges, and how far the last value of each lies above.
private struct IntegerRanges<Value: NDInteger> {
  let shape: Dims
  private let lows: [Value]
  private let highs: [Value]
  private let endpoint: Bool

  /// Traps when bounds do not broadcast or a range is empty.
  init(
    _ low: NDArray<Value>, _ high: NDArray<Value>, _ shape: [Int]?, endpoint: Bool,
    _ operation: StaticString
  ) {
    let common = Layout.broadcast(low.layout.shape, high.layout.shape, in: operation)
    let shape = shape.map { Dims(checking: $0, for: operation) } ?? common
    requireMemory(for: shape.product, of: Value.self, operation)
    self.shape = shape
    self.endpoint = endpoint
    lows = low.broadcast(to: shape, in: operation).elements
    highs = high.broadcast(to: shape, in: operation).elements
    for (low, high) in zip(lows, highs) {
      require(
        low < high || endpoint && low == high,
        "\(operation): low \(endpoint ? ">" : ">=") high (\(low), \(high))")
    }
  }

  var count: Int { lows.count }

  func low(_ i: Int) -> Value { lows[i] }

  func last(_ i: Int) -> UInt64 {
    let last = endpoint ? highs[i] : highs[i] &- 1
    return UInt64(Value.Magnitude(truncatingIfNeeded: last &- lows[i]))
  }
}
