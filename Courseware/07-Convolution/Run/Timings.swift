import Convolution
import CourseKit
import NDArray
import Networks
import Optimisers

/// The only numbers of the run that differ from machine to machine and from run to run.
func timings() {
  section("Times, the shortest of several")
  loopsAgainstProduct()
  trainingStep(of: Double.self)
  trainingStep(of: Float.self)
}

/// The lecture's second convolution once as seven loops, once as one matrix product.
private func loopsAgainstProduct() {
  var generator = Generator(seed: 0)
  let x = generator.standardNormal([16, 32, 10, 10])
  let w = generator.standardNormal([64, 32, 3, 3])
  let b = generator.standardNormal([64])
  let layer = Conv2d(weight: w, bias: b)
  var slow = x
  let loops = fastest(of: 3) { slow = convolutionByLoops(x, w, b) }
  var y = x
  let product = fastest(of: 20) { y = layer.forward(x) }
  let difference = abs(slow - y).max()
  print("16 pictures of 32 × 10 × 10, 64 kernels 3 × 3: seven loops \((loops * 1e3).text(1)) ms")
  print(
    "one matrix product \((product * 1e3).text(2)) ms, \((loops / product).text(0)) times as fast; "
      + "largest difference below 1e-10: \(difference < 1e-10)")
}

/// Forward, loss, backward and step of the lecture's network.
private func trainingStep<Element: NDFloat>(of type: Element.Type) {
  var generator = Generator(seed: 0)
  let network: Sequential<Element> = lectureNetwork(classes: 100, using: &generator)
  let x = generator.standardNormal([64, 3, 32, 32]).asType(Element.self)
  let labels = NDArray((0..<64).map { $0 % 100 })
  let loss = SoftmaxCrossEntropy<Element>()
  let optimiser = Optimiser(Adam(), network.parameters, rate: 0.001)
  let step = fastest(of: 10) {
    network.clearGradients()
    _ = loss.forward(network.forward(x), labels)
    _ = network.backward(loss.backward())
    optimiser.step()
  }
  print("a step of the lecture's network, batch 64, \(type): \((step * 1e3).text(1)) ms")
}

private func fastest(of times: Int, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<times).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
