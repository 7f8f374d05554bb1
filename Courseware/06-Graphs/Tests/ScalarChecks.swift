import GradedTests
import Graphs
import Testing

/// The operations on numbers by themselves: no tape, no order.
@Suite(.graded) struct ScalarChecks {
  @Test("forward: sum, difference, product, quotient, negative")
  func scalarArithmetic() {
    let (a, b) = (6.0, -1.5)
    for (operation, expected) in [
      (ScalarOperation.add, 4.5), (.subtract, 7.5), (.multiply, -9), (.divide, -4),
    ] {
      expectClose(operation.forward([a, b]), expected, "6 \(operation.symbol) (−1.5)")
    }
    expectClose(ScalarOperation.negate.forward([a]), -6, "−6")
    #expect(ScalarOperation.divide.forward([1, 0]) == .infinity, "1/0 is ∞ and no trap")
  }

  @Test("backward: what arithmetic passes on to each of its inputs")
  func scalarArithmeticSlopes() {
    // Three numbers that no mistake can confuse: a = 6, b = −1.5, upstream 10.
    let cases: [(ScalarOperation, [Double], String)] = [
      (.add, [10, 10], "a sum hands its blame to both, whole"),
      (.subtract, [10, -10], "what is subtracted is to blame with the other sign"),
      (.multiply, [-15, 60], "each factor gets the upstream gradient times the *other* factor"),
      (.divide, [10 / -1.5, -60 / 2.25], "∂(a/b)/∂a = 1/b, ∂(a/b)/∂b = −a/b²"),
    ]
    for (operation, expected, why) in cases {
      let y = operation.forward([6, -1.5])
      let got = operation.backward(10, inputs: [6, -1.5], output: y)
      #expect(got.count == 2, "a gradient for each of the two inputs of \(operation.symbol)")
      guard got.count == 2 else { return }
      for place in 0..<2 {
        expectClose(
          got[place], expected[place], "\(operation.symbol), by input \(place): \(why)")
      }
    }
    let got = ScalarOperation.negate.backward(10, inputs: [6], output: -6)
    #expect(got == [-10], "−a has the slope −1: got \(got)")
    for (operation, a, b, expected) in [
      (ScalarOperation.multiply, 0.0, 2.5, [25.0, 0]), (.multiply, 2.5, 0, [0, 25]),
      (.divide, 0, 2.5, [4, 0]),
    ] {
      let got = operation.backward(10, inputs: [a, b], output: operation.forward([a, b]))
      for (got, expected) in zip(got, expected) {
        expectClose(got, expected, "\(a) \(operation.symbol) \(b): a slope at 0 is no 0/0")
      }
    }
    // The upstream gradient comes in once: no matter what, half of it is half of the answer.
    for operation in [ScalarOperation.add, .subtract, .multiply, .divide] {
      let y = operation.forward([0.7, 2.3])
      let whole = operation.backward(1, inputs: [0.7, 2.3], output: y)
      let part = operation.backward(-0.25, inputs: [0.7, 2.3], output: y)
      for (whole, part) in zip(whole, part) {
        expectClose(
          part, -0.25 * whole, "\(operation.symbol): proportional to the upstream gradient")
      }
    }
  }

  @Test("backward: exp, ln, tanh, σ, max(0, a), |a|, and their edges")
  func scalarFunctionSlopes() {
    let functions: [ScalarOperation] = [
      .exponential, .logarithm, .hyperbolicTangent, .sigmoid, .rectify, .absolute,
    ]
    for operation in functions {
      let places: [Double] = operation == .logarithm ? [0.3, 1, 4] : [-2.5, -0.4, 0.7, 3]
      for x in places {
        let y = operation.forward([x])
        let got = operation.backward(-3, inputs: [x], output: y)
        let expected = -3 * slope(at: x) { operation.forward([$0]) }
        #expect(got.count == 1, "\(operation.symbol) has one input")
        guard got.count == 1 else { return }
        expectClose(
          got[0], expected, tolerance: 1e-7, "\(operation.symbol) at \(x), upstream gradient −3")
      }
    }
    func gradient(_ operation: ScalarOperation, at x: Double) -> Double {
      operation.backward(2, inputs: [x], output: operation.forward([x]))[0]
    }
    expectClose(gradient(.rectify, at: 0), 2, "max(0, a) at 0: the slope of the right side")
    expectClose(gradient(.absolute, at: 0), 2, "|a| at 0: the slope of the right side")
    for x in [-1000.0, 1000] {
      expectClose(gradient(.sigmoid, at: x), 0, "σ at \(x): flat, and never NaN")
      expectClose(gradient(.hyperbolicTangent, at: x), 0, "tanh at \(x): flat, and never NaN")
    }
    expectClose(gradient(.exponential, at: -1000), 0, "exp at −1000")
    #expect(gradient(.logarithm, at: 0) == .infinity, "ln at 0 has the slope ∞")
  }
}
