import NDArray
import Testing

@Suite("Rows so short that all axes are walked at once") struct ShortRowTests {
  /// Rows around the sizes at which the loops change.
  private let widths = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65]

  @Test("sums, differences and products, in every layout") func arithmetic() {
    arithmetic(Double.self)
    arithmetic(Float.self)
  }

  private func arithmetic<E: NDFloat>(_ type: E.Type) {
    var generator = Generator(seed: 3)
    for width in widths {
      let a = generator.standardNormal([3, 2, width]).asType(E.self)
      let b = generator.standardNormal([3, 2, width]).asType(E.self)
      let (x, y) = (a.elements, b.elements)
      let column = b[.all, .all, 0..<1]
      for (name, a) in everyLayout(of: a) {
        for (other, b) in everyLayout(of: b) {
          let what = "rows of \(width), \(name) and \(other), \(type)"
          #expect((a + b).elements == zip(x, y).map { $0 + $1 }, "sum of \(what)")
          #expect((a - b).elements == zip(x, y).map { $0 - $1 }, "difference of \(what)")
          #expect((a * b).elements == zip(x, y).map { $0 * $1 }, "product of \(what)")
          var sum = a
          sum += b
          #expect(sum.elements == zip(x, y).map { $0 + $1 }, "in place, \(what)")
          #expect(a.elements == x, "\(what): the left operand was changed")
        }
        let expected = x.indices.map { x[$0] - y[$0 / width * width] }
        #expect((a - column).elements == expected, "rows of \(width) less one number each, \(name)")
      }
    }
  }

  @Test("strided places take sums in place") func stridedPlaces() {
    for width in widths {
      var a = NDArray<Double>.zeros([2, 5, 2 * width + 1])
      let b = NDArray<Double>.arange(1.0, Double(4 * width + 1), 1.0).reshaped([2, 2, width])
      let rows = AxisIndex.stride(from: 1, to: 4, by: 2)
      for _ in 0..<2 { a[.all, rows, .stride(from: 1, by: 2)] += b }
      #expect(a[.all, rows, .stride(from: 1, by: 2)] == 2 * b, "every second of \(2 * width + 1)")
      #expect(a.sum() == 2 * b.sum(), "the other places of rows of \(2 * width + 1)")
    }
  }

  @Test("windows are copied out as they lie, for every element type") func windows() {
    windows(UInt8.self)
    windows(Int16.self)
    windows(Float.self)
    windows(Double.self)
  }

  private func windows<E: NDNumeric>(_ type: E.Type) {
    for width in widths {
      let a = NDArray<Int>.arange(5 * (width + 3)).reshaped([5, width + 3]).asType(E.self)
      let elements = a.elements
      let copied = a.slidingWindows(of: width, axis: 1).transposed([1, 0, 2]).copied()
      var expected: [E] = []
      for place in 0..<4 {
        for row in 0..<5 {
          let start = row * (width + 3) + place
          expected += elements[start..<(start + width)]
        }
      }
      #expect(copied.elements == expected, "windows of \(width), \(type)")
    }
  }

  @Test("zeros in memory that held something else") func zerosInUsedMemory() {
    for count in [1 << 10, 1 << 17, 1 << 18, 1 << 19, 1 << 20] {
      for _ in 0..<2 {
        #expect(NDArray<Double>.zeros([count]).countNonzero() == 0, "\(count) zeros")
        _ = NDArray<Double>.ones([count]) + 1
      }
    }
  }
}
