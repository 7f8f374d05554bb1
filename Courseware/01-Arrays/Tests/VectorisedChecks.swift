import Arrays
import GradedTests
import NDArray
import Testing

/// One expression of the library instead of loops; the loops are here, to compare with.
@Suite(.graded) struct VectorisedChecks {
  @Test("tables of all pairs: who is less than whom, and a chessboard")
  func outerComparison() {
    let table = isLess([1, 2, 3] as NDArray<Double>, [2, 3])
    expectEqual(
      table, [[true, true], [false, true], [false, false]], "[1, 2, 3] < [2, 3], a table")
    let floats = isLess([5] as NDArray<Float>, [4, 5, 6])
    expectEqual(floats, [[false, false, true]], "[5] < [4, 5, 6]")
    expectShape(isLess(NDArray.zeros([0]), NDArray.zeros([2])), [0, 2], "of nothing and two")
    expectEqual(chessboard(rows: 2, columns: 3), [[0, 1, 0], [1, 0, 1]], "(2, 3)")
    expectEqual(
      chessboard(rows: 3, columns: 4), [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1]], "(3, 4)")
    expectEqual(chessboard(rows: 1, columns: 2), [[0, 1]], "(1, 2)")
    expectShape(chessboard(rows: 3, columns: 0), [3, 0], "(3, 0)")
  }

  @Test("distances of each point from each: 3, 4 and 5")
  func distancesOfPoints() {
    let corners: NDArray<Double> = [[0, 0], [3, 0], [0, 4]]
    let expected: NDArray<Double> = [[0, 3, 4], [3, 0, 5], [4, 5, 0]]
    expectClose(distances(from: corners, to: corners), expected, "corners of a triangle")
    var generator = Generator(seed: 6)
    let (a, b) = (generator.standardNormal([4, 3]), generator.standardNormal([5, 3]))
    var byLoops = NDArray.zeros([4, 5])
    for i in 0..<4 {
      for j in 0..<5 {
        var squares = 0.0
        for k in 0..<3 {
          let difference: Double = a[i, k].scalar - b[j, k].scalar
          squares += difference * difference
        }
        byLoops[i, j] = squares.squareRoot()
      }
    }
    expectClose(distances(from: a, to: b), byLoops, "four points from five, as three loops have it")
    let one = distances(from: [[1]] as NDArray<Float>, to: [[4], [-1]])
    expectEqual(one, [[3, 2]], "on a line, as Float")
    let far = distances(from: [[1e8, 0]] as NDArray<Double>, to: [[1e8, 1e-3]])
    expectClose(far, [[1e-3]], "points far out and close together: do not expand the square")
  }

  @Test("each column with mean 0 and deviation 1; a column of equal numbers becomes 0")
  func standardisedColumns() {
    let x: NDArray<Double> = [[1, 7, 100], [2, 7, 300], [3, 7, 800]]
    let z = standardised(x)
    expectClose(
      z[.all, 0], [-1.224744871391589, 0, 1.224744871391589], "[1, 2, 3]: divided by √(2/3), ddof 0"
    )
    expectClose(z[.all, 1], [0, 0, 0], "a column of equal numbers")
    expectClose(z.mean(axis: 0), [0, 0, 0], tolerance: 1e-12, "the means of the columns")
    expectClose(z.std(axis: 0), [1, 0, 1], tolerance: 1e-12, "the deviations of the columns")
    let tenths = standardised(NDArray<Double>.full([3, 1], 0.1))
    expectClose(tenths, [[0], [0], [0]], "0.1 three times: its deviation is not 0 but 10⁻¹⁷")
    let floats = standardised([[1, 5], [3, 5]] as NDArray<Float>)
    expectEqual(floats, [[-1, 0], [1, 0]], "[[1, 5], [3, 5]] as Float")
    expectClose(standardised([[4, 2]] as NDArray<Double>), [[0, 0]], "one row")
  }

  @Test("a colour picture from 3072 numbers: red, green, blue of the first pixel are 1024 apart")
  func pictureFromARow() {
    let row = NDArray<Double>.arange(3072)
    let pixels = picture(fromRow: row, height: 32, width: 32)
    expectShape(pixels, [32, 32, 3], "a colour picture of 32 × 32")
    expectClose(pixels[0, 0], [0, 1024, 2048], "red, green and blue of the first pixel")
    expectClose(pixels[0, 1], [1, 1025, 2049], "of its right neighbour")
    expectClose(pixels[1, 0], [32, 1056, 2080], "of the pixel below it")
    let small = picture(fromRow: NDArray<Float>.arange(18), height: 2, width: 3)
    expectEqual(
      small,
      [[[0, 6, 12], [1, 7, 13], [2, 8, 14]], [[3, 9, 15], [4, 10, 16], [5, 11, 17]]],
      "18 numbers as a picture 2 high and 3 wide")
  }

  @Test("blocks of a picture become their means")
  func shrunkPicture() {
    let a: NDArray<Double> = [[1, 3, 10, 20, 0, 8], [5, 7, 30, 40, 0, 0]]
    expectClose(shrunk(a, by: 2), [[4, 25, 2]], "(2, 6) by 2: mean of 1, 3, 5, 7 is 4")
    let b = NDArray<Double>.arange(54).reshaped([6, 9])
    let expected: NDArray<Double> = [[10, 13, 16], [37, 40, 43]]
    expectClose(shrunk(b, by: 3), expected, "arange(54) as (6, 9) by 3")
    expectEqual(shrunk([[1, 2]] as NDArray<Float>, by: 1), [[1, 2]], "by 1, as Float")
  }
}
