import CourseKit
import GradedTests
import NDArray
import Testing
import TimeSeries

@Suite(.graded) struct RollOutChecks {
  private func network(_ a: NDArray<Double>, _ c: Double) -> RollOut {
    RollOut(Autoregression(coefficients: a, constant: c))
  }

  @Test("it goes on as the model does") func rollsOut() {
    let network = network([1, -2], 1)
    let past: NDArray<Double> = [[4, 3], [0, 1], [5, 5]]
    expectClose(network.forward(past, steps: 2), [[-1, -8], [-1, 0], [-4, -13]], "two steps")
    expectEqual(
      network.lags[1], [[-1, 4], [-1, 0], [-4, 5]], "the lags that the second step saw")
    #expect(network.lags.count == 2, "one array of lags for each step")
    expectShape(network.forward(past[..<1], steps: 3), [1, 3], "another batch, more steps")
    #expect(network.lags.count == 3, "the lags of the last call only")
  }

  @Test("the gradient of two steps by hand") func rollOutGradientByHand() {
    let network = network([0.5], 1)
    _ = network.forward([[4]], steps: 2)
    // y₁ = 1 + 0.5·4 = 3, y₂ = 1 + 0.5·3 = 2.5; only y₂ is asked for.
    let dPast = network.backward([[0, 1]])
    expectClose(network.weights.gradient, [5], "∂y₂/∂a = y₁ + a · x = 3 + 0.5 · 4")
    expectClose(network.constant.gradient, [1.5], "∂y₂/∂c = 1 + a")
    expectClose(dPast, [[0.25]], "∂y₂/∂x = a²")
  }

  @Test("gradients of weights, constant and past") func rollOutGradients() {
    var generator = Generator(seed: 3)
    for (rows, p, steps) in [(4, 3, 5), (1, 2, 4), (5, 1, 3), (3, 4, 1)] {
      let a = 0.4 * generator.standardNormal([p])
      let past = generator.standardNormal([rows, p])
      let what = "\(rows) pasts, p = \(p), \(steps) steps"
      expectGradient(at: past, named: "dPast, \(what)", sizes: [rows, steps]) {
        network(a, 0.3).forward($0, steps: steps)
      } backward: { dY in
        let net = network(a, 0.3)
        _ = net.forward(past, steps: steps)
        return net.backward(dY)
      }
      expectGradient(at: a, named: "da, \(what)", sizes: [rows, steps]) {
        network($0, 0.3).forward(past, steps: steps)
      } backward: { dY in
        let net = network(a, 0.3)
        _ = net.forward(past, steps: steps)
        _ = net.backward(dY)
        return net.weights.gradient
      }
      expectGradient(at: [0.3], named: "dc, \(what)", sizes: [rows, steps]) {
        network(a, $0[0].scalar).forward(past, steps: steps)
      } backward: { dY in
        let net = network(a, 0.3)
        _ = net.forward(past, steps: steps)
        _ = net.backward(dY)
        return net.constant.gradient
      }
    }
  }

  @Test("gradients add up, and belong to the last pass") func rollOutTwice() {
    let net = network([0.5], 1)
    _ = net.forward([[4], [2], [7]], steps: 3)
    _ = net.forward([[4]], steps: 2)
    expectClose(net.backward([[0, 1]]), [[0.25]], "after another batch: dPast")
    _ = net.backward([[0, 2]])
    expectClose(net.weights.gradient, [15], "5 and twice 5: backward passes add")
    net.clearGradients()
    expectClose(net.backward([[1, 0]]), [[0.5]], "the first step alone asked for")
    expectClose(net.weights.gradient, [4], "∂y₁/∂a = x")
    net.weights.isFrozen = true
    _ = net.backward([[1, 1]])
    expectClose(net.weights.gradient, [4], "a frozen weight takes no gradient")
    #expect(
      net.namedParameters.map(\.name) == ["a", "c"], "both are found by their names")
  }

  @Test("at the least squares fit the one-step gradient is zero") func fitIsTheMinimum() throws {
    let y = try madeSeries()
    let net = RollOut(try Autoregression(fitting: y, order: 3))
    let rows = try windows(of: y, length: 3)
    let residuals = net.forward(rows.lags, steps: 1)[.all, 0] - rows.targets
    _ = net.backward(2 * residuals[.all, .newAxis] / Double(residuals.count))
    expectClose(
      net.weights.gradient, .zeros([3]), tolerance: 1e-9, "residuals know nothing of the lags")
    expectClose(net.constant.gradient, [0], tolerance: 1e-9, "and their mean is 0")
  }
}
