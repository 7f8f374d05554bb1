import CourseKit
import NDArray
import Networks

/// The only numbers of the run that differ from machine to machine and from run to run.
func timings() {
  print("\nTimes, the shortest of ten")
  loopAgainstMatrix()
  trainingStep(of: Double.self)
  trainingStep(of: Float.self)
}

/// The product of a layer once as three loops over Swift arrays, once as one call of BLAS.
private func loopAgainstMatrix() {
  let (n, inputs, outputs) = (256, 784, 256)
  var generator = Generator(seed: 0)
  let x = generator.standardNormal([n, inputs])
  let w = generator.standardNormal([inputs, outputs])
  let (xs, ws) = (x.elements, w.elements)

  var ys: [Double] = []
  let loop = fastest {
    ys = [Double](repeating: 0, count: n * outputs)
    for i in 0..<n {
      for j in 0..<outputs {
        var sum = 0.0
        for k in 0..<inputs { sum += xs[i * inputs + k] * ws[k * outputs + j] }
        ys[i * outputs + j] = sum
      }
    }
  }
  var y = x
  let product = fastest { y = x.dot(w) }
  let difference = abs(y.flattened() - NDArray(ys)).max()
  print("  XW, 256 objects, 784 → 256, three loops: \((loop * 1e3).text(1)) ms")
  print("  the same by x.dot(w): \((product * 1e3).text(2)) ms, \((loop / product).text(0)) times")
  print("  largest difference of the two: \(difference.scientific)")
}

/// Forward, loss, backward and step of the network that performance tables are made with.
private func trainingStep<Element: NDFloat>(of type: Element.Type) {
  var generator = Generator(seed: 0)
  let network = Sequential<Element>([
    Linear(784, 256, .he, using: &generator), Activate(.relu),
    Linear(256, 128, .he, using: &generator), Activate(.relu),
    Linear(128, 10, .he, using: &generator),
  ])
  let x = generator.standardNormal([128, 784]).asType(Element.self)
  let labels = NDArray((0..<128).map { $0 % 10 })
  let loss = SoftmaxCrossEntropy<Element>()
  let step = fastest {
    network.clearGradients()
    _ = loss.forward(network.forward(x), labels)
    _ = network.backward(loss.backward())
    descend(network.parameters, rate: 0.01)
  }
  print("  one step of 784-256-128-10, batch 128, \(type): \((step * 1e3).text(2)) ms")
}

/// The shortest of ten times in seconds.
private func fastest(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<10).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
