import Convolution
import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing
import TransferLearning

@Suite(.graded) struct ResidualChecks {
  /// y = ReLU(x + w₂ReLU(w₁x)), the lesson's number.
  private func numbers() -> (block: Residual<Double>, first: Linear<Double>, second: Linear<Double>)
  {
    let first = Linear<Double>(weight: [[0.5]], bias: [0])
    let second = Linear<Double>(weight: [[-1.5]], bias: [0])
    return (Residual(Sequential([first, Activate(.relu), second])), first, second)
  }

  private func random(_ seed: Int, _ inputs: Int, _ outputs: Int, stride: Int) -> Residual<Double> {
    var generator = Generator(seed: seed)
    let body = Sequential<Double>([
      Conv2d(inputs, outputs, kernel: 3, stride: stride, padding: .zeros(1), using: &generator),
      Activate(.hyperbolicTangent),
    ])
    if inputs == outputs && stride == 1 { return Residual(body) }
    return Residual(
      body, shortcut: Conv2d(inputs, outputs, kernel: 1, stride: stride, using: &generator))
  }

  @Test("the input is added to what the body makes of it") func residualShapes() {
    var generator = Generator(seed: 1)
    let x = generator.standardNormal([3, 2, 5, 4])
    let empty = Residual<Double>(Sequential([]))
    expectClose(
      empty.forward(x), maximum(2 * x, 0), "an empty body gives x itself, so ReLU(x + x)")
    let block = random(2, 2, 2, stride: 1)
    expectShape(block.forward(x), [3, 2, 5, 4], "the output, which keeps the input's shape")
    expectShape(block.backward(x), [3, 2, 5, 4], "dX")
    let down = random(2, 2, 5, stride: 2)
    expectShape(down.forward(x), [3, 5, 3, 2], "the output with a shortcut of stride 2")
    expectShape(
      down.backward(generator.standardNormal([3, 5, 3, 2])), [3, 2, 5, 4], "dX past that shortcut")
    let single = Residual<Float>(Sequential([]))
    expectClose(
      single.forward(x.asType(Float.self)).asType(Double.self), maximum(2 * x, 0), tolerance: 1e-6,
      "an empty body, in Float")
  }

  @Test("the lesson's number: y = 0.5, dx = 0.25, dw = (−3, 1)") func residualByHand() {
    let (block, first, second) = numbers()
    expectClose(block.forward([[2]]), [[0.5]], "ReLU(2 + (−1.5)·ReLU(0.5·2))")
    expectClose(
      block.backward([[1]]), [[0.25]], "dx: 1 by the shortcut and (−1.5)·0.5 through the body")
    expectClose(first.weight.gradient, [[-3]], "dw₁ = x·w₂")
    expectClose(second.weight.gradient, [[1]], "dw₂ = ReLU(w₁x)")
    expectClose(block.forward([[-2]]), [[0]], "ReLU(−2 + 0)")
    expectClose(block.backward([[1]]), [[0]], "behind ReLU nothing comes back")
    let beside = Residual<Double>(
      Sequential([]), shortcut: Linear<Double>(weight: [[3]], bias: [0.5]))
    let y = beside.forward([[2]])
    expectClose(
      y, [[8.5]],
      "ReLU(2 + (3·2 + 0.5)): a shortcut of its own is taken where the shape stays, too")
    guard y == [[8.5]] else { return }
    expectClose(
      beside.backward([[1]]), [[4]], "dx past it: 1 through the body and 3 by the shortcut")
  }

  @Test("ReLU acts on the sum, and a sum of 0 counts as positive") func residualKink() {
    let block = Residual<Double>(Sequential([]))
    expectClose(block.forward([[0, -1, 3]]), [[0, 0, 6]], "ReLU of x + x")
    expectClose(
      block.backward([[1, 1, 1]]), [[2, 0, 2]],
      "dX: at 0 the derivative of the right side, as for every activation of the course")
    let (numbers, _, _) = numbers()
    expectClose(
      numbers.forward([[1]]), [[0.25]],
      "ReLU(1 − 1.5·0.5): ReLU once, behind the sum and not before")
  }

  @Test("gradient check, with and without a shortcut of its own") func residualGradients() {
    var generator = Generator(seed: 3)
    checkGradients(of: random(4, 2, 2, stride: 1), at: generator.standardNormal([2, 2, 4, 3]))
    checkGradients(of: random(5, 2, 3, stride: 2), at: generator.standardNormal([2, 2, 5, 4]))
    checkGradients(of: random(6, 1, 2, stride: 1), at: generator.standardNormal([1, 1, 1, 3]))
  }

  @Test("backward belongs to the last forward") func residualStates() {
    checkStates([[2, 2, 4, 3], [1, 2, 3, 5], [3, 2, 4, 3]]) { random(7, 2, 2, stride: 1) }
    checkStates([[2, 2, 4, 3], [1, 2, 3, 5]]) { random(8, 2, 3, stride: 2) }
  }

  @Test("a body that says nothing leaves a block that passes on") func residualIsTheIdentity() {
    var generator = Generator(seed: 9)
    let block: Residual<Double> = basicBlock(3, 3, using: &generator)
    // Batch normalisation's last γ and β at zero: the body's output is zero.
    for (name, parameter) in block.namedParameters where name.hasPrefix("body.4.") {
      parameter.value *= 0
    }
    let x = abs(generator.standardNormal([2, 3, 4, 5]))
    expectClose(block.forward(x), x, "a block whose body gives 0, on x ≥ 0")
    let dY = generator.standardNormal([2, 3, 4, 5])
    expectClose(block.backward(dY), dY, "its gradient goes past the body unchanged")
  }

  @Test("a shortcut without parameters: pixels passed over, channels of zeros")
  func paddedShortcutByHand() {
    let shortcut = PaddedShortcut<Double>(channels: 3, stride: 2)
    let x = NDArray<Double>.arange(12).reshaped([1, 1, 3, 4])
    let y = shortcut.forward(x)
    expectShape(y, [1, 3, 2, 2], "3 × 4 pixels with stride 2, padded to 3 channels")
    expectClose(y[0, 0], [[0, 2], [8, 10]], "the pixels at even rows and columns")
    expectClose(y[0, 1..<3], .zeros([2, 2, 2]), "the new channels come behind, and are zero")
    let dX = shortcut.backward(NDArray<Double>.arange(1, 13).reshaped([1, 3, 2, 2]))
    expectClose(
      dX[0, 0], [[1, 0, 2, 0], [0, 0, 0, 0], [3, 0, 4, 0]],
      "dX: what was passed over gets 0, what fell on the zeros is gone")
  }

  @Test("gradient check of the shortcut without parameters") func paddedShortcutGradients() {
    var generator = Generator(seed: 10)
    for (stride, shape) in [(1, [2, 2, 3, 4]), (2, [2, 3, 5, 4]), (3, [1, 2, 5, 7])] {
      checkGradients(
        of: PaddedShortcut<Double>(channels: 4, stride: stride), at: generator.standardNormal(shape)
      )
    }
    checkStates([[2, 2, 4, 3], [1, 2, 3, 5]]) { PaddedShortcut<Double>(channels: 3, stride: 2) }
  }

  @Test("ResNet's block agrees with PyTorch, in use and in training")
  func basicBlockAgainstPyTorch()
    throws
  {
    for stored in try BlockReferences.load().basic {
      var generator = Generator(seed: 11)
      let (inputs, outputs) = (stored.inputs!, stored.outputs!)
      let block: Residual<Double> = basicBlock(
        inputs, outputs, stride: stored.stride!,
        shortcut: stored.shortcut == "padding" ? .padding : .projection, using: &generator)
      expectLike(
        stored, block,
        "basicBlock(\(inputs), \(outputs), stride: \(stored.stride!), shortcut: .\(stored.shortcut!))"
      )
    }
  }

  @Test("the parts of a block have the names that its file will have") func blockNames() {
    var generator = Generator(seed: 12)
    let block: Residual<Double> = basicBlock(2, 3, stride: 2, using: &generator)
    #expect(
      block.namedParameters.map(\.name) == [
        "body.0.W", "body.1.γ", "body.1.β", "body.3.W", "body.4.γ", "body.4.β", "shortcut.0.W",
        "shortcut.1.γ", "shortcut.1.β",
      ],
      "two convolutions without bias, batch normalisation behind each, and the same in the shortcut"
    )
    let same: Residual<Double> = basicBlock(3, 3, using: &generator)
    #expect(
      same.namedParameters.count == 6, "where the shape stays, the shortcut is the input itself")
    let wider: Residual<Double> = basicBlock(2, 3, using: &generator)
    #expect(wider.shortcut != nil, "other channels need a shortcut, also with stride 1")
    let smaller: Residual<Double> = basicBlock(3, 3, stride: 2, using: &generator)
    #expect(smaller.shortcut != nil, "stride 2 needs a shortcut, also with as many channels")
    let padded: Residual<Double> = basicBlock(
      2, 5, stride: 3, shortcut: .padding, using: &generator)
    let past = padded.shortcut as? PaddedShortcut<Double>
    #expect(
      past?.channels == 5 && past?.stride == 3,
      "basicBlock(2, 5, stride: 3, shortcut: .padding): past the body 5 channels, every third pixel"
    )
    var drawn = Generator(seed: 12)
    for (name, channels, kernel) in [
      ("body.0.W", 2, 3), ("body.3.W", 3, 3), ("shortcut.0.W", 2, 1),
    ] {
      let next = Conv2d<Double>(channels, 3, kernel: kernel, bias: false, using: &drawn)
      expectClose(
        block.namedParameters.first { $0.name == name }?.parameter.value ?? [],
        next.weight.value, "\(name), drawn in its turn: body.0, body.3, shortcut.0")
    }
  }
}
