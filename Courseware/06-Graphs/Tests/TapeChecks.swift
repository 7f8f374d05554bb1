import CourseKit
import GradedTests
import Graphs
import Testing

/// The tape with numbers: recording, the backward pass, what adds up and what is cut.
@Suite(.graded) struct TapeChecks {
  @Test("a tape writes down each operation with its inputs and its value")
  func recordsWhatIsComputed() {
    let tape = scalarTape()
    let a = tape.leaf("a", 3)
    let b = tape.leaf("b", -2)
    let y = a * b + a
    expectClose(y.value, -3, "3·(−2) + 3")
    #expect(tape.nodes.count == 4, "two leaves and two operations")
    guard tape.nodes.count == 4 else { return }
    #expect(tape.nodes[2].operation == .multiply && tape.nodes[2].inputs == [0, 1], "a·b")
    #expect(tape.nodes[3].operation == .add && tape.nodes[3].inputs == [2, 0], "(a·b) + a")
    #expect(tape.nodes[2].value == -6, "the value in between stays on the tape")
    #expect(tape.nodes[3].needsGradient, "what is computed from leaves needs a gradient")
    expectClose((7 - a * 2).value, 1, "numbers in a formula: 7 − 3·2")
    expectClose((1 / (b + 4)).value, 0.5, "numbers in a formula: 1/(−2 + 4)")
    expectClose((-b).value, 2, "−b")
  }

  @Test("a = 2, b = −3, c = 10: d = ab + c = 4, f = db = −12, gradients 9, −2, −3")
  func lectureGraph() {
    let tape = scalarTape()
    let (a, b, c) = (tape.leaf("a", 2), tape.leaf("b", -3), tape.leaf("c", 10))
    let d = a * b + c
    let f = d * b
    expectClose(d.value, 4, "d = ab + c")
    expectClose(f.value, -12, "f = db")
    f.backward()
    expectClose(f.gradient, 1, "df/df, where it all begins")
    expectClose(d.gradient, -3, "df/dd = b")
    expectClose(a.gradient, 9, "df/da = b·b")
    #expect(
      b.gradient != 4 && b.gradient != -6,
      "df/db = \(b.gradient) is one of two ways only: b goes into f and into d, and 4 − 6 = −2")
    expectClose(b.gradient, -2, "df/db: directly 4, and over d −6")
    expectClose(c.gradient, -3, "df/dc")
  }

  @Test("what is used several times adds up: x·x + x at 3 has the slope 7")
  func sharedNodesAdd() {
    let tape = scalarTape()
    let x = tape.leaf("x", 3)
    let y = x * x + x
    expectClose(y.value, 12, "x·x + x")
    y.backward()
    #expect(
      x.gradient != 3, "x has the gradient of its last use only: gradients add where ways meet")
    expectClose(x.gradient, 7, "2x + 1 at 3")

    // A node in the middle is used three times; blame may pass it on only when all of it has arrived.
    let other = scalarTape()
    let w = other.leaf("w", 0.5)
    let m = tanh(w * 2)
    let z = m * (m + w) / m - m
    z.backward()
    let expected = slope(at: 0.5) { w in
      let m = ScalarOperation.hyperbolicTangent.forward([w * 2])
      return m * (m + w) / m - m
    }
    expectClose(w.gradient, expected, tolerance: 1e-8, "by w, over a node that is used four times")

    let fifth = scalarTape()
    let v = fifth.leaf("v", 1.1)
    let power = v * v * v * v * v
    power.backward()
    expectClose(v.gradient, 5 * 1.1 * 1.1 * 1.1 * 1.1, "v⁵ as a product of five")
  }

  @Test("two backward passes add, and each sends only its own blame on; clearing makes zeros")
  func backwardTwiceAdds() {
    let tape = scalarTape()
    let x = tape.leaf("x", 2)
    let h = x * x
    let y = h * h
    y.backward()
    expectClose(x.gradient, 32, "x⁴ at 2")
    y.backward()
    #expect(
      x.gradient != 128 && x.gradient != 96,
      "\(x.gradient): the second pass has sent the gradients of the first on once more")
    expectClose(x.gradient, 64, "after two passes twice 32: gradients add")
    expectClose(h.gradient, 16, "and so in between: twice 2h")
    tape.clearGradients()
    for variable in [x, h, y] { expectClose(variable.gradient, 0, "cleared") }
    h.backward()
    expectClose(x.gradient, 4, "another output after clearing: x² at 2")
    y.backward()
    expectClose(x.gradient, 36, "the gradients of two outputs add: 4 + 32")
  }

  @Test("the upstream gradient goes in as a factor, and what comes after the output is left alone")
  func upstreamGradient() {
    let tape = scalarTape()
    let x = tape.leaf("x", 3)
    let y = x * x
    let z = y * x
    y.backward(-0.5)
    expectClose(x.gradient, -3, "−½ times the slope 6 of x²")
    expectClose(y.gradient, -0.5, "the output's own gradient is the upstream gradient")
    expectClose(z.gradient, 0, "z = y·x is computed from y, not y from z")
    tape.clearGradients()
    z.backward(2)
    expectClose(x.gradient, 54, "2 times the slope 27 of x³")
    x.backward(5)
    expectClose(x.gradient, 59, "backward from a leaf is its own gradient")
  }

  @Test("a leaf that the output does not need has the gradient 0")
  func unusedLeafIsZero() {
    let tape = scalarTape()
    let (x, unused) = (tape.leaf("x", 3), tape.leaf("unused", 5))
    let beside = unused * 2
    let y = x * 4
    expectClose(unused.gradient, 0, "before any backward pass")
    y.backward()
    expectClose(x.gradient, 4, "x is used")
    expectClose(unused.gradient, 0, "unused: zero, and no crash")
    expectClose(beside.gradient, 0, "computed, but not needed")

    let arrays = arrayTape()
    let w = arrays.leaf("W", [[1, 2, 3], [4, 5, 6]])
    let v = arrays.leaf("v", [1, 2])
    (v * v).sum().backward()
    expectClose(w.gradient, [[0, 0, 0], [0, 0, 0]], "an unused array: zeros in its own shape")
  }

  @Test("the transcript's graph: z = −1.5, σ = .182426, L = .334214, dz = −.121938")
  func transcriptGraph() {
    let tape = scalarTape()
    let x = [tape.leaf("x1", 1), tape.leaf("x2", 2)]
    let v = [tape.leaf("v1", 0.5), tape.leaf("v2", -1)]
    let z = v[0] * x[0] + v[1] * x[1]
    let s = sigmoid(z)
    let error = s - 1
    let loss = error * error * 0.5
    loss.backward()
    expectClose(z.value, -1.5, "z")
    expectClose(s.value, 0.182426, tolerance: 1e-6, "σ(z)")
    expectClose(loss.value, 0.334214, tolerance: 1e-6, "L = ½(σ − 1)²")
    expectClose(z.gradient, -0.121938, tolerance: 1e-6, "dz")
    for (place, (dv, dx)) in [(-0.121938, -0.0609692), (-0.243877, 0.121938)].enumerated() {
      expectClose(v[place].gradient, dv, tolerance: 1e-6, "dv\(place + 1) = dz·x\(place + 1)")
      expectClose(x[place].gradient, dx, tolerance: 1e-6, "dx\(place + 1) = dz·v\(place + 1)")
    }
  }

  @Test("the notes' graphs: logistic regression, and three classes with z = (1, 2, 3)")
  func regressionGraphs() {
    let tape = scalarTape()
    let w = [tape.leaf("w1", 0.5), tape.leaf("w2", -0.25)]
    let (x, y) = ([1.0, 3.0], -1.0)
    let loss = -log(sigmoid((w[0] * x[0] + w[1] * x[1]) * y))
    loss.backward()
    // −y·x·(1 − σ(y·z)) with z = −0.25.
    let expected = 1 - 1 / (1 + 0.7788007830714049)
    expectClose(w[0].gradient, expected, "−y·x₁·(1 − σ(yz))")
    expectClose(w[1].gradient, 3 * expected, "−y·x₂·(1 − σ(yz))")

    let other = scalarTape()
    let z = [1.0, 2, 3].map { other.leaf("z", $0) }
    let a = z.map { exp($0) }
    let sum = a[0] + a[1] + a[2]
    let entropy = log(sum) - log(a[2])
    entropy.backward()
    expectClose(sum.value, 30.192875, tolerance: 1e-6, "S")
    expectClose(entropy.value, 0.407606, tolerance: 1e-6, "L = ln S − ln a₃")
    expectClose(sum.gradient, 0.0331204, tolerance: 1e-7, "dS = 1/S")
    for (place, (da, dz)) in [
      (0.0331204, 0.0900306), (0.0331204, 0.244728), (-0.0166667, -0.334759),
    ].enumerated() {
      expectClose(a[place].gradient, da, tolerance: 1e-7, "da\(place + 1)")
      expectClose(z[place].gradient, dz, tolerance: 1e-6, "dz\(place + 1): softmax less one")
    }
  }

  @Test("detached: the same value, and no blame comes through")
  func detachedCuts() {
    let tape = scalarTape()
    let x = tape.leaf("x", 3)
    let cut = x.detached()
    let y = x * cut
    expectClose(cut.value, 3, "the value is the same")
    expectClose(y.value, 9, "x · detached x")
    y.backward()
    #expect(x.gradient != 6, "blame came through what was detached")
    expectClose(x.gradient, 3, "the detached factor counts as a constant 3")
    expectClose(cut.gradient, 0, "what is cut off takes no gradient itself")
    let after = cut * 2
    after.backward()
    expectClose(x.gradient, 3, "nor does blame come through what is computed from it")

    var graph = StaticGraph(y)
    expectClose(graph.run(feeding: [x.index: 5]), 25, "cut off, but computed anew from another x")
  }

  @Test("constants take no gradient, nor does what is computed from them alone")
  func constantsTakeNone() {
    let tape = scalarTape()
    let x = tape.leaf("x", 3)
    let c = tape.constant(4)
    let scaled = c * c
    let y = x * scaled
    y.backward()
    expectClose(x.gradient, 16, "x is multiplied by 16")
    expectClose(c.gradient, 0, "a constant")
    expectClose(scaled.gradient, 0, "computed from constants")
    #expect(!tape.nodes[scaled.index].needsGradient, "nothing in it is to be differentiated by")
    #expect(tape.nodes[y.index].needsGradient, "one of its inputs is a leaf")
    let both = scaled + x
    #expect(tape.nodes[both.index].needsGradient, "one of its inputs is a leaf, whichever it is")
  }

  @Test("without recording: values as always, and nothing on the tape to go back along")
  func withoutRecordingIsConstant() {
    struct Interrupted: Error {}
    let tape = scalarTape()
    let x = tape.leaf("x", 3)
    let free = tape.withoutRecording { x * x + 1 }
    expectClose(free.value, 10, "the value is computed all the same")
    free.backward()
    expectClose(x.gradient, 0, "but no blame finds the way back to x")
    #expect(tape.nodes[free.index].operation == nil, "it is a constant: given, not computed")
    let inner = tape.withoutRecording {
      _ = tape.withoutRecording { x * 2 }
      return x * 3
    }
    #expect(
      tape.nodes[inner.index].operation == nil, "still not recording after an inner one ended")
    #expect(throws: Interrupted.self) {
      try tape.withoutRecording { throw Interrupted() }
    }
    let y = x * x
    y.backward()
    expectClose(x.gradient, 6, "afterwards it records again, even if an error was thrown inside")
  }

  @Test("a chain of 100,000 nodes: forward, backward, and the tape is freed")
  func longChainOnTheTape() {
    weak var gone: Tape<ScalarOperation>?
    do {
      let tape = scalarTape()
      gone = tape
      let x = tape.leaf("x", 1)
      var y = x
      for _ in 0..<100_000 { y = y + x }
      y.backward()
      expectClose(y.value, 100_001, "x added 100,000 times")
      expectClose(x.gradient, 100_001, "its slope")
    }
    #expect(gone == nil, "nobody holds the tape any more, so its 100,000 nodes are free again")
  }

  @Test("a loop and an if: the graph is what was really computed")
  func dynamicGraphs() {
    func halved(_ start: Double) -> (value: Double, slope: Double, nodes: Int) {
      let tape = scalarTape()
      let x = tape.leaf("x", start)
      var y = x
      while y.value > 1 { y = y * 0.5 }
      y.backward()
      return (y.value, x.gradient, tape.nodes.count)
    }
    for (x, value, slope) in [(5.0, 0.625, 0.125), (3, 0.75, 0.25), (0.5, 0.5, 1)] {
      let got = halved(x)
      expectClose(got.value, value, "\(x) halved until it is at most 1")
      expectClose(got.slope, slope, "its slope: ½ for each time")
    }
    func bent(_ start: Double) -> Double {
      let tape = scalarTape()
      let x = tape.leaf("x", start)
      let y = x.value > 0 ? x * x : -x
      y.backward()
      return x.gradient
    }
    expectClose(bent(3), 6, "x·x for x > 0")
    expectClose(bent(-3), -1, "−x else")
  }

  @Test("formulas of three numbers agree with torch.autograd")
  func numbersAgainstPyTorch() throws {
    for stored in try GraphReferences.load().numbers {
      let tape = scalarTape()
      let leaves = stored.leaves.map { tape.leaf("leaf", $0) }
      let (a, b, c) = (leaves[0], leaves[1], leaves[2])
      let y: Scalar
      switch stored.name {
      case "quotient": y = (a * b - c) / (a + c * c)
      case "functions": y = exp(tanh(a * b)) * log(c) - sigmoid(-a)
      case "kinks": y = relu(a * b) + abs(b - c) * relu(c - a)
      default:
        let inner = a * a + b
        y = inner * inner / c + a * inner
      }
      y.backward()
      expectClose(y.value, stored.value, "\(stored.name) at \(stored.leaves)")
      for (place, expected) in stored.gradients.enumerated() {
        expectClose(leaves[place].gradient, expected, "\(stored.name): by leaf \(place)")
      }
    }
  }
}
