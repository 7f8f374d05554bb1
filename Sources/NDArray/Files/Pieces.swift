extension NDArray {
  /// So many bytes are a piece at most.
  private static var largestPiece: Int { 1 << 20 }

  /// Calls `body` with the elements in C order, piece by piece: those that lie so as they are, and others after they
  /// were copied, few at a time. O(`count`), in little memory.
  func forEachPiece<Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    if count == 0 { return }
    let largest = NDArray.largestPiece / MemoryLayout<Element>.stride
    if count <= largest || isContiguous {
      let dense = contiguous()
      defer { extendLifetime(dense) }
      for start in Swift.stride(from: 0, to: dense.count, by: largest) {
        let size = Swift.min(largest, dense.count - start)
        try body(UnsafeBufferPointer(start: dense.pointer + start, count: size))
      }
      return
    }
    // As many rows of the first axis at a time as are a piece, or each by itself.
    let rows = layout.shape[0]
    let together = Swift.max(largest / (count / rows), 1)
    for first in Swift.stride(from: 0, to: rows, by: together) {
      let part = sliced(axis: 0, first..<Swift.min(first + together, rows))
      try (part.layout.shape[0] == 1 ? part.slice(axis: 0, at: 0) : part).forEachPiece(body)
    }
  }
}
