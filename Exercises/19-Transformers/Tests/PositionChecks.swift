import CourseKit
import GradedTests
import NDArray
import Testing
import Transformers

@Suite(.graded) struct PositionChecks {
  @Test("the lecture's positions of width 4") func sinusoidsByHand() {
    let p = sinusoids(3, 4)
    expectShape(p, [3, 4], "(places, width)")
    expectClose(p[0], [0, 1, 0, 1], "place 0: sin 0 and cos 0 in turns")
    expectClose(p[1], [0.841471, 0.540302, 0.010000, 0.999950], tolerance: 1e-6, "place 1")
    expectClose(p[2], [0.909297, -0.416147, 0.019999, 0.999800], tolerance: 1e-6, "place 2")
    expectClose(
      sinusoids(4, 4)[3, 2..<4], [0.02999550020249566, 0.9995500337489875], tolerance: 1e-12,
      "place 3, second pair: sin and cos of 3/100")
    let odd = sinusoids(2, 3)
    expectShape(odd, [2, 3], "an odd width")
    expectClose(
      odd[1], [0.841471, 0.540302, 0.002154], tolerance: 1e-6,
      "place 1 of width 3: the last pair lacks its cosine, and its exponent is 2/3")
  }

  @Test("the product of two places tells their distance") func sinusoidProducts() {
    let p = sinusoids(9, 4)
    let products = p.dot(p.T)
    for (distance, expected) in [(0, 2.0), (1, 1.540252), (2, 0.583653)] {
      for start in [0, 3, 6] {
        let product: Double = products[start, start + distance]
        expectClose(
          product, expected, tolerance: 1e-6, "places \(start) and \(start + distance) of width 4")
      }
    }
  }

  @Test("learned positions: values, start, gradients") func learnedPositions() {
    var generator = Generator(seed: 9)
    let positions = LearnedPositions<Double>(5, 2, using: &generator)
    let rows: NDArray<Double> = [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]
    positions.table.value = rows
    let x = generator.standardNormal([3, 2, 2])
    expectClose(positions.forward(x), x + rows[0..<2], "the first two places for all texts")
    expectClose(positions.forward(x, from: 3), x + rows[3..<5], "places 3 and 4")
    let dY = generator.standardNormal([3, 2, 2])
    expectClose(positions.backward(dY), dY, "dX is dY: a sum passes its gradient on")
    var expected = NDArray<Double>.zeros([5, 2])
    expected[3..<5] = dY.sum(axis: 0)
    expectClose(
      positions.table.gradient, expected, "dP: summed over the texts, at the places that occurred")
    _ = positions.forward(x[0..<1, 0..<1])
    _ = positions.backward(dY[0..<1, 0..<1])
    expected[0..<1] = expected[0..<1] + dY[0, 0..<1]
    expectClose(positions.table.gradient, expected, "a second pass adds, at its own places")
  }
}
