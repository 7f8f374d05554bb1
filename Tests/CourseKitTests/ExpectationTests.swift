import GradedTests
import NDArray
import Synchronization
import Testing

/// What the expectations of graded tests say when they fail.
@Suite struct ExpectationTests {
  private func message(_ body: () -> Void) -> String? {
    let said = Mutex<String?>(nil)
    withKnownIssue(isIntermittent: true) {
      body()
    } matching: { issue in
      said.withLock { $0 = issue.comments.first?.rawValue }
      return true
    }
    return said.withLock { $0 }
  }

  private let a: NDArray<Double> = [[1, 2, 3], [4, 5, 6]]

  @Test func closeArraysSayNothing() {
    #expect(message { expectClose(a, a + 1e-11, "a") } == nil)
    let odd = NDArray([Double.nan, .infinity])
    #expect(message { expectClose(odd, odd, "a") } == nil)
    #expect(message { expectClose(0.5, 0.501, tolerance: 0.01, "p") } == nil)
    #expect(message { expectEqual(NDArray([1, 2]), NDArray([1, 2]), "labels") } == nil)
    #expect(message { expectShape(a, [2, 3], "a") } == nil)
  }

  @Test func aShapeMismatchNamesBothShapes() {
    #expect(message { expectClose(a.T, a, "dW") } == "dW: expected shape [2, 3], got shape [3, 2]")
    #expect(message { expectShape(a, [6], "z") } == "z: expected shape [6], got shape [2, 3]")
    #expect(
      message { expectEqual(NDArray([1]), NDArray([1, 2]), "y") }
        == "y: expected shape [2], got shape [1]")
  }

  @Test func aWrongValueIsNamedWithItsPlace() {
    var b = a
    b[1, 0] = 4.5
    #expect(
      message { expectClose(b, a, "h") }
        == "h: 1 of 6 elements differ, first at [1, 0]: expected 4.0, got 4.5")
    b[1, 2] = .nan
    #expect(
      message { expectClose(b, a, "h") }
        == "h: 2 of 6 elements differ, first at [1, 0]: expected 4.0, got 4.5; worst at [1, 2]: expected 6.0, got nan"
    )
    #expect(message { expectClose(1, 2, "loss") } == "loss: expected 2.0, got 1.0")
    #expect(
      message { expectEqual(NDArray([1, 2]), NDArray([1, 3]), "y") }
        == "y: 1 of 2 elements differ, first at [1]: expected 3, got 2")
  }

  @Test func aStaleOrAddedUpValueIsNamed() {
    let (earlier, last) = (a, 2 * a + 1)
    func replaced(_ got: NDArray<Double>, after earlier: NDArray<Double>) -> String? {
      message { expectReplaced(got, by: last, after: earlier, "dW") }
    }
    #expect(replaced(last, after: earlier) == nil)
    #expect(replaced(last, after: last) == nil)
    let stale =
      "dW: it belongs to an earlier call: the cache is stale, each forward pass must replace it"
    #expect(replaced(earlier, after: earlier) == stale)
    #expect(replaced(NDArray.ones([7, 3]), after: NDArray.zeros([7, 3])) == stale)
    #expect(
      replaced(earlier + last, after: earlier)
        == "dW: it is added to what an earlier call left: each backward pass must replace it")
    #expect(
      replaced(3 * last, after: earlier)?.hasPrefix("dW: 6 of 6 elements differ, first at") == true)
  }

  @Test func aParameterThatTheStepSkipsIsNamed() {
    func step(to got: NDArray<Double>) -> String? {
      message { expectStep(of: "b2", from: a, to: got, expected: a - 0.5) }
    }
    #expect(step(to: a - 0.5) == nil)
    #expect(step(to: a) == "b2 was skipped by the step: it is what it was before")
    #expect(
      step(to: a + 0.5) == "b2 went the wrong way: the step must go against the gradient")
    #expect(step(to: a - 1)?.hasPrefix("b2 after the step: 6 of 6 elements differ") == true)
    #expect(
      message { expectStep(of: "b2", from: a, to: a, expected: a) } == nil, "nothing to be done")
  }

  @Test func aWrongGradientIsDiagnosed() {
    let text = message { expectGradient(a, at: a, named: "dX") { ($0 * $0).sum() } }
    #expect(text?.hasPrefix("gradient dX: 6 of 6 elements are wrong\n  worst at [") == true)
    #expect(text?.hasSuffix("every value is half of what it should be") == true)
    let square = { (x: NDArray<Double>) in x * x }
    #expect(
      message { expectGradient(at: a, named: "dX", forward: square) { 2 * a * $0 } } == nil)
    #expect(
      message { expectGradient(at: a, named: "dX", forward: square) { _ in 2 * a } }?
        .contains("upstream gradient is not multiplied in") == true)
  }
}
