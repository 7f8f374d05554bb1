import NDArray
import Testing

@Suite("Arrays without elements")
struct EmptyLayoutTests {
  @Test("are contiguous and take every shape without elements, however they came about")
  func reshaping() {
    let a = NDArray.zeros([2, 0, 3, 3])
    for (layout, empty) in everyLayout(of: a) {
      #expect(empty.isContiguous, "\(layout)")
      #expect(empty.reshaped([-1, 3, 3]).shape == [0, 3, 3], "\(layout)")
      #expect(empty.flattened().shape == [0], "\(layout)")
    }
  }
}
