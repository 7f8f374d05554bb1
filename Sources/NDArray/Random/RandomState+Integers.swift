extension RandomState {
  /// An integer from the range, as NumPy's `randint(low, high)` of the same width.
  /// An empty range traps.
  public mutating func randint<Value: NDInteger>(_ range: Range<Value>) -> Value {
    randint(range, []).scalar
  }

  /// Integers from the range, drawn in C order, as NumPy's `randint(low, high, shape)` of the same
  /// width: `UInt8(0)..<10` is `randint(0, 10, shape, dtype=numpy.uint8)`. An empty range traps.
  ///
  /// Random bits, cut to the width of the range, are drawn until they lie in it.
  public mutating func randint<Value: NDInteger>(
    _ range: Range<Value>, _ shape: [Int]
  ) -> NDArray<Value> {
    require(!range.isEmpty, "randint: low >= high (\(range.lowerBound), \(range.upperBound))")
    let low = range.lowerBound
    let maximum = UInt64(Value.Magnitude(truncatingIfNeeded: range.upperBound &- 1 &- low))
    return NDArray(shape, drawnBy: "randint") { buffer in
      if Value.bitWidth >= 32 || maximum == 0 {
        for index in buffer.indices {
          let offset = nextMasked(upTo: maximum)
          buffer.initializeElement(at: index, to: low &+ Value(truncatingIfNeeded: offset))
        }
      } else {
        fillNarrow(buffer, low: low, upTo: maximum)
      }
    }
  }

  private mutating func fillNarrow<Value: NDInteger>(
    _ buffer: UnsafeMutableBufferPointer<Value>, low: Value, upTo maximum: UInt64
  ) {
    var words = MaskedWords()
    for index in buffer.indices {
      let offset = words.next(upTo: maximum, width: Value.bitWidth, from: &self)
      buffer.initializeElement(at: index, to: low &+ Value(truncatingIfNeeded: offset))
    }
  }

  /// A number below `population`, chosen with equal probability or with the probabilities `p`, as
  /// NumPy's `choice(population, p=p)`.
  public mutating func choice(_ population: Int, p: NDArray<Double>? = nil) -> Int {
    choice(population, [], p: p).scalar
  }

  /// Numbers below `population`, as NumPy's `choice(population, shape, replace, p)`.
  ///
  /// - Parameters:
  ///   - population: How many numbers there are to choose from.
  ///   - shape: The shape of the result.
  ///   - replace: Whether a number may be chosen more than once.
  ///   - p: The probability of each number; equal when nil. Traps when they are negative, do not sum
  ///     to 1 or are not `population` in number.
  /// - Complexity: O(`population` + n) for n chosen numbers without replacement.
  public mutating func choice(
    _ population: Int, _ shape: [Int], replace: Bool = true, p: NDArray<Double>? = nil
  ) -> NDArray<Int> {
    let count = Dims(checking: shape, for: "choice").product
    require(
      population > 0 || count == 0, "choice: a must be greater than 0 unless no samples are taken")
    require(
      replace || count <= population,
      "choice: cannot take a larger sample than population when replace is False, "
        + "\(count) of \(population)")
    requireMemory(for: replace ? count : population, of: Int.self, "choice")
    guard let p else {
      return replace
        ? randint(0..<max(population, 1), shape)
        : NDArray(_permutation(population).prefix(count), shape: shape)
    }
    let weights = Self.weights(p, population)
    return NDArray(
      replace ? positions(count, weights: weights) : distinctPositions(count, weights: weights),
      shape: shape)
  }

  /// Items along the first axis of the array, as NumPy's `choice(array, shape, replace, p)`.
  /// See `choice(_:_:replace:p:)` for the parameters.
  public mutating func choice<Element>(
    _ array: NDArray<Element>, _ shape: [Int], replace: Bool = true, p: NDArray<Double>? = nil
  ) -> NDArray<Element> {
    require(array.rank > 0, "choice: the array must be at least 1-dimensional")
    return array[choice(array.shape[0], shape, replace: replace, p: p)]
  }
}

/// Two or four numbers from each 32 bits, the lowest first.
struct MaskedWords {
  private var bits: UInt32 = 0
  private var remaining = 0

  /// The first that, cut to the width of the range, lies in 0...maximum.
  mutating func next(upTo maximum: UInt64, width: Int, from state: inout RandomState) -> UInt64 {
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      if remaining == 0 {
        bits = state.next32()
        remaining = 32 / width
      } else {
        bits >>= UInt32(width)
      }
      remaining -= 1
      let offset = UInt64(bits) & mask
      if offset <= maximum { return offset }
    }
  }
}
