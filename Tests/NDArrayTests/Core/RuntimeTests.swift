import Foundation
import Testing

@testable import NDArray

@Suite("What the library uses of the machine")
struct RuntimeTests {
  /// Work on several threads gives the bits of work on one, whatever axis is divided among them.
  @Test(arguments: [[250_000], [3, 90_000], [90_000, 3], [50, 80, 60]])
  func partsGiveTheWhole(_ shape: [Int]) {
    var generator = Generator(seed: 1)
    let a = generator.standardNormal(shape)
    let b = generator.standardNormal(shape)
    let row = generator.standardNormal([shape.last!])
    func results() -> [NDArray<Double>] {
      var updated = a
      updated += b
      let along = (0..<a.rank).flatMap { axis in
        [
          a.sum(axis: axis), a.max(axis: axis), a.std(axis: axis),
          a.argMin(axis: axis).asType(Double.self), a.cumulativeSum(axis: axis),
          a.softmax(axis: axis),
        ]
      }
      return along + [
        a + b, a * 2 - 1, 3 - a, a.T - b.T, a + row, exp(a), a ** 2.5, sin(a.T),
        abs(a[.stride(by: -1)]),
        a.clipped(to: -1...1), which(a .> b, a, b), which(a .> 0, a, 0),
        (a .< b).asType(Double.self),
        updated,
      ]
    }
    let before = NDRuntime.threads
    defer { NDRuntime.threads = before }
    NDRuntime.threads = 1
    let alone = results()
    for threads in [2, 3, 7] {
      NDRuntime.threads = threads
      for (x, y) in zip(results(), alone) { #expect(x.bits.elementsEqual(y.bits)) }
    }
  }

  @Test("A block holds what was asked for, and at most an eighth more")
  func sizesOfBlocks() {
    for bytes in Array(1...10_000) + (13...40).flatMap({ [(1 << $0) - 1, 1 << $0, (1 << $0) + 1] })
    {
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

extension NDArray<Double> {
  fileprivate var bits: some Sequence<UInt64> { elements.lazy.map(\.bitPattern) }
  fileprivate var allElementsAreZero: Bool { !(self .!= 0).any() }
}
