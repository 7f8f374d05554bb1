import Foundation
import NDArray
import Testing

/// How much memory reductions, printers and writers take beyond their operand and their result: at most 64 MB, whatever
/// the size of the operand, its type and its layout.
///
/// The operands are of 104 MB, or of what `NDARRAY_MEMORY_MEGABYTES` says: a copy is more than is allowed. Memory that
/// holds zeros and was only read takes none, so what is counted, the pages of this process, is what an operation takes
/// for itself.
@Suite("Peak memory, counted")
struct PeakMemoryTests {
  @Test("reductions of doubles") func doubles() async {
    await #expect(processExitsWith: .success) { measure(Operations<Double>.ofFloats) }
  }

  @Test("reductions of floats") func floats() async {
    await #expect(processExitsWith: .success) { measure(Operations<Float>.ofFloats) }
  }

  @Test("reductions of bytes") func bytes() async {
    await #expect(processExitsWith: .success) {
      // Eight times as many elements as doubles; what depends on the layout, the others show.
      measure(Operations<UInt8>.ofIntegers, layouts: ["a row", "a transpose"])
    }
  }

  @Test("reductions of words") func words() async {
    await #expect(processExitsWith: .success) { measure(Operations<Int>.ofIntegers) }
  }

  @Test("printers and writers") func writers() async {
    await #expect(processExitsWith: .success) {
      measure(Operations<Double>.ofWriters)
      measure(Operations<UInt8>.ofWriters)
    }
  }
}

/// The bytes that this process has in memory, and the most it had since that was last asked.
private func pages(_ name: String) -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
  return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 << 10 } ?? 0
}

private func peak(_ body: () -> Void) -> Int {
  let file = open("/proc/self/clear_refs", O_WRONLY)
  #expect(file >= 0 && write(file, "5", 1) == 1, "the peak cannot be counted anew")
  close(file)
  let before = pages("VmRSS")
  body()
  return pages("VmHWM") - before
}

private func measure<E: NDNumeric>(
  _ operations: [Operations<E>.Named], layouts: Set<String>? = nil
) {
  NDRuntime.keptMemoryLimit = 0
  let megabytes = ProcessInfo.processInfo.environment["NDARRAY_MEMORY_MEGABYTES"].flatMap(Int.init)
  let count = (megabytes ?? 104) << 20 / MemoryLayout<E>.size
  let row = NDArray<E>.zeros([count])
  let table = row.reshaped([1024, -1])
  let operands: [(String, NDArray<E>)] = [
    ("a row", row), ("a table", table), ("a transpose", table.T),
    ("a reversed table", table.flipped()), ("every second column", table[.all, .stride(by: 2)]),
  ]
  for (name, operation, ranks) in operations {
    for (layout, operand) in operands
    where ranks.contains(operand.rank) && layouts?.contains(layout) != false {
      let bytes = peak { operation(operand) }
      #expect(bytes <= 64 << 20, "\(name) of \(layout) of \(E.self): \(bytes >> 20) MB")
    }
  }
}

private struct Operations<E: NDNumeric> {
  typealias Named = (name: String, run: (NDArray<E>) -> Void, ranks: ClosedRange<Int>)

  private var all: [Named] = []

  private mutating func add(
    _ name: String, _ ranks: ClosedRange<Int> = 1...2, _ run: @escaping (NDArray<E>) -> Void
  ) {
    all.append((name, run, ranks))
  }

  /// With a small result in both directions of a table.
  private mutating func addAlong(_ name: String, _ run: @escaping (NDArray<E>, Int) -> Void) {
    add("\(name)(axis:)") { a in
      for axis in 0..<a.rank { run(a, axis) }
    }
  }

  private init() {
    add("sum") { _ = $0.sum() }
    add("prod") { _ = $0.prod() }
    add("mean") { _ = $0.mean() }
    add("variance") { _ = $0.variance() }
    add("std") { _ = $0.std() }
    add("max, min, ptp") { _ = ($0.max(), $0.min(), $0.ptp()) }
    add("argMax, argMin") { _ = ($0.argMax(), $0.argMin()) }
    add("all, any") { _ = ($0.all(), $0.any()) }
    add("countNonzero") { _ = $0.countNonzero() }
    add("median") { _ = $0.median() }
    add("quantile") { _ = $0.quantile([0.1, 0.5]) }
    add("percentile") { _ = $0.percentile(30, method: .nearest) }
    add("nanMedian") { _ = $0.nanMedian() }
    add("nanSum, nanProd") { _ = ($0.nanSum(), $0.nanProd()) }
    add("nanMean, nanVariance") { _ = ($0.nanMean(), $0.nanVariance()) }
    add("nanMax, nanMin") { _ = ($0.nanMax(), $0.nanMin()) }
    add("nanArgMax, nanArgMin") { _ = ($0.nanArgMax(), $0.nanArgMin()) }
    add("norm") { _ = Linalg.norm($0) }
    add("norms of vectors", 1...1) { a in
      for order: NormOrder in [0, 1, 2, 3, .infinity] { _ = Linalg.norm(a, order) }
    }
    add("norms of matrices", 2...2) { a in
      for order: NormOrder in [.frobenius, 1, .infinity, -1] { _ = Linalg.norm(a, order) }
    }
    add("histogram") { _ = histogram($0, bins: 50) }
    add("histogram with edges") { _ = histogram($0, edges: NDArray<E>([0, 1, 2])) }
    add("==") { _ = $0 == $0.copyOfFirst }
    add("average") { a in
      let weight = NDArray<E.Quotient>.ones([1])
      _ = a.average(weights: weight.broadcast(to: a.shape))
    }
    add("sum(where:)") { a in
      let mask = NDArray([true]).broadcast(to: a.shape)
      _ = (a.sum(where: mask), a.prod(where: mask), a.max(initial: 0, where: mask))
    }
    add("cov") { a in
      if a.rank == 1 || a.shape[0] == 1024 { _ = cov(a.rank == 1 ? a : a[..<3]) }
    }
    addAlong("sum") { _ = $0.sum(axis: $1) }
    addAlong("mean") { _ = $0.mean(axis: $1) }
    addAlong("variance") { _ = $0.variance(axis: $1) }
    addAlong("max") { _ = $0.max(axis: $1) }
    addAlong("argMax") { _ = $0.argMax(axis: $1) }
    addAlong("countNonzero") { _ = $0.countNonzero(axis: $1) }
    addAlong("median") { _ = $0.median(axis: $1) }
    addAlong("quantile") { _ = $0.quantile([0.25, 0.75], axis: $1) }
    addAlong("nanMean") { _ = $0.nanMean(axis: $1) }
    addAlong("nanVariance") { _ = $0.nanVariance(axis: $1) }
    addAlong("nanMax") { _ = $0.nanMax(axis: $1) }
    addAlong("nanArgMin") { _ = $0.nanArgMin(axis: $1) }
    addAlong("norm") { _ = Linalg.norm($0, 1, axis: $1) }
    addAlong("trapezoid") { _ = trapezoid($0, axis: $1) }
    addAlong("average") { a, axis in
      // Weights of their own would be another operand, as large as a row.
      let weight = NDArray<E.Quotient>.ones([1])
      _ = a.average(axis: axis, weights: weight.broadcast(to: [a.shape[axis]]))
    }
  }
}

extension Operations where E: NDFloat {
  static var ofFloats: [Named] {
    var operations = Operations()
    operations.add("logSumExp") { _ = $0.logSumExp() }
    operations.addAlong("logSumExp") { _ = $0.logSumExp(axis: $1) }
    operations.add("allClose") { _ = allClose($0, $0.copyOfFirst) }
    return operations.all
  }
}

extension Operations where E: NDInteger {
  static var ofIntegers: [Named] {
    var operations = Operations()
    operations.add("bincount", 1...1) { _ = bincount($0) }
    operations.add("bincount of weights", 1...1) { a in
      _ = bincount(a, weights: NDArray([1.0]).broadcast(to: a.shape))
    }
    operations.add("histogram of Freedman and Diaconis") { _ = histogram($0, bins: .fd) }
    return operations.all
  }
}

extension Operations {
  static var ofWriters: [Named] {
    var operations = Operations()
    operations.all = []
    let none = URL(fileURLWithPath: "/dev/null")
    operations.add("description") { _ = $0.description }
    operations.add("debugDescription") { _ = $0.debugDescription }
    operations.add("formatted") { _ = $0.formatted(PrintOptions(precision: 3, edgeItems: 5)) }
    operations.add("write(npy:)") { try! $0.write(npy: none) }
    operations.add("NPZ.write") { try! NPZ.write(["a": $0], to: none) }
    operations.add("NPZ.write, compressed") {
      try! NPZ.write(["a": $0], to: none, compressed: true)
    }
    operations.add("writeBytes(to:)") { try! $0.writeBytes(to: none) }
    operations.add("write(text:)") { a in
      // As many lines as take a moment and not a minute.
      let part = a.rank == 1 ? a[..<1_000_000] : a[.all, ..<1000]
      try! part.write(text: none, TextStyle(format: "%g"))
    }
    return operations.all
  }
}

extension NDArray {
  /// As many elements, all the first one.
  fileprivate var copyOfFirst: NDArray {
    self[indices: [Int](repeating: 0, count: rank)].broadcast(to: shape)
  }
}
