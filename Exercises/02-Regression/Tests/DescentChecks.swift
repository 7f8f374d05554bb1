import GradedTests
import NDArray
import Regression
import Testing

@Suite(.graded) struct DescentChecks {
  @Test("in the bowl ½(x² + y²) step i ends at (1 − α)ⁱ of the start") func descentInABowl() {
    for rate in [0.1, 1.5] {
      let path = descend(from: [1, -2], rate: rate, steps: 4) { $0 }
      #expect(path.points.count == 5, "the start and 4 steps, got \(path.points.count) points")
      for (i, point) in path.points.enumerated() {
        let factor = (0..<i).reduce(1.0) { product, _ in product * (1 - rate) }
        expectClose(point, factor * NDArray([1, -2]), "α = \(rate), step \(i)")
      }
    }
  }

  @Test("it stops when a step is short, and says why") func descentStops() {
    // Steps 0.5, 0.25, 0.125, 0.0625: the fourth is the first below 0.1.
    let short = descend(from: [1], rate: 0.5, steps: 100, tolerance: 0.1) { $0 }
    #expect(short.end == .smallStep)
    #expect(
      short.points.count == 5,
      "ends with the short step, which is taken; got \(short.points.count) points")
    expectClose(short.last, [0.0625], "where it ends")
    let long = descend(from: [1], rate: 0.5, steps: 3, tolerance: 0.1) { $0 }
    #expect(long.end == .enoughSteps)
    expectClose(long.last, [0.125], "after the 3 steps it may take")
    let both = descend(from: [1], rate: 0.5, steps: 4, tolerance: 0.1) { $0 }
    #expect(both.end == .smallStep, "the last step allowed is the first short one: it was short")
    let none = descend(from: [1], rate: 0.5, steps: 0) { $0 }
    #expect(none.points.count == 1 && none.end == .enoughSteps)
    let still = descend(from: [2], rate: 0.5, steps: 3) { 0 * $0 }
    #expect(
      still.points.count == 4 && still.end == .enoughSteps,
      "no step is shorter than a tolerance of 0, not even one of length 0")
  }

  @Test("the length of the step decides, not the loss nor one coordinate")
  func stopIsTheLengthOfTheStep() {
    // A gradient of (3, 4) makes steps of 5η whatever the loss.
    let path = descend(from: [0, 0], rate: 0.1, steps: 4, tolerance: 0.45) { _ in [3, 4] }
    #expect(path.end == .enoughSteps, "‖(0.3, 0.4)‖ = 0.5 is not below 0.45, though each part is")
    let back = descend(from: [0, 0], rate: 0.1, steps: 4, tolerance: 0.51) { _ in [-3, -4] }
    #expect(back.points.count == 2 && back.end == .smallStep, "‖(−0.3, −0.4)‖ = 0.5 is below 0.51")
  }

  @Test("η_max of the pencil's bowl is 0.180295") func learningRatesByHand() throws {
    let bowl: NDArray<Double> = NDArray([[2, 4], [4, 28.0 / 3]])
    let rates = try learningRates(hessian: bowl)
    let steepest = 17.0 / 3 + (265.0 / 9).squareRoot()
    expectClose(rates.largest, 2 / steepest, "2 / the largest second derivative, 11.092940")
    let slope = try learningRates(hessian: NDArray([[28.0 / 3]]))
    expectClose(slope.oneStep, 3.0 / 28, "one weight: 1/E″")
    expectClose(slope.largest, 3.0 / 14, "one weight: twice that")
  }

  @Test("below, at and above the right rate, slope only") func oneDimension() throws {
    // y ≈ wx with x = (1, 2, 3): E″ = 28/3, lowest at 11/14.
    let (x, y): (NDArray<Double>, NDArray<Double>) = ([[1], [2], [3]], pencilY)
    func steps(_ rate: Double, _ count: Int) -> NDArray<Double> {
      concatenated(
        descend(from: [0], rate: rate, steps: count) { SquaredError.gradient(x, y, at: $0) }.points)
    }
    expectClose(steps(3.0 / 28, 2), NDArray([0, 11.0 / 14, 11.0 / 14]), "η_opt: there at once")
    expectClose(steps(3.0 / 14, 3), NDArray([0, 11.0 / 7, 0, 11.0 / 7]), "η_max: swings for ever")
    expectClose(steps(0.15, 3), [0, 1.1, 0.66, 0.836], "between: swings in")
    expectClose(
      steps(0.22, 3), [0, 1.61333333, -0.08604444, 1.70396681], tolerance: 1e-7, "above: swings out"
    )
  }

  @Test("a stochastic step by hand, from the object (3; 2)") func stochasticStepByHand() {
    var generator = Generator(seed: 1)
    let path = miniBatchDescent(
      [[1, 3]], [2], from: [0, 0], rate: 0.1, batchSize: 1, epochs: 1, using: &generator)
    expectClose(path[path.count - 1], [0.4, 1.2], "w after one step of η = 0.1")
  }

  @Test("mini-batches in NumPy's order, the short one too") func miniBatchesAgainstNumPy() throws {
    struct Stored: Decodable {
      struct Case: Decodable {
        let batchSize: Int
        let path: NDArray<Double>
      }
      let x, y: NDArray<Double>
      let seed: Int
      let rate: Double
      let cases: [Case]
    }
    let stored: Stored = try reference("descents.json")
    for expected in stored.cases {
      var generator = Generator(seed: stored.seed)
      let path = miniBatchDescent(
        stored.x, stored.y, from: expected.path[0], rate: stored.rate,
        batchSize: expected.batchSize,
        epochs: 3, using: &generator)
      #expect(path.count == 4, "the start and 3 epochs, got \(path.count) points")
      expectClose(
        stacked(path), expected.path,
        "10 objects in batches of \(expected.batchSize); a short batch's gradient is the mean over its own objects"
      )
    }
    var generator = Generator(seed: stored.seed)
    let ends = (0..<2).map { _ in
      miniBatchDescent(
        stored.x, stored.y, from: stored.cases[0].path[0], rate: stored.rate, batchSize: 3,
        epochs: 1, using: &generator)[1]
    }
    let difference: Double = abs(ends[0] - ends[1]).max()
    #expect(
      difference > 0,
      "a second descent with the same generator takes the objects in another order: draw from `generator` itself, not from a copy"
    )
  }

  @Test("a batch of everything is gradient descent") func oneBatchIsDescent() {
    var generator = Generator(seed: 6)
    let (x, y) = (lopsidedTable(6, 2, &generator), generator.standardNormal([6]))
    let start = generator.standardNormal([3])
    let whole = miniBatchDescent(
      x, y, from: start, rate: 0.01, batchSize: 6, epochs: 5, using: &generator)
    var w = start
    for _ in 0..<5 { w += 0.01 * 2 / 6 * x.T.dot(y - x.dot(w)) }
    expectClose(whole[whole.count - 1], w, "w after 5 epochs of one batch")
    let larger = miniBatchDescent(
      x, y, from: start, rate: 0.01, batchSize: 50, epochs: 5, using: &generator)
    expectClose(larger[larger.count - 1], w, "batches of 50 of 6 objects: still one batch")
  }

  @Test("ten copies: one epoch does what ten did", .graded(seconds: 20)) func redundancyIsUsed() {
    var generator = Generator(seed: 7)
    let x = concatenated([NDArray.ones([100, 1]), generator.standardNormal([100, 1])], axis: 1)
    let y = x.dot([1, -2]) + 0.1 * generator.standardNormal([100])
    let copies = (0..<10).map { _ in x }
    let (x10, y10) = (concatenated(copies), concatenated((0..<10).map { _ in y }))
    let few = miniBatchDescent(
      x, y, from: [0, 0], rate: 0.005, batchSize: 1, epochs: 10, using: &generator)
    let many = miniBatchDescent(
      x10, y10, from: [0, 0], rate: 0.005, batchSize: 1, epochs: 1, using: &generator)
    let difference = abs(few[few.count - 1] - many[many.count - 1]).max()
    #expect(difference < 0.02, "w differ by \(difference)")
    #expect(abs(many[1][1] as Double + 2) < 0.05, "1000 small steps have arrived at the slope −2")
  }
}
