/// Work divided among threads. An element's result does not depend on the part it falls into, so the number of
/// threads changes nothing but the time.
enum Parts {
  /// From so many on, sums of two elements take longer than to wake a thread.
  static var leastWork: Int { 200_000 }

  /// Calls `body` with all of `0..<count`, or at the same time with ranges of it that begin at multiples of `unit`.
  ///
  /// - Parameter work: what all of it takes, in sums of two elements.
  @inline(__always)
  static func forEach(of count: Int, unit: Int, work: Int, _ body: (Range<Int>) -> Void) {
    if work < leastWork { return body(0..<count) }
    withoutActuallyEscaping(body) { divide(count, unit, work, $0) }
  }

  @inline(never)
  private static func divide(
    _ count: Int, _ unit: Int, _ work: Int, _ body: @escaping (Range<Int>) -> Void
  ) {
    let threads = Swift.min(NDRuntime.threads, work * 2 / leastWork, (count + unit - 1) / unit)
    if threads < 2 { return body(0..<count) }
    // Several parts for each thread, so that one which wakes up late finds some left.
    let parts = Swift.min(threads * 8, work / (leastWork / 16))
    let size = Swift.max((count / parts + unit - 1) / unit * unit, 1)
    Workers.shared.run(parts: (count + size - 1) / size, threads: threads) { part in
      body((part * size)..<Swift.min((part + 1) * size, count))
    }
  }
}

extension _Loop {
  /// What an element takes, in sums of two elements.
  enum Cost: Int {
    /// A sum, a comparison.
    case light = 1
    /// An elementary function.
    case heavy = 4
  }

  /// Calls `body` with the whole loop, or at the same time with parts of it; and with how far from the
  /// first element each operand's part begins.
  @inline(__always)
  func inParts(_ cost: Cost, _ body: (_Loop, SIMD4<Int>) -> Void) {
    if row.count < Parts.leastWork / cost.rawValue, outer.isEmpty { return body(self, SIMD4()) }
    withoutActuallyEscaping(body) { divide(cost, $0) }
  }

  /// Along the longest axis; rows at places where vectors and cache lines begin.
  @inline(never)
  private func divide(_ cost: Cost, _ body: @escaping (_Loop, SIMD4<Int>) -> Void) {
    let work = outer.reduce(row.count) { $0 * $1.count } * cost.rawValue
    if let axis = outer.indices.max(by: { outer[$0].count < outer[$1].count }),
      outer[axis].count >= row.count
    {
      Parts.forEach(of: outer[axis].count, unit: 1, work: work) { part in
        var loop = self
        loop.outer[axis].count = part.count
        body(loop, outer[axis].steps &* part.lowerBound)
      }
    } else {
      Parts.forEach(of: row.count, unit: 64, work: work) { part in
        var loop = self
        loop.row.count = part.count
        body(loop, row.steps &* part.lowerBound)
      }
    }
  }
}
