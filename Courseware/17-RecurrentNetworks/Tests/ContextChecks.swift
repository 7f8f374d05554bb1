import CourseKit
import Foundation
import GradedTests
import NDArray
import Networks
import RecurrentNetworks
import Testing

@Suite(.graded) struct ContextChecks {
  @Test("a vector for the word here, not for the word") func contextVectorsByHand() {
    var generator = Generator(seed: 7)
    let model = ContextVectors<Double>(kinds: 6, embedding: 3, width: 4, using: &generator)
    let tokens: NDArray<Int> = [[0, 0], [1, 2], [3, 3], [4, 5]]
    let (embedding, forwards, backwards) = model.vectors(tokens)
    expectClose(
      embedding[2, 0], embedding[2, 1], tolerance: 0, "word 3 has one embedding in both sentences")
    #expect(
      abs(forwards[2, 0] - forwards[2, 1]).max() > 1e-6,
      "forwards: 0 1 3 and 0 2 3 give word 3 different vectors")
    var other = tokens
    other[3, 0] = 5
    let (_, f, b) = model.vectors(other)
    expectClose(
      f[2], forwards[2], tolerance: 0, "the forward vector does not see what stands behind")
    #expect(
      abs(b[2, 0] - backwards[2, 0]).max() > 1e-6, "the backward vector does")
    other = tokens
    other[0, 0] = 5
    expectClose(
      model.vectors(other).backwards[2], backwards[2], tolerance: 0,
      "the backward vector does not see what stands before")
  }

  @Test("gradient check of both guesses") func contextVectorGradients() {
    var generator = Generator(seed: 8)
    let model = ContextVectors<Double>(kinds: 6, embedding: 3, width: 2, using: &generator)
    let tokens: NDArray<Int> = [[0, 0], [1, 2], [3, 3], [4, 5]]
    model.clearGradients()
    _ = model.lossAndGradients(tokens)
    let gradients = model.parameters.map(\.gradient)
    for (p, gradient) in zip(model.parameters, gradients) {
      let value = p.value
      expectGradient(gradient, at: value, named: "d\(p.name) \(value.shape)", sizes: [3, 4]) {
        p.value = $0
        return model.lossAndGradients(tokens)
      }
      p.value = value
    }
    let (_, f, b) = model.vectors(tokens)
    let loss = SoftmaxCrossEntropy<Double>()
    let next = loss.forward(
      model.next.forward(f[0..<3].reshaped([6, 2])), tokens[1...].reshaped([-1]))
    let previous = loss.forward(
      model.previous.forward(b[1...].reshaped([6, 2])), tokens[0..<3].reshaped([-1]))
    expectClose(
      model.lossAndGradients(tokens), (next + previous) / 2,
      "the mean of two losses: forwards guesses the word behind, backwards the word before")
    model.next.weight.value *= 0
    model.previous.weight.value *= 0
    expectClose(
      model.lossAndGradients(tokens), log(6), "the loss of a model that knows nothing is ln 6")
  }
}
