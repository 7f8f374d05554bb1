import Classification
import Foundation
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct LogisticLossChecks {
  @Test("the lecture's two objects, labels ±1") func signedLossOfTheLecture() {
    let losses = SignedLogLoss.values([10, -1], [1, -1])
    expectClose(losses, [4.5398899216870535e-05, 0.31326168751822286], "−log σ(10), −log σ(1)")
    let gradient = SignedLogLoss.gradient([10, -1], [1, -1])
    expectClose(gradient, [-4.5397868702434395e-05, 0.2689414213699951], "−y(1 − σ(yz))")
  }

  @Test("the lecture's two objects, targets 1 and 0") func logLossOfTheLecture() {
    let losses = LogLoss.values([10, -1], [1, 0])
    expectClose(losses, [4.5398899216870535e-05, 0.31326168751822286], "−ln σ(10), −ln(1 − σ(−1))")
    let gradient = LogLoss.gradient([10, -1], [1, 0])
    expectClose(gradient, [-4.5397868702434395e-05, 0.2689414213699951], "σ(z) − y")
  }

  @Test("both conventions are one loss") func conventionsAgree() {
    var generator = Generator(seed: 1)
    let z = 3 * generator.standardNormal([50])
    let targets = (generator.random([50]) .< 0.5).asType(Double.self)
    let labels = 2 * targets - 1
    expectClose(SignedLogLoss.values(z, labels), LogLoss.values(z, targets), "losses")
    expectClose(SignedLogLoss.gradient(z, labels), LogLoss.gradient(z, targets), "gradients")
    expectClose(
      LogLoss.values(z, targets), log(1 + exp(-labels * z)), "and it is log(1 + e^(−yz))")
  }

  @Test("gradients by the logits") func logisticLossGradients() {
    var generator = Generator(seed: 2)
    let z = 2 * generator.standardNormal([12])
    let targets = (generator.random([12]) .< 0.5).asType(Double.self)
    let labels = 2 * targets - 1
    expectGradient(at: z, named: "by the logits of SignedLogLoss") {
      SignedLogLoss.values($0, labels)
    } backward: {
      $0 * SignedLogLoss.gradient(z, labels)
    }
    expectGradient(at: z, named: "by the logits of LogLoss") {
      LogLoss.values($0, targets)
    } backward: {
      $0 * LogLoss.gradient(z, targets)
    }
  }

  @Test("logits of ±1000 are safe") func logisticLossesAtAThousand() {
    let z: NDArray<Double> = [1000, -1000, 1000, -1000]
    let expected: NDArray<Double> = [0, 1000, 1000, 0]
    expectEqual(LogLoss.values(z, [1, 1, 0, 0]), expected, "log loss, no NaN from 0 · ∞")
    expectEqual(SignedLogLoss.values(z, [1, 1, -1, -1]), expected, "signed loss")
    expectEqual(LogLoss.gradient(z, [1, 1, 0, 0]), [0, -1, 1, 0], "gradient of the log loss")
    expectEqual(SignedLogLoss.gradient(z, [1, 1, -1, -1]), [0, -1, 1, 0], "of the signed loss")
  }
}
