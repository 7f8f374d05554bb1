extension RandomDistributions {
  /// The numbers 0 ..< count in random order, as NumPy's `permutation(count)`. O(count).
  public mutating func permutation(_ count: Int) -> NDArray<Int> {
    require(count >= 0, "permutation: negative dimensions are not allowed, got \(count)")
    requireMemory(for: count, of: Int.self, "permutation")
    return NDArray(_permutation(count))
  }

  /// The array with one axis, the first unless named, in random order: whole slices move. NumPy's
  /// `permutation(array, axis)`. O(count).
  public mutating func permutation<Element>(
    _ array: NDArray<Element>, axis: Int = 0
  ) -> NDArray<Element> {
    require(array.rank > 0, "permutation: the array must be at least 1-dimensional")
    let axis = array.layout.axis(axis, of: "permutation")
    return array.taking(permutation(array.shape[axis]), axis: axis)
  }

  /// Puts one axis of the array, the first unless named, in random order: whole slices move.
  /// NumPy's `shuffle(array, axis)`. O(count).
  public mutating func shuffle<Element>(_ array: inout NDArray<Element>, axis: Int = 0) {
    require(array.rank > 0, "shuffle: the array must be at least 1-dimensional")
    array = permutation(array, axis: axis)
  }

  /// Puts the elements in random order, as NumPy's `shuffle`. O(count).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    elements = _permutation(elements.count).map { elements[$0] }
  }
}

extension Generator {
  /// The elements of the array in random order, in its shape, as NumPy's `permuted(array)`. O(count).
  ///
  /// They are taken in C order, but those of the transpose of a contiguous array in the order of
  /// memory, as in NumPy.
  public mutating func permuted<Element>(_ array: NDArray<Element>) -> NDArray<Element> {
    if !array.isContiguous, array.T.isContiguous { return permuted(array.T).T }
    var result = array.copied()
    result.withMutablePointer { permute($0, count: array.count, stride: 1) }
    return result
  }

  /// The elements along the axis in random order, in each place of the other axes in another one, as
  /// NumPy's `permuted(array, axis)`; `permutation(array, axis)` moves whole slices. O(count).
  public mutating func permuted<Element>(
    _ array: NDArray<Element>, axis: Int
  ) -> NDArray<Element> {
    let axis = array.layout.axis(axis, of: "permuted")
    var result = array.copied()
    let lanes = result.layout.removing(axis: axis)
    let (extent, stride) = (result.layout.shape[axis], result.layout.strides[axis])
    result.withMutablePointer { out in
      for lane in 0..<lanes.count {
        permute(out + lanes.offset(ofElement: lane), count: extent, stride: stride)
      }
    }
    return result
  }

  private mutating func permute<Element>(
    _ first: UnsafeMutablePointer<Element>, count: Int, stride: Int
  ) {
    bitGenerator.sourceShuffle(count) { i, j in
      (first[i * stride], first[j * stride]) = (first[j * stride], first[i * stride])
    }
  }
}

extension RandomSource {
  /// The exchanges of R. Durstenfeld's shuffle ("Algorithm 235", Communications of the ACM 7(7),
  /// 1964), from the last position to the second.
  @inline(__always)
  mutating func sourceShuffle(_ count: Int, exchange: (Int, Int) -> Void) {
    for position in stride(from: count - 1, to: 0, by: -1) {
      exchange(position, Int(nextMasked(upTo: UInt64(position))))
    }
  }

  mutating func sourcePermutation(_ count: Int) -> [Int] {
    var numbers = Array(0..<count)
    numbers.withUnsafeMutableBufferPointer { numbers in
      sourceShuffle(count) { numbers.swapAt($0, $1) }
    }
    return numbers
  }

  /// Bytes of 32-bit numbers, the lowest first; what is left of the last one is dropped.
  mutating func sourceBytes(_ count: Int) -> [UInt8] {
    requireMemory(for: count, of: UInt8.self, "bytes")
    require(count >= 0, "bytes: negative dimensions are not allowed, got \(count)")
    var result: [UInt8] = []
    result.reserveCapacity(count + 3)
    // NumPy draws a word even for no bytes.
    repeat {
      withUnsafeBytes(of: next32().littleEndian) { result += $0 }
    } while result.count < count
    return Array(result.prefix(count))
  }
}

extension Generator {
  /// Random bytes, as NumPy's `bytes(count)`.
  public mutating func bytes(_ count: Int) -> [UInt8] { bitGenerator.sourceBytes(count) }
}
