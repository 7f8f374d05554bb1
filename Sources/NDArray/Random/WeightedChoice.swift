// Choice with unequal probabilities, which `Generator` and `RandomState` do alike.

extension RandomDistributions {
  /// Rounds of choices with replacement, of which each keeps the first of its repeated numbers.
  mutating func distinctPositions(_ count: Int, weights: [Double]) -> [Int] {
    require(
      weights.count(where: { $0 > 0 }) >= count, "choice: fewer non-zero entries in p than size")
    var weights = weights
    var numbers: [Int] = []
    while numbers.count < count {
      for number in numbers { weights[number] = 0 }
      var seen = Set<Int>()
      numbers += positions(count - numbers.count, weights: weights)
        .filter { seen.insert($0).inserted }
    }
    return numbers
  }

  /// Inverts the distribution function: for each of `count` uniform numbers, the number of running
  /// sums of the weights that do not exceed it.
  mutating func positions(_ count: Int, weights: [Double]) -> [Int] {
    var sum = 0.0
    let sums = weights.map { weight in
      sum += weight
      return sum
    }
    let cumulative = sums.map { $0 / sum }
    return (0..<count).map { _ in
      let value = _draw(.uniform(0, 1))
      var low = 0
      var high = cumulative.count
      while low < high {
        let middle = (low + high) / 2
        if cumulative[middle] <= value { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The probabilities, checked; their sum may be off by 2⁻²⁶, as in NumPy.
  static func weights(_ p: NDArray<Double>, _ population: Int) -> [Double] {
    require(
      p.shape == [population],
      "choice: a and p must have same size, got \(population) and shape \(p.layout.shape.text)")
    let weights = p.elements
    require(
      weights.allSatisfy { $0 >= 0 }, "choice: probabilities are not non-negative")
    let sum = compensatedSum(weights)
    require(abs(sum - 1) <= 0x1p-26, "choice: probabilities do not sum to 1, but to \(sum)")
    return weights
  }
}
