import CKernels

/// Work divided among threads. An element's result does not depend on the part it falls into, so the number of
/// threads changes nothing but the time.
enum Parts {
  /// From so much on, work takes longer than to wake a thread, some 80 µs.
  static var leastWork: Int { 9 << 20 }

  /// Calls `body` with all of `0..<count`, or at the same time with ranges of it that begin at multiples of `unit`.
  ///
  /// - Parameter work: what all of it takes: bytes, times the cost of an element.
  @inline(__always)
  static func forEach(of count: Int, unit: Int, work: Int, _ body: (Range<Int>) -> Void) {
    if work < leastWork { return body(0..<count) }
    withoutActuallyEscaping(body) { divide(count, unit, work, $0) }
  }

  /// How many threads such work is for; one where this thread is at a part of other work.
  static func threads(for work: Int) -> Int {
    if work < leastWork || ck_at_part().pointee { return 1 }
    return Swift.min(NDRuntime.threads, work * 2 / leastWork)
  }

  @inline(never)
  private static func divide(
    _ count: Int, _ unit: Int, _ work: Int, _ body: @escaping (Range<Int>) -> Void
  ) {
    let threads = Swift.min(threads(for: work), (count + unit - 1) / unit)
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
  /// What an element takes, for each of its bytes.
  enum Cost: Int {
    /// To be looked at.
    case fold = 2
    case copy = 3
    /// A sum, a comparison.
    case light = 4
    /// A function that goes by vectors.
    case heavy = 16
    /// A power, a function of the C library.
    case slow = 64
  }

  /// Calls `body` with the whole loop, or at the same time with parts of it; and with how far from the
  /// first element each operand's part begins.
  @inline(__always)
  func inParts<T>(
    _ cost: Cost, of type: T.Type, _ body: (_Loop, SIMD4<Int>) -> Void
  ) {
    inParts(cost, bytes: MemoryLayout<T>.size, body)
  }

  @inline(__always)
  private func inParts(
    _ cost: Cost, bytes: Int, _ body: (_Loop, SIMD4<Int>) -> Void
  ) {
    let work = bytes &* cost.rawValue
    if outer.isEmpty, row.count &* work < Parts.leastWork { return body(self, SIMD4()) }
    withoutActuallyEscaping(body) { divide(work, $0) }
  }

  /// Calls `body` with the rows, those around which there are axes on several threads. `depth` elements stand for each of
  /// the loop; all are work.
  @inline(__always)
  func forEachRowInParts(
    of operand: KernelElement, depth: Int, _ body: (_ offsets: SIMD4<Int>, _ count: Int) -> Void
  ) {
    if outer.isEmpty { return forEachRow(body) }
    inParts(.fold, bytes: operand.size &* Swift.max(depth, 1)) { part, start in
      part.forEachRow { body(start &+ $0, $1) }
    }
  }

  /// Along the outermost axis that is long enough, at places where vectors and cache lines begin.
  @inline(never)
  private func divide(_ work: Int, _ body: @escaping (_Loop, SIMD4<Int>) -> Void) {
    let work = outer.reduce(row.count) { $0 * $1.count } * work
    let axis =
      outer.firstIndex { $0.count >= 16 }
      ?? outer.indices.max { outer[$0].count < outer[$1].count }
    if let axis, outer[axis].count >= 16 || row.count < 1024 {
      Parts.forEach(of: outer[axis].count, unit: outer[axis].count < 512 ? 1 : 16, work: work) {
        part in
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
