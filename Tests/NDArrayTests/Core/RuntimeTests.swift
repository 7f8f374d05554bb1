import Foundation
import Testing

@testable import NDArray

@Suite("What the library uses of the machine", .serialized)
struct RuntimeTests {
  /// Work on several threads gives the bits of work on one, whatever axis is divided among them.
  @Test(
    arguments: [[1_200_003], [3, 400_001], [400_001, 3], [1100, 1003], [20, 9, 80, 90]])
  func partsGiveTheWhole(_ shape: [Int]) {
    let operands = LargeOperands(shape)
    let before = NDRuntime.threads
    defer { NDRuntime.threads = before }
    NDRuntime.threads = 1
    let alone = operands.results()
    for threads in [2, 3, 7] {
      NDRuntime.threads = threads
      for (i, (x, y)) in zip(operands.results(), alone).enumerated() {
        #expect(x.hasBits(of: y), "result \(i)")
      }
    }
  }

  @Test("A part of divided work is not divided again")
  func partsAreNotDivided() {
    #expect(Parts.threads(for: 1 << 30) == NDRuntime.threads)
    Workers.shared.run(parts: 4, threads: 2) { _ in
      #expect(Parts.threads(for: 1 << 30) == 1)
    }
    #expect(Parts.threads(for: 1 << 30) == NDRuntime.threads)
  }

  @Test("Several threads sort and search like one, elements of every size")
  func sortedInParts() {
    var generator = Generator(seed: 2)
    let before = NDRuntime.threads
    defer { NDRuntime.threads = before }
    func results<E: NDScalar>(_ a: NDArray<E>) -> [NDArray<Double>] {
      let rows = a.reshaped([600, 500])
      return [
        a.sorted().asType(Double.self), rows.sorted().asType(Double.self),
        rows.sorted(axis: 0).asType(Double.self), a.argSorted().asType(Double.self),
        rows.argSorted().asType(Double.self), rows.argPartitioned(7).asType(Double.self),
        rows.partitioned(250).asType(Double.self), a.unique().asType(Double.self),
        rows.median(axis: 1).asType(Double.self), a.taking(a.argSorted()).asType(Double.self),
        NDArray<Double>([Double(a.argMax()), Double(a.argMin()), Double(a.countNonzero())]),
      ]
    }
    func check<E: NDScalar>(_ a: NDArray<E>) {
      NDRuntime.threads = 1
      let alone = results(a)
      for threads in [2, 5] {
        NDRuntime.threads = threads
        for (i, (x, y)) in zip(results(a), alone).enumerated() {
          #expect(x.hasBits(of: y), "\(E.dtype), result \(i)")
        }
      }
    }
    let numbers = generator.standardNormal([300_000]) * 1000
    check(which(numbers .> 2500, .nan, numbers))
    check(numbers.asType(Float.self))
    check(numbers.asType(Int.self))
    check(numbers.asType(Int16.self))
    check(numbers.asType(UInt8.self))
  }

  /// Long rows of numbers among which one decides, wherever it lies.
  @Test(arguments: [0, 1, 32_767, 65_536, 299_999, 600_000])
  func extremaOfLongRows(_ place: Int) {
    var a = NDArray<Double>.ones([600_001])
    a[place] = 2
    #expect(a.argMax() == place && a.max() == 2)
    #expect((-a).argMin() == place && (-a).min() == -2)
    #expect(a.sum() == 600_002 && a.prod() == 2 && a.dot(a).scalar == 600_004)
    var b = a
    #expect(b == a && allClose(b, a))
    b[place] = 3
    #expect(b != a && !allClose(b, a))
    a[place] = .nan
    #expect(a.argMax() == place && a.argMin() == place && a.max().isNaN && a.sum().isNaN)
    #expect((a .== 1).sum() == 600_000 && a.nanSum() == 600_000)
  }

  @Test("A block holds what was asked for, and at most an eighth more")
  func sizesOfBlocks() {
    let powers: [Int] = (13...40).map { 1 << $0 }
    for bytes in Array(1...10_000) + powers.flatMap({ [$0 - 1, $0, $0 + 1] }) {
      let size = SizeClass(holding: bytes)
      #expect(size.bytes >= bytes)
      #expect(size.bytes <= max(64, bytes + bytes / 8 + 1))
    }
  }

  @Test("Memory is kept up to the limit, and given back when asked")
  func keptMemory() async {
    await #expect(processExitsWith: .success) {
      func use(_ count: Int) { _ = NDArray<Double>.ones([count]) + 1 }
      use(100_000)
      precondition(BlockCache.shared.bytes >= 800_000)
      NDRuntime.releaseKeptMemory()
      precondition(BlockCache.shared.bytes == 0)
      NDRuntime.keptMemoryLimit = 1_000_000
      use(200_000)
      precondition(BlockCache.shared.bytes == 0)
      use(100_000)
      precondition((1...1_000_000).contains(BlockCache.shared.bytes))
      precondition(NDRuntime.keptMemoryLimit == 1_000_000)
      NDRuntime.keptMemoryLimit = 0
      precondition(BlockCache.shared.bytes == 0)
    }
  }

  @Test("Fresh zeros are zeros, though memory is used again")
  func zerosAreZero() {
    for count in [10, 1000, 20_000, 100_000, 1_000_000] {
      for _ in 0..<3 {
        _ = NDArray<Double>.full([count], 7) + 1
        #expect(NDArray<Double>.zeros([count]).allElementsAreZero)
      }
    }
  }
}

/// What operations on large arrays, which are divided among threads, are tried with.
private struct LargeOperands {
  let a, b, row: NDArray<Double>
  let positions: NDArray<Int>

  init(_ shape: [Int]) {
    var generator = Generator(seed: 1)
    a = generator.standardNormal(shape)
    b = generator.standardNormal(shape)
    row = generator.standardNormal([shape.last!])
    positions = generator.integers(0..<shape[0], [shape[0] * 2])
  }

  func results() -> [NDArray<Double>] { elementwise + copies + reductions }

  private var elementwise: [NDArray<Double>] {
    var (updated, trained, mean, square) = (a, a, a * 0, a * 0)
    updated += b
    trained.adamStep(b, mean: &mean, square: &square, step: 1)
    return [
      trained, mean, square,
      a + b, a * 2 - 1, 3 - a, a.T - b.T, a + row, exp(a), a ** 2.5, sin(a.T), updated,
      abs(a[.stride(by: -1)]), a[.stride(by: 2)] * 2, a.clipped(to: -1...1), which(a .> b, a, b),
      which(a .> 0, a, 0), (a .< b).asType(Double.self),
    ]
  }

  private var copies: [NDArray<Double>] {
    let last = a.rank - 1
    return [
      a.T.contiguous(), a.flipped().copied(), a[.stride(by: -2)].copied(),
      concatenated([a, b], axis: last), stacked([a, b]), stacked([a, b], axis: -1),
      a.repeated(2, axis: last), a.rolled(by: 7, axis: last), a.padded(2, mode: .constant(1)),
      a.taking(positions, axis: 0), a.flattened().taking(positions), .full(a.shape, 3),
    ]
  }

  private var reductions: [NDArray<Double>] {
    let along = (0..<a.rank).flatMap { axis in
      [
        a.sum(axis: axis), a.max(axis: axis), a.std(axis: axis), a.prod(axis: axis),
        a.argMin(axis: axis).asType(Double.self), a.cumulativeSum(axis: axis),
        a.softmax(axis: axis), (a .> 0).sum(axis: axis).asType(Double.self),
      ]
    }
    let whole = [
      a.sum(), a.mean(), a.variance(), a.prod(), a.max(), a.min(), Double(a.argMax()),
      Double(a.argMin()), a.nanSum(), Linalg.norm(a), a.T.sum(), a[.stride(by: 2)].sum(),
      a.flattened().dot(b.flattened()).scalar,
    ]
    return along + [NDArray(whole)]
  }
}

extension NDArray<Double> {
  fileprivate func hasBits(of other: NDArray) -> Bool {
    let (x, y) = (contiguous(), other.contiguous())
    return shape == other.shape
      && x.withPointer { x in y.withPointer { memcmp(x, $0, count * 8) == 0 } }
  }

  fileprivate var allElementsAreZero: Bool { !(self .!= 0).any() }
}
