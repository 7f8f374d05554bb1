import NDArray
import Testing

/// Running sums and products are those of one addition after another, to the bit, in whatever memory the operand lies.
@Suite("Running sums and products")
struct RunningTests {
  /// One after another along an axis.
  private func expected<E: NDFloat>(_ a: NDArray<E>, axis: Int, _ step: (E, E) -> E) -> NDArray<E> {
    var rows = a.movedAxis(source: axis, destination: 0)
    for i in 1..<Swift.max(rows.shape[0], 1) {
      let (before, here): (NDArray<E>, NDArray<E>) = (rows[i - 1], rows[i])
      rows[i] = NDArray(zip(before.elements, here.elements).map(step), shape: before.shape)
    }
    return rows.movedAxis(source: 0, destination: axis)
  }

  private func check<E: NDFloat>(_ type: E.Type, _ shape: [Int]) {
    var random = Generator(seed: 8)
    // Of very different sizes, so that any other order rounds otherwise.
    let exponents = random.integers(-30..<30, shape).asType(E.self)
    let numbers = random.standardNormal(shape).asType(E.self) * NDArray(E(2)) ** exponents
    for (name, a) in everyLayout(of: numbers) {
      for axis in 0..<shape.count {
        let (sums, products) = (a.cumsum(axis: axis), a.cumprod(axis: axis))
        #expect(sums == expected(a, axis: axis, +), "\(name) \(shape), axis \(axis)")
        #expect(products == expected(a, axis: axis, *), "\(name) \(shape), axis \(axis)")
        #expect(a.nanCumsum(axis: axis) == sums && a.cumulativeSum(axis: axis) == sums)
      }
      let flat = a.flattened()
      #expect(a.cumsum() == expected(flat, axis: 0, +), "\(name) \(shape), flat")
      #expect(a.cumprod() == expected(flat, axis: 0, *), "\(name) \(shape), flat")
    }
  }

  @Test(
    "sequential to the bit",
    arguments: [
      [7], [8], [9], [100], [3, 8], [4, 9], [5, 40], [40, 5], [9, 600], [3, 4, 17], [2, 0],
    ])
  func sequential(_ shape: [Int]) {
    check(Double.self, shape)
    check(Float.self, shape)
  }

  @Test("the same on each instruction set", arguments: ["baseline", "avx2", "avx512"])
  func narrow(widest: String) throws {
    let (output, status) = try runTests(
      matching: "RunningTests/(sequential|numpy)", environment: ["NDARRAY_SIMD": widest])
    #expect(status == 0, "\(output)")
    #expect(output.contains("Test run with 2 tests"), "\(output)")
  }

  @Test("what NumPy gives")
  func numpy() {
    let small: NDArray<Double> = [1e-200, 1e-200, 1e200, 1e200, 1, 1, 1, 1]
    #expect(small.cumprod().elements == [1e-200, 0, 0, 0, 0, 0, 0, 0])
    let large: NDArray<Double> = [1e308, 1e308, -1e308, -1e308, 0, 0, 0, 0]
    #expect(large.cumsum().elements == [1e308] + [Double](repeating: .infinity, count: 7))
    #expect(
      NDArray.full([10], 0.1).cumsum().elements == [
        0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6, 0.7, 0.7999999999999999, 0.8999999999999999,
        0.9999999999999999,
      ])
    let tenths = NDArray.full([10, 10], 0.1)
    #expect(tenths.cumsum(axis: 0) == tenths.cumsum(axis: 1).T)
  }

  @Test("integers wrap around along rows as down columns")
  func integers() {
    var random = Generator(seed: 2)
    let a = random.integers(Int.min...Int.max, [9, 21])
    for axis in 0..<2 {
      var sums = a.movedAxis(source: axis, destination: 0)
      for i in 1..<sums.shape[0] { sums[i] = sums[i - 1] as NDArray + sums[i] as NDArray }
      #expect(a.cumsum(axis: axis) == sums.movedAxis(source: 0, destination: axis))
    }
  }
}
