import NDArray
import Testing

/// Expected values: `numpy.array([...]).astype(numpy.int64)` and `.astype(numpy.int32)`.
@Suite struct FloatToIntegerTests {
  @Test func fractionsAreDropped() {
    let a: NDArray<Double> = [-2.7, -1, -0.5, 0, 0.5, 1.9, 1e15]
    #expect(a.asType(Int.self).elements == [-2, -1, 0, 0, 0, 1, 1_000_000_000_000_000])
    let b: NDArray<Float> = [-2.7, 300.5]
    #expect(b.asType(Int32.self).elements == [-2, 300])
  }

  @Test func theLeastInt64Converts() {
    let a: NDArray<Double> = [-9_223_372_036_854_775_808, 4_611_686_018_427_387_904]
    #expect(a.asType(Int.self).elements == [Int.min, 1 << 62])
  }

  @Test func aColumnConverts() {
    let a: NDArray<Double> = [[1, 2], [3, 4], [5, 6]]
    #expect(a[.all, 1].asType(Int.self).elements == [2, 4, 6])
  }
}
