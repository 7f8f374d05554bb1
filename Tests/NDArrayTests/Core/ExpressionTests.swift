import NDArray
import Testing

/// The values of the expressions in `Expressions.swift`, as NumPy computes them.
@Suite struct ExpressionTests {
  private let x = NDArray<Double>.arange(6).reshaped([3, 2]) / 10
  private let y: NDArray<Double> = [1, 0, 2]
  private let scores: NDArray<Double> = [[1, 2, 3], [0, 0.5, -1]]

  private func close(_ a: NDArray<Double>, _ b: NDArray<Double>) -> Bool {
    a.shape == b.shape && allClose(a, b, rtol: 1e-13, atol: 1e-15)
  }

  @Test func aStepDownTheGradient() {
    var w: NDArray<Double> = [0.5, -0.25]
    #expect(abs(meanSquaredError(x.dot(w), y) - 0.7928125) < 1e-15)
    gradientStep(&w, x, y, rate: 0.1)
    #expect(close(w, [0.5255, -0.21475]))
  }

  @Test func adam() {
    var w: NDArray<Double> = [0.5, -0.25]
    var adam = Adam(m: .zeros([2]), v: .zeros([2]))
    for _ in 0..<3 { adam.update(&w, [0.3, -2]) }
    #expect(close(w, [0.4970000001, -0.247000000015]))
  }

  @Test func losses() {
    let expected: NDArray<Double> = [
      [0.09003057317038046, 0.24472847105479764, 0.6652409557748218],
      [0.3314989604240915, 0.5465493872661796, 0.12195165230972885],
    ]
    #expect(close(softmax(scores), expected))
    #expect(abs(crossEntropy(scores, [2, 0]) - 0.7558682848905545) < 1e-15)
    #expect(abs(binaryCrossEntropy([0.9, 0.2], [1, 0]) - 0.16425203348483747) < 1e-15)
    #expect(accuracy(scores, [2, 0]) == 0.5)
  }

  @Test func columnsOfOneScale() {
    let z = standardised(x)
    #expect(abs(z.mean(axis: 0)).max() < 1e-15)
    #expect(close(z[2], [1.2247447963915938, 1.2247447963915936]))
  }

  @Test func slicesOnBothSides() {
    var a = NDArray<Double>.arange(9).reshaped([3, 3])
    slices(&a, a + 1)
    #expect(close(a, [[1, -1.5, -1.5], [8.666666666666666, 5, 6], [10, 10, 10]]))
  }

  @Test func aLayerBackwards() {
    let w: NDArray<Double> = [[0.1, -0.2], [0.3, 0.4]]
    let (dX, dW, db) = backward(x, w, [[1, 0], [0, 1], [0.5, 0.5]])
    let expectedX: NDArray<Double> = [
      [0.09991005397247292, 0.29973016191741875], [-0.1987254415927327, 0.3974508831854654],
      [-0.0503361439273747, 0.34186012840026525],
    ]
    let expectedW: NDArray<Double> = [
      [0.06432675747880423, 0.13193762188856284], [0.11372929817266293, 0.18154748082676458],
    ]
    #expect(close(dX, expectedX) && close(dW, expectedW))
    #expect(close(db, [1.4814762208157608, 1.4864957681460527]))
  }

  @Test func normalEquations() {
    let x: NDArray<Float> = [[1, 2], [3, 4]]
    let y: NDArray<Float> = [[1, 0], [0, 2]]
    #expect(normalEquation(x, y, penalty: 2) == [[11.5, 14], [14, 20]])
  }
}
