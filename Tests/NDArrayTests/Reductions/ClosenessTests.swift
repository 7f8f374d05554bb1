import NDArray
import Testing

@Suite("Equality and closeness")
struct ClosenessTests {
  /// One pair that differs is found wherever it is, in rows of any length and layout.
  @Test func onePair() {
    for count in [1, 7, 63, 64, 65, 511, 512, 513, 1300] {
      let a = NDArray<Double>.arange(Double(count))
      for place in Set([0, count / 2, count - 1]) {
        var other = a
        other[place] += 1e-3 * Swift.max(a[place], 1)
        for (layout, b) in everyLayout(of: other) {
          let what = Comment("\(count) elements, place \(place), \(layout)")
          #expect(a != b && b != a, what)
          #expect(!allClose(a, b) && allClose(a, b, rtol: 1e-2, atol: 1e-2), what)
        }
      }
      for (layout, b) in everyLayout(of: a) {
        #expect(a == b && allClose(a, b, rtol: 0, atol: 0), "\(count) elements, \(layout)")
      }
      expectInequality(of: NDArray<Int8>.self, count)
      expectInequality(of: NDArray<Int16>.self, count)
      expectInequality(of: NDArray<UInt32>.self, count)
      expectInequality(of: NDArray<Int>.self, count)
      expectInequality(of: NDArray<Float>.self, count)
    }
  }

  private func expectInequality<E: NDNumeric>(of type: NDArray<E>.Type, _ count: Int) {
    let a = NDArray<E>.ones([count])
    var b = a
    #expect(a == b)
    b[count - 1] = 0
    #expect(a != b && a.dtype == b.dtype)
  }

  /// numpy.allclose of each pair, and with equal_nan.
  @Test(
    arguments: [
      (1, 1 + 1e-6, true, true), (1, 1.1, false, false), (.nan, .nan, false, true),
      (.nan, 1, false, false), (.infinity, .infinity, true, true),
      (.infinity, -.infinity, false, false),
      (1, .infinity, false, false), (.infinity, 1, false, false), (0, -0.0, true, true),
      (1e-9, 0, true, true), (1e-7, 0, false, false),
    ] as [(Double, Double, Bool, Bool)])
  func pairs(a: Double, b: Double, plain: Bool, equalNaN: Bool) {
    for count in [1, 100] {
      let (x, y) = (NDArray.full([count], a), NDArray.full([count], b))
      #expect(allClose(x, y) == plain && allClose(x, y, equalNaN: true) == equalNaN)
      #expect(isClose(x, y).all() == plain)
      let (u, v) = (x.asType(Float.self), y.asType(Float.self))
      #expect(allClose(u, v) == plain && allClose(u, v, equalNaN: true) == equalNaN)
    }
  }

  @Test func broadcasting() {
    let rows = NDArray<Double>.ones([3, 100])
    #expect(allClose(rows, NDArray(1)) && allClose(NDArray<Double>.ones([3, 1]), rows))
    #expect(arrayEquivalent(rows, NDArray<Double>.ones([100])))
    #expect(!arrayEquivalent(rows, NDArray<Double>.arange(100)))
    #expect(!arrayEqual(rows, NDArray<Double>.ones([100]), equalNaN: true))
    #expect(NDArray<Double>.zeros([0]) == NDArray<Double>.zeros([0]))
  }
}
