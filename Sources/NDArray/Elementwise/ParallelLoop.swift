import Dispatch
import Foundation
import Synchronization

// Loops on several threads. An element's result does not depend on the part it falls into, so the number of
// threads changes nothing but the time.

extension _Loop {
  /// What an element takes, which decides from how many on it pays to wake a thread.
  enum Cost: Int {
    /// A sum, a comparison.
    case light = 1
    /// An elementary function.
    case heavy = 5
  }

  /// From here on, in light elements, two threads are faster than one.
  private static var leastWork: Int { 60_000 }

  /// Calls `body` with the whole loop, or at the same time with parts of it; and with how far from the
  /// first element each operand's part begins.
  @inline(__always)
  func inParts(_ cost: Cost, _ body: (_Loop, SIMD4<Int>) -> Void) {
    if row.count < _Loop.leastWork / cost.rawValue, outer.isEmpty { return body(self, SIMD4()) }
    let work = outer.reduce(row.count) { $0 * $1.count } * cost.rawValue
    let threads = Swift.min(NDRuntime.threads, work * 2 / _Loop.leastWork)
    if threads < 2 { return body(self, SIMD4()) }
    withoutActuallyEscaping(body) { body in inParts(threads, body) }
  }

  @inline(never)
  private func inParts(_ parts: Int, _ body: @escaping (_Loop, SIMD4<Int>) -> Void) {
    // Along the longest axis, rows at places where vectors and cache lines begin.
    let axis = outer.indices.max { outer[$0].count < outer[$1].count }
    let divided = axis.map { outer[$0] } ?? row
    let (longest, unit) = divided.count >= row.count ? (divided, 1) : (row, 64)
    let isRow = divided.count < row.count || axis == nil
    let step = (longest.count / parts + unit) / unit * unit
    // Nobody writes these, and the parts of the result lie apart.
    nonisolated(unsafe) let (whole, body) = (self, body)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let start = Swift.min(part * step, longest.count)
      let count = Swift.min(step, longest.count - start)
      guard count > 0 else { return }
      var loop = whole
      if isRow { loop.row.count = count } else { loop.outer[axis!].count = count }
      body(loop, longest.steps &* start)
    }
  }
}
