import NDArray
import Testing

@Suite("Array literals of numbers, variables and arrays")
struct LiteralTests {
  private let x = 0.25
  private let n = 3

  @Test func variablesAndNumbersStandSideBySide() {
    let p: NDArray<Double> = [x, 1 - x, 2]
    #expect(p == NDArray([0.25, 0.75, 2]))
    let counts: NDArray<Int> = [n, n - 1, -1]
    #expect(counts == NDArray([3, 2, -1]))
    let mask: NDArray<Bool> = [n > 2, false]
    #expect(mask == NDArray([true, false]))
  }

  @Test func listsHoldVariables() {
    let m: NDArray<Double> = [[x, 1], [0, -x]]
    #expect(m == NDArray([[0.25, 1], [0, -0.25]]))
    let blocks: NDArray<Double> = [[[1, x], [2, 3]], [[4, 5], [6, .nan]]]
    #expect(blocks.shape == [2, 2, 2])
    #expect(blocks[0, 0, 1] as Double == 0.25)
    #expect((blocks[1, 1, 1] as Double).isNaN)
  }

  @Test func arraysAreStacked() {
    let v: NDArray<Double> = [1, 2]
    let rows: NDArray<Double> = [v, v * 2, [x, 0]]
    #expect(rows == NDArray([[1, 2], [2, 4], [0.25, 0]]))
    let columns = NDArray.arange(4.0).reshaped([2, 2]).T
    let stacked: NDArray<Double> = [columns, columns]
    #expect(stacked.shape == [2, 2, 2])
    #expect(stacked[1] == columns)
    let numbers: NDArray<Double> = [v[0], v[1] + 1]
    #expect(numbers == NDArray([1, 3]))
    let none = NDArray.zeros([0])
    let empty: NDArray<Double> = [none, none]
    #expect(empty.shape == [2, 0])
  }

  @Test func literalsInExpressionsTakeVariables() {
    let v: NDArray<Double> = [1, 2]
    #expect(v + [x, 1] == NDArray([1.25, 3]))
    #expect(v.dot([x, 1]).scalar == 2.25)
    var a = NDArray.zeros([2, 2])
    a[0] = [x, 1 - x]
    #expect(a == NDArray([[0.25, 0.75], [0, 0]]))
  }

  @Test("NDArray(_:) takes lists of elements and of arrays, however deep")
  func listsOfParts() {
    let (x, v) = (0.25, NDArray<Double>([1, 2]))
    #expect(NDArray([[[[x]], [[1 - x]]]]).shape == [1, 2, 1, 1])
    let planes = NDArray([[v, v + 1], [v + 2, v * 0]])
    #expect(planes == NDArray([[[1.0, 2], [2, 3]], [[3, 4], [0, 0]]]))
    #expect(NDArray([NDArray<Float>([1, 2]), [3, 4]]) == NDArray<Float>([[1, 2], [3, 4]]))
    #expect(NDArray<Double>([]).shape == [0])
    #expect(NDArray<Double>([[1, 2], [3, 4]]).sum() == 10)
    #expect(NDArray([1, 2]).dtype == .int64)
    let formulas = NDArray([27.0 / 3 + 7, x])
    #expect(formulas.elements == [16, 0.25])
  }

  @Test func literalsAreOfTheElementType() {
    let a: NDArray<Double> = [9_007_199_254_740_992, 1e300]
    #expect(a.elements == [9_007_199_254_740_992, 1e300])
    let b: NDArray<UInt64> = [18_446_744_073_709_551_615]
    #expect(b.elements == [.max])
    let c: NDArray<Float> = [[1, 0.1], [-.infinity, .pi]]
    #expect(c.elements == [1, 0.1, -.infinity, .pi])
  }

  @Test func noElementsAreAnEmptyAxis() {
    let a: NDArray<Double> = []
    #expect(a.shape == [0])
    let b: NDArray<Float> = [[], []]
    #expect(b.shape == [2, 0])
  }
}
