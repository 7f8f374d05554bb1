// Many numbers at once, equal to those drawn one by one, from the blocks in which the Mersenne twister makes its words.

extension RandomState {
  /// Numbers uniformly distributed in [low, high).
  mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ low: Double, _ high: Double
  ) {
    let width = high - low
    var filled = 0
    while filled < buffer.count {
      let count = bitGenerator.peek(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
      bitGenerator.skip(count)
      for i in filled..<(filled + count) { buffer[i] = low + width * buffer[i] }
      filled += count
      if count == 0 {
        // One word is left, and the other is in the next block.
        buffer[filled] = low + width * nextDouble()
        filled += 1
      }
    }
  }

  /// Normal numbers by the polar method.
  mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ mean: Double, _ deviation: Double
  ) {
    // Coordinates, then x, y and the square of each point inside the disc.
    let most = 312
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * most) { room in
      let coordinates = UnsafeMutableBufferPointer(rebasing: room[..<most])
      let points = room.baseAddress! + most
      var filled = 0
      while filled < buffer.count {
        if let spare = spareNormal {
          buffer[filled] = mean + deviation * spare
          spareNormal = nil
          filled += 1
          continue
        }
        let count = bitGenerator.peek(coordinates, multiple: 2)
        if count == 0 {
          buffer[filled] = mean + deviation * nextNormal()
          filled += 1
          continue
        }
        let wanted = (buffer.count - filled + 1) / 2
        var (inside, seen) = (0, 0)
        while seen < count && inside < wanted {
          let x = 2 * coordinates[seen] - 1
          let y = 2 * coordinates[seen + 1] - 1
          let square = x * x + y * y
          // Each point is written, and the next in its place unless it counted.
          let place = points + 3 * inside
          (place[0], place[1], place[2]) = (x, y, square)
          inside += square < 1 && square != 0 ? 1 : 0
          seen += 2
        }
        bitGenerator.skip(seen)
        for i in 0..<inside {
          let point = points + 3 * i
          let factor = RandomState.polarFactor(point[2])
          buffer[filled] = mean + deviation * (factor * point[1])
          if filled + 1 < buffer.count {
            buffer[filled + 1] = mean + deviation * (factor * point[0])
          } else {
            spareNormal = factor * point[0]
          }
          filled += 2
        }
      }
    }
  }
}
