import NDArray
import Testing

@Suite("Steps of training in place") struct UpdateTests {
  @Test("a product is added with the bits of a sum and a product, in every layout")
  func addsProducts() {
    addsProducts(Double.self)
    addsProducts(Float.self)
  }

  private func addsProducts<E: NDFloat>(_ type: E.Type) {
    var generator = Generator(seed: 1)
    for (shape, other) in [
      ([131], [131]), ([9, 17], [9, 17]), ([9, 17], [17]), ([9, 17], [9, 1]),
    ] {
      let a = generator.standardNormal(shape).asType(E.self)
      let b = generator.standardNormal(other).asType(E.self)
      let expected = a + -0.3 * b
      for (name, array) in everyLayout(of: a) {
        for (otherName, other) in everyLayout(of: b) {
          var sum = array
          sum.addProduct(-0.3, other)
          #expect(sum.elements == expected.elements, "\(otherName) to \(name), \(type)")
          #expect(array.elements == a.elements, "\(name), \(type), was changed")
        }
      }
    }
  }

  @Test("a slice takes a product in place") func addsToSlice() {
    var a = NDArray<Double>.zeros([3, 4])
    a[1].addProduct(2, [1, 2, 3, 4])
    #expect(a == [[0, 0, 0, 0], [2, 4, 6, 8], [0, 0, 0, 0]])
  }

  struct Steps: Decodable {
    let before: [[Double]]
    let gradients, after: [[[Double]]]
  }

  @Test("Adam goes PyTorch's way") func stepsAsPyTorch() {
    let steps: Steps = references("adam.json")
    stepsAsPyTorch(steps, Double.self, within: 1e-13)
    stepsAsPyTorch(steps, Float.self, within: 1e-5)
  }

  private func stepsAsPyTorch<E: NDFloat>(_ steps: Steps, _ type: E.Type, within tolerance: Double)
  {
    func array(_ rows: [[Double]]) -> NDArray<E> {
      stacked(rows.map { NDArray($0) }).asType(E.self)
    }
    for (name, before) in everyLayout(of: array(steps.before)) {
      var parameters = before
      var mean = NDArray<E>.zeros(before.shape)
      var square = mean
      for (k, gradient) in steps.gradients.enumerated() {
        parameters.adamStep(
          array(gradient), mean: &mean, square: &square, step: k + 1, rate: 0.01, beta1: 0.8,
          beta2: 0.99, epsilon: 1e-6)
        let distance = abs(parameters - array(steps.after[k])).max()
        #expect(Double(distance) < tolerance, "step \(k + 1) of \(name), \(type)")
      }
    }
  }
}
