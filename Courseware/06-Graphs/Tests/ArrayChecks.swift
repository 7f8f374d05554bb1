import CourseKit
import GradedTests
import Graphs
import NDArray
import Testing

/// The operations on arrays: each against centred differences, on shapes that hide nothing.
@Suite(.graded) struct ArrayChecks {
  @Test("broadcasting undone: (4, 3) to (3), (4, 1), (1, 3), (1, 1), ()")
  func broadcastingUndone() {
    let g: Array64 = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 20, 30]]
    expectClose(summed(g, to: [3]), [22, 35, 48], "a row that was put under each other four times")
    expectClose(summed(g, to: [1, 3]), [[22, 35, 48]], "a row of rank 2 keeps its rank")
    expectClose(
      summed(g, to: [4, 1]), [[6], [15], [24], [60]], "a column that was repeated three times")
    expectClose(summed(g, to: [1, 1]), [[105]], "one number in rank 2")
    expectClose(summed(g, to: [1]), [105], "one number in rank 1")
    expectClose(summed(g, to: []), NDArray(105.0), "a single number")
    expectClose(summed(g, to: [4, 3]), g, "the same shape: nothing to sum")
    let cube = NDArray<Double>.arange(24.0).reshaped([2, 3, 4])
    expectShape(summed(cube, to: [3, 1]), [3, 1], "two in front and one at the end")
    expectClose(summed(cube, to: [3, 1]), [[60], [92], [124]], "(2, 3, 4) to (3, 1)")
    expectShape(summed(cube, to: [2, 1, 1]), [2, 1, 1], "(2, 3, 4) to (2, 1, 1)")
    expectClose(summed(cube, to: [2, 1, 1]).flattened(), [66, 210], "(2, 3, 4) to (2, 1, 1)")
    let thin: Array64 = [[5], [6]]
    expectClose(summed(thin, to: [1]), [11], "an axis of length 1 that was not stretched stays")
    expectClose(
      summed(NDArray<Float>([[1, 2]]), to: [1, 1]).asType(Double.self), [[3]], "in Float")
  }

  @Test("sum, difference, product, quotient of arrays that broadcast")
  func arrayArithmeticGradients() {
    var generator = Generator(seed: 1)
    let shapes: [([Int], [Int])] = [
      ([4, 3], [4, 3]), ([4, 3], [3]), ([3], [4, 3]), ([4, 1], [3]), ([2, 3], []), ([], [5]),
      ([2, 3, 4], [3, 1]), ([1, 3], [2, 1]),
    ]
    for (first, second) in shapes {
      let a = generator.standardNormal(first)
      let b = 1.5 + abs(generator.standardNormal(second))
      for operation in [ArrayOperation<Double>.add, .subtract, .multiply, .divide] {
        checkOperation(operation, at: [a, b], "\(first) \(operation.symbol) \(second)")
      }
      checkFloat(.multiply, like: .multiply, at: [a, b])
      checkFloat(.divide, like: .divide, at: [a, b])
    }
    checkOperation(.multiply, at: [[0, 2, 0], [3, 0, 0]], "a product in which factors are 0")
    checkOperation(.divide, at: [[0, 2], [3, -1]], "a quotient of 0")
  }

  @Test(
    "X = [[1,2],[3,4]], W = [[1,0],[−1,2]], dY = X: dW = [[10,14],[14,20]], db = (4, 6), dX = [[1,3],[3,5]]"
  )
  func matrixProduct() {
    let tape = arrayTape()
    let x = tape.leaf("X", [[1, 2], [3, 4]])
    let w = tape.leaf("W", [[1, 0], [-1, 2]])
    let b = tape.leaf("b", [0.5, -0.5])
    let y = x.dot(w) + b
    expectClose(y.value, [[-0.5, 3.5], [-0.5, 7.5]], "Y = XW + b")
    y.backward([[1, 2], [3, 4]])
    expectClose(w.gradient, [[10, 14], [14, 20]], "dW = Xᵀ dY")
    expectClose(b.gradient, [4, 6], "db, summed over the objects")
    expectClose(x.gradient, [[1, 3], [3, 5]], "dX = dY Wᵀ")
    var generator = Generator(seed: 2)
    for (n, k, m) in [(5, 3, 2), (1, 4, 3), (3, 1, 4), (4, 4, 4)] {
      let (a, b) = (generator.standardNormal([n, k]), generator.standardNormal([k, m]))
      checkOperation(.dot, at: [a, b], "(\(n), \(k)) · (\(k), \(m))")
    }
    checkFloat(.dot, like: .dot, at: [[[1, 2, 3]], [[1], [0.5], [-1]]])
  }

  @Test("√, arctan, ln(1 + a), eᵃ − 1, and their digits near 0")
  func arrayFunctions() {
    var generator = Generator(seed: 3)
    let a = generator.standardNormal([4, 3])
    let positive = 0.2 + abs(a)
    for (operation, input) in [
      (ArrayOperation<Double>.squareRoot, positive), (.arctangent, 2 * a),
      (.logarithmOfOneMore, positive - 0.9), (.exponentialLessOne, a),
    ] {
      checkOperation(operation, at: [input], operation.symbol)
    }
    checkFloat(.squareRoot, like: .squareRoot, at: [positive])
    checkFloat(.arctangent, like: .arctangent, at: [a])
    checkFloat(.logarithmOfOneMore, like: .logarithmOfOneMore, at: [positive])
    checkFloat(.exponentialLessOne, like: .exponentialLessOne, at: [a])
    func slope(_ operation: ArrayOperation<Double>, _ x: Double) -> Double {
      let x = NDArray([x])
      return operation.backward([1], inputs: [x], output: operation.forward([x]))[0].scalar
    }
    expectClose(slope(.arctangent, 1000), 1 / 1_000_001, tolerance: 1e-15, "arctan at 1000")
    expectClose(slope(.exponentialLessOne, -1000), 0, "eᵃ − 1 at −1000")
    expectClose(slope(.squareRoot, 0.25), 1, "√ at ¼")
    expectClose(slope(.logarithmOfOneMore, 3), 0.25, "ln(1 + a) at 3")
  }

  @Test("sums over an axis and over everything: blame goes to each, whole")
  func sumsSpreadBlame() {
    let a: Array64 = [[1, 2, 3], [4, 5, 6]]
    let cases: [(Int, Array64, Array64)] = [
      (0, [[10, 20, 30]], [[10, 20, 30], [10, 20, 30]]),
      (1, [[10], [20]], [[10, 10, 10], [20, 20, 20]]),
    ]
    for (axis, dY, expected) in cases {
      let operation = ArrayOperation<Double>.sum(axis: axis)
      let y = operation.forward([a])
      expectClose(
        operation.backward(dY, inputs: [a], output: y)[0], expected, "the sum over axis \(axis)")
    }
    let all = ArrayOperation<Double>.sum(axis: nil)
    expectClose(
      all.backward(NDArray(7.0), inputs: [a], output: NDArray(21.0))[0],
      [[7, 7, 7], [7, 7, 7]], "the sum over everything")
    let tape = arrayTape()
    let x = tape.leaf("x", a)
    x.mean().backward()
    expectClose(x.gradient, NDArray.full([2, 3], 1.0 / 6), "the mean of six: a sixth for each")
    tape.clearGradients()
    (x.mean(axis: 1) * x).sum().backward()
    expectClose(x.gradient, [[4, 4, 4], [10, 10, 10]], "Σ x·mean: twice the mean of the row")
  }

  @Test("the largest takes the blame, equal ones share it")
  func largestTakesTheBlame() {
    let a: Array64 = [[2, 5, 5, 1], [3, 3, 3, 0]]
    let operation = ArrayOperation<Double>.largest(axis: 1)
    let y = operation.forward([a])
    expectClose(
      operation.backward([[6], [9]], inputs: [a], output: y)[0],
      [[0, 3, 3, 0], [3, 3, 3, 0]], "equal ones share, so that all of it arrives once")
    let columns = ArrayOperation<Double>.largest(axis: 0)
    expectClose(
      columns.backward([[1, 2, 3, 4]], inputs: [a], output: columns.forward([a]))[0],
      [[0, 2, 3, 4], [1, 0, 0, 0]], "the largest of each column")
    checkOperation(operation, at: [[[1, 4, 2], [-1, -3, -2], [0.5, 0.2, 9]]], "max of each row")
  }

  @Test("which: each side is to blame where it was chosen, also when it broadcasts")
  func chosenSideIsToBlame() {
    let mask: NDArray<Bool> = [[true, false, true], [false, false, true]]
    let operation = ArrayOperation<Double>.choose(mask)
    var generator = Generator(seed: 4)
    let full = generator.standardNormal([2, 3])
    for other in [[2, 3], [3], [2, 1], []] {
      let b = generator.standardNormal(other)
      checkOperation(operation, at: [full, b], "which(mask, (2, 3), \(other))")
      checkOperation(operation, at: [b, full], "which(mask, \(other), (2, 3))")
    }
  }

  @Test("pick: blame goes to the picked element of each row, and nowhere else")
  func pickedElementIsToBlame() {
    let tape = arrayTape()
    let z = tape.leaf("Z", [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
    let picked = z.pick([3, 0, 2])
    expectClose(picked.value, [4, 5, 11], "one element of each row")
    picked.backward([10, 20, 30])
    expectClose(z.gradient, [[0, 0, 0, 10], [20, 0, 0, 0], [0, 0, 30, 0]], "dZ")
  }

  @Test("formulas of arrays agree with torch.autograd")
  func arraysAgainstPyTorch() throws {
    for stored in try GraphReferences.load().arrays {
      let tape = arrayTape()
      let leaves = stored.leaves.map { tape.leaf("leaf", $0) }
      let name = stored.name ?? ""
      guard let y = formula(name, leaves) else { continue }
      expectClose(y.value, stored.value, "\(name)")
      y.backward(stored.upstream)
      for (place, expected) in stored.gradients.enumerated() {
        expectClose(leaves[place].gradient, expected, "\(name): by leaf \(place)")
      }
    }
  }

  private func formula(
    _ name: String, _ leaves: [ArrayVariable<Double>]
  ) -> ArrayVariable<Double>? {
    let a = leaves[0]
    if name == "ties" { return a.max(axis: 1) }
    let (b, c) = (leaves[1], leaves[2])
    switch name {
    case "arithmetic": return (a + b) * (b - c) / (c * c + 1.5) - a * b
    case "single number": return (a * b + c) / (b * b + 0.7)
    case "three axes": return a * b - c / (b * b + 1.2) + b * c
    case "products":
      return tanh(a.dot(b) + c) * c - (a * a).dot(b)
    case "functions":
      return sqrt(a * a + 1) * atan(b) + log1p(c * c) - expm1(a * b)
    case "sums":
      return (a * b).sum(axis: 0) * a + (a - c).sum(axis: 1) * b + (b * c).sum()
    case "largest": return a.max(axis: 1) * b - (a * c).max(axis: 0)
    default: return nil
    }
  }

  @Test("dX = Jᵀ dY: the whole matrix of slopes, and the product that a backward pass takes")
  func jacobianOfAFormula() {
    let x: Array64 = [0.5, -1, 2]
    // Two outputs of three inputs: y = (x₁x₂, x₂ + x₃²) as sums of products with constants.
    let pick: [Array64] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    func formula(_ x: ArrayVariable<Double>) -> ArrayVariable<Double> {
      let parts = pick.map { (x * $0).sum() }
      let first: Array64 = [1, 0]
      return parts[0] * parts[1] * first + (parts[1] + parts[2] * parts[2]) * [0, 1]
    }
    let j = jacobian(at: x, of: formula)
    expectShape(j, [2, 3], "a row for each output, a column for each input")
    expectClose(j, [[-1, 0.5, 0], [0, 1, 4]], "the slopes of (x₁x₂, x₂ + x₃²)")
    let tape = arrayTape()
    let input = tape.leaf("x", x)
    formula(input).backward([10, -3])
    expectClose(input.gradient, j.T.dot([10, -3]), "the backward pass is Jᵀ dY")
  }
}
