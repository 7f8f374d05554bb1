extension Generator {
  /// The numbers 0 ..< count in random order, as NumPy's `permutation(count)`. O(count).
  public mutating func permutation(_ count: Int) -> NDArray<Int> {
    require(count >= 0, "permutation: negative dimensions are not allowed, got \(count)")
    var numbers = Array(0..<count)
    shuffle(&numbers)
    return NDArray(numbers)
  }

  /// The array with its first axis in random order, as NumPy's `permutation(array)`. O(count).
  public mutating func permutation<Element>(_ array: NDArray<Element>) -> NDArray<Element> {
    require(array.rank > 0, "permutation: the array must be at least 1-dimensional")
    return array[permutation(array.shape[0])]
  }

  /// Puts the first axis of the array in random order, as NumPy's `shuffle`. O(count).
  public mutating func shuffle<Element>(_ array: inout NDArray<Element>) {
    require(array.rank > 0, "shuffle: the array must be at least 1-dimensional")
    array = permutation(array)
  }

  /// Puts the elements in random order, as NumPy's `shuffle`. O(count).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for position in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(position, bitGenerator.nextMasked(upTo: position))
    }
  }
}

extension PCG64 {
  /// A number in 0...maximum: random bits, cut to the width of `maximum`, until they do not exceed
  /// it. NumPy shuffles with these numbers and not with those of `integers`.
  fileprivate mutating func nextMasked(upTo maximum: Int) -> Int {
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      let bits = maximum <= Int(UInt32.max) ? UInt64(next32()) : next()
      let value = Int(bits & mask)
      if value <= maximum { return value }
    }
  }
}
