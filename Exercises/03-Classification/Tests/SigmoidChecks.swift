import Classification
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct SigmoidChecks {
  @Test("the lecture's logits 10 and −1") func sigmoidOfTheLecture() {
    let p = sigmoid([10, -1, 0])
    expectClose(p, [0.99995, 0.2689, 0.5], tolerance: 5e-5, "σ(10), σ(−1), σ(0)")
    expectClose(p, [0.9999546021312976, 0.2689414213699951, 0.5], "all digits of them")
    expectShape(sigmoid(NDArray.zeros([2, 3])), [2, 3], "the shape stays")
  }

  @Test("derivative σ(1 − σ)") func derivativeOfTheSigmoid() {
    let z = NDArray.linspace(-6, 6, count: 25)
    expectClose(sigmoidDerivative([0]), [0.25], "σ'(0) is the largest slope")
    expectClose(sigmoidDerivative([-1, 1]), [0.19661193324148185, 0.19661193324148185], "σ'(±1)")
    expectGradient(at: z, named: "of σ") {
      sigmoid($0)
    } backward: {
      $0 * sigmoidDerivative(z)
    }
  }

  @Test("logits of ±1000 are safe") func sigmoidAtAThousand() {
    expectEqual(sigmoid([1000, -1000]), [1, 0], "σ(±1000), no overflow and no NaN")
    expectEqual(logSigmoid([1000, -1000]), [0, -1000], "log σ(±1000), no infinity")
    expectEqual(sigmoidDerivative([1000, -1000]), [0, 0], "σ'(±1000)")
    let rows: NDArray<Double> = [[1000, 0, -1000], [-1000, 1000, 0]]
    expectEqual(sigmoid(rows), [[1, 0.5, 0], [0, 1, 0.5]], "σ of two rows: element by element")
    expectShape(logSigmoid(rows), [2, 3], "log σ, the shape stays")
  }

  @Test("agrees with PyTorch") func sigmoidAgainstPyTorch() throws {
    struct Expected: Decodable { let z, value, derivative, logarithm: NDArray<Double> }
    let expected: Expected = try reference("sigmoid.json")
    expectClose(sigmoid(expected.z), expected.value, "σ")
    expectClose(sigmoidDerivative(expected.z), expected.derivative, "σ'")
    expectClose(logSigmoid(expected.z), expected.logarithm, "log σ")
    let tail = logSigmoid([-40, 40])
    expectClose(
      tail * 1e17, [-4e18, -0.4248354255291589], tolerance: 1e-12, "log σ(±40), magnified")
    expectClose(
      sigmoidDerivative([-40, 40]) * 1e17, [0.4248354255291589, 0.4248354255291589],
      tolerance: 1e-12, "σ'(±40), magnified: 1 − σ(40) has lost all digits, σ(−40) has them")
    #expect(
      sigmoid([-720]).scalar > 0,
      "σ(−720) is 2·10⁻³¹³ and not 0: e^720 overflows, so take e^−720 on this side")
  }
}
