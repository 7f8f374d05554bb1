import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import RecurrentNetworks
import Testing

@Suite(.graded) struct ForecastChecks {
  @Test("the lecture's series") func seriesByHand() {
    var generator = Generator(seed: 0)
    let y = lectureSeries(1000, using: &generator)
    var again = Generator(seed: 0)
    let noise = again.standardNormal([1000])
    let clean = y - noise
    let at: Double = clean[500]
    expectClose(
      at, sin(10) - sin(2.5) + 1, "y₅₀₀ of 1000 without its noise: sin 10 − sin 2.5 + (2·500/1000)²"
    )
    expectClose(clean[0] as Double, 0, "y₀ without its noise")
  }

  @Test("windows less their mean") func forecastWindowsByHand() {
    let (x, y, means) = forecastWindows([1, 3, 8, 4], steps: 2)
    expectClose(
      x, [[[-1], [-2.5]], [[1], [2.5]]], "(steps, windows, 1): 1 3 and 3 8 less 2 and 5.5")
    expectClose(y, [[6], [-1.5]], "8 and 4, less the means of their windows")
    expectClose(means, [[2], [5.5]], "the means")
  }

  @Test("gradient check of the forecaster, and its dropout") func forecasterGradients() {
    var generator = Generator(seed: 6)
    let x = generator.standardNormal([4, 3, 1])
    let net = Forecaster<Double>(GRUCell(), width: 2, dropout: 0.4, using: &generator)
    net.setTraining(false)
    expectShape(net.forward(x), [3, 1], "a forecast for each object")
    expectGradient(at: x, named: "dX of the forecaster in use") {
      net.forward($0)
    } backward: {
      net.backward($0)
    }
    expectClose(net.forward(x), net.forward(x), tolerance: 0, "in use nothing is dropped")
    let still = net.forward(x)
    net.setTraining(true)
    var sum = NDArray<Double>.zeros([3, 1])
    var isSame = true
    for _ in 0..<2000 {
      let y = net.forward(x)
      isSame = isSame && abs(y - still).max() < 1e-12
      sum += y / 2000.0
    }
    #expect(!isSame, "in training numbers are dropped")
    let signal = still - net.fc.bias.value
    let share = ((sum - net.fc.bias.value) * signal).sum() / square(signal).sum()
    expectClose(
      share, 1, tolerance: 0.15,
      "the mean of 2000 forecasts in training beside the one in use: what is kept is 1/(1 − p) as large"
    )
  }

  @Test("what is dropped on the way there is dropped on the way back") func dropoutGradients() {
    var generator = Generator(seed: 9)
    let x = generator.standardNormal([4, 2, 1])
    let net = Forecaster<Double>(GRUCell(), width: 3, dropout: 0.4, using: &generator)
    let h = net.lstm.forward(x).outputs[-1]
    let weight = net.fc.weight.value
    var isSame = true
    for draw in 1...5 {
      net.setTraining(true)
      _ = net.forward(x)
      // The gradient of fc's weights for one forecast is what dropout let through of that object.
      let sides: [(factors: NDArray<Double>, dX: NDArray<Double>)] = [0, 1].map { object in
        net.clearGradients()
        let dX = net.backward(NDArray([[1.0 - Double(object)], [Double(object)]]))
        return (net.fc.weight.gradient[.all, 0] / h[object], dX)
      }
      isSame = isSame && abs(sides[0].factors - sides[1].factors).max() < 1e-9
      net.setTraining(false)
      for (object, (factors, dX)) in sides.enumerated() {
        expectClose(
          factors, which(factors .> 0.1, 1 / 0.6, 0.0),
          "what dropout of 0.4 makes of each number of object \(object), draw \(draw): 0 or 1/(1 − 0.4) times as much"
        )
        net.fc.weight.value = weight * factors[.all, .newAxis]
        _ = net.forward(x)
        let wanted = net.backward(NDArray([[1.0 - Double(object)], [Double(object)]]))
        expectClose(
          dX, wanted,
          "dX of object \(object), draw \(draw): what was dropped forwards gets no gradient, the rest 1/(1 − 0.4) times as much"
        )
      }
      net.fc.weight.value = weight
    }
    #expect(!isSame, "each object has its own numbers dropped")
  }
}
