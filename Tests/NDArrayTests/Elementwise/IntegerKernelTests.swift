import NDArray
import Testing

@Suite("Arithmetic of whole rows of integers")
struct IntegerKernelTests {
  @Test("sums, differences and products wrap around at every length, from every place on")
  func wrapping() {
    let (x, y) = (words(200, seed: 1), words(200, seed: 2))
    let (a, b) = (NDArray(x), NDArray(y))
    for start in 0..<4 {
      for count in 0..<70 {
        let range = start..<(start + count)
        expect(a[range], b[range], Array(x[range]), Array(y[range]))
      }
      let steps = stride(from: start, to: 200, by: 3).map { x[$0] }
      expect(
        a[.stride(from: start, to: 200, by: 3)], b[0..<steps.count], steps, Array(y[..<steps.count])
      )
    }
  }

  private func expect(_ a: NDArray<Int>, _ b: NDArray<Int>, _ x: [Int], _ y: [Int]) {
    let (first, second) = (x.first ?? 1, y.first ?? 1)
    #expect((a + b).elements == zip(x, y).map { $0 &+ $1 })
    #expect((a - b).elements == zip(x, y).map { $0 &- $1 })
    #expect((a * b).elements == zip(x, y).map { $0 &* $1 })
    #expect((a + second).elements == x.map { $0 &+ second })
    #expect((first - b).elements == y.map { first &- $0 })
    #expect((a * second).elements == x.map { $0 &* second })
    var c = a
    c -= b
    #expect(c.elements == zip(x, y).map { $0 &- $1 })
  }

  /// Numbers of all sizes, among them the greatest and the least.
  private func words(_ count: Int, seed: UInt64) -> [Int] {
    var state = seed
    return (0..<count).map { i in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if i % 37 == 5 { return i % 2 == 0 ? .max : .min }
      return Int(bitPattern: UInt(state)) >> (i % 60)
    }
  }
}
