import Foundation

/// How long one call of an operation takes, in nanoseconds, over several repetitions.
struct Timing: Codable {
  var op: String
  var dtype: String
  var n: Int
  var minimum: Double
  var median: Double

  /// Times `body` in `repetitions` batches, each long enough for the clock to be exact.
  ///
  /// The batch size is found by doubling until a batch takes half a millisecond, which also warms caches.
  static func measure(
    _ op: String, dtype: String, n: Int, repetitions: Int, _ body: () -> Void
  ) -> Timing {
    var batch = 1
    while nanoseconds(batch, body) < 500_000 { batch *= 2 }
    let times = (0..<repetitions).map { _ in nanoseconds(batch, body) / Double(batch) }.sorted()
    return Timing(
      op: op, dtype: dtype, n: n, minimum: times[0], median: times[times.count / 2])
  }

  private static func nanoseconds(_ count: Int, _ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    for _ in 0..<count { body() }
    return Double(DispatchTime.now().uptimeNanoseconds - start)
  }
}
