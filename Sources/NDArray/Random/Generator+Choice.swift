extension Generator {
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
  ///   - shuffle: Whether a choice without replacement is in random order too; only equal
  ///     probabilities heed it.
  /// - Complexity: O(n) for n chosen numbers with replacement and a few of many without; else
  ///   O(`population` + n), and with `p` O(n log `population`) for each round of draws.
  public mutating func choice(
    _ population: Int, _ shape: [Int], replace: Bool = true, p: NDArray<Double>? = nil,
    shuffle: Bool = true
  ) -> NDArray<Int> {
    let count = Dims(checking: shape, for: "choice").product
    require(
      population > 0 || count == 0, "choice: a cannot be empty unless no samples are taken")
    require(
      replace || count <= population,
      "choice: cannot take a larger sample than population when replace is False, "
        + "\(count) of \(population)")
    requireMemory(for: count, of: (Int, Int, Int).self, "choice")
    guard let p else {
      return replace
        ? integers(0..<max(population, 1), shape)
        : NDArray(distinct(count, below: population, shuffled: shuffle), shape: shape)
    }
    let weights = Self.weights(p, population)
    return NDArray(
      replace ? positions(count, weights: weights) : distinctPositions(count, weights: weights),
      shape: shape)
  }

  /// Items along an axis of the array, the first unless named, as NumPy's
  /// `choice(array, shape, replace, p, axis)`. See `choice(_:_:replace:p:shuffle:)` for the parameters.
  public mutating func choice<Element>(
    _ array: NDArray<Element>, _ shape: [Int], replace: Bool = true, p: NDArray<Double>? = nil,
    axis: Int = 0, shuffle: Bool = true
  ) -> NDArray<Element> {
    require(array.rank > 0, "choice: the array must be at least 1-dimensional")
    let axis = array.layout.axis(axis, of: "choice")
    let chosen = choice(array.shape[axis], shape, replace: replace, p: p, shuffle: shuffle)
    return array.taking(chosen, axis: axis)
  }

  /// The end of a shuffle when many of many are chosen, otherwise R. Floyd's algorithm (Bentley
  /// and Floyd, "A sample of brilliance", Communications of the ACM 30(9), 1987).
  private mutating func distinct(_ count: Int, below population: Int, shuffled: Bool) -> [Int] {
    if population > 10_000, count > population / (shuffled ? 50 : 20) {
      requireMemory(for: population, of: Int.self, "choice")
      var numbers = Array(0..<population)
      shuffleTail(&numbers, from: max(population - count, 1))
      return Array(numbers[(population - count)...])
    }
    var chosen = Set<Int>(minimumCapacity: count)
    var numbers = (population - count..<population).map { last in
      let number = Int(bitGenerator.nextInteger(upTo: UInt64(last)))
      let fresh = chosen.insert(number).inserted ? number : last
      chosen.insert(fresh)
      return fresh
    }
    if shuffled { shuffleTail(&numbers, from: 1) }
    return numbers
  }

  /// Fisher and Yates's shuffle of the positions from `first` on, with the numbers of `integers`.
  private mutating func shuffleTail(_ numbers: inout [Int], from first: Int) {
    for position in stride(from: numbers.count - 1, through: first, by: -1) {
      numbers.swapAt(position, Int(bitGenerator.nextInteger(upTo: UInt64(position))))
    }
  }
}
