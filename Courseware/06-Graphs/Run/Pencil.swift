import CourseKit
import Graphs

/// The graph of the pencil, as data and as a picture.
func pencil() throws {
  section("a = 2, b = −3, c = 10: d = ab + c, f = db")
  let tape = Tape<ScalarOperation>()
  let (a, b, c) = (tape.leaf("a", 2), tape.leaf("b", -3), tape.leaf("c", 10))
  let d = (a * b + c).named("d")
  let f = (d * b).named("f")
  f.backward()
  print("place  node  operation  inputs   value  gradient")
  for (place, node) in tape.nodes.enumerated() {
    let inputs = node.inputs.map { "\($0)" }.joined(separator: ", ")
    print(
      "\(place)".padding(6), node.name.padding(5), (node.operation?.symbol ?? "").padding(10),
      inputs.padding(8), node.value!.short.padding(6), node.gradient!.short)
  }
  var graph = StaticGraph(f)
  let rows = ["a": 2.4, "b": 0, "c": -1.7, "×": 1.7, "d": 1.2, "f": 0]
  try save(
    Figure(
      graph.diagram(
        "Value over each node, gradient under it, slope on each arrow", rows: rows,
        text: { $0.short($1) }),
      panelSize: (760, 400)), "graph")

  print("\nx·x + x at 3, built once:")
  let other = Tape<ScalarOperation>()
  let x = other.leaf("x", 3)
  graph = StaticGraph(x * x + x)
  for value in [3.0, -0.5, 5] {
    let y = graph.run(feeding: [x.index: value])
    graph.clearGradients()
    graph.backward()
    print("  x = \(value.short): \(y.short), slope \(graph.gradient(x.index).short)")
  }
  graph.backward()
  print("  backward once more without clearing: \(graph.gradient(x.index).short)")

  section("The transcript's neuron: x = (1, 2), v = (0.5, −1), L = ½(σ − 1)²")
  let third = Tape<ScalarOperation>()
  let inputs = [third.leaf("x1", 1), third.leaf("x2", 2)]
  let weights = [third.leaf("v1", 0.5), third.leaf("v2", -1)]
  let z = weights[0] * inputs[0] + weights[1] * inputs[1]
  let s = sigmoid(z)
  let loss = (s - 1) * (s - 1) * 0.5
  loss.backward()
  print(
    "z = \(z.value.short), σ = \(s.value.text(6)), L = \(loss.value.text(6)), dz = \(z.gradient.text(6))"
  )
  print("dv = (\(weights.map { $0.gradient.text(6) }.joined(separator: ", ")))")
  print("dx = (\(inputs.map { $0.gradient.text(6) }.joined(separator: ", ")))")
}

/// What "apply each gradient as soon as it appears" costs.
func tooEarly() {
  section("y = w₂w₁x, x = 1, w = (2, 3), L = ½y², η = 0.1")
  let (x, w1, w2, rate) = (1.0, 2.0, 3.0, 0.1)
  let y = w2 * w1 * x
  let dw2 = y * w1 * x
  let stepped = w2 - rate * dw2
  for (name, factor) in [("all gradients first", w2), ("w₂ stepped already", stepped)] {
    let dw1 = y * factor * x
    let after = stepped * (w1 - rate * dw1) * x
    print(
      "\(name.padding(20)) dw₂ = \(dw2.short), dw₁ = \(y.short)·\(factor.text(1)) = \(dw1.text(1)), "
        + "then y = \(after.text(3))")
  }
}

/// The notes' two graphs with their numbers.
func regressions() throws {
  section("The notes' graphs")
  let tape = Tape<ScalarOperation>()
  let w = [tape.leaf("w₁", 0.5), tape.leaf("w₂", -0.25)]
  let x = [tape.constant(1, "x₁"), tape.constant(3, "x₂")]
  let z = (w[0] * x[0] + w[1] * x[1]).named("z")
  let a = sigmoid(z).named("a")
  let loss = (-log(a)).named("L")
  loss.backward()
  print("logistic: z = \(z.value.short), a = \(a.value.text(6)), L = \(loss.value.text(6))")
  print("          dw = (\(w.map { $0.gradient.text(6) }.joined(separator: ", ")))")
  let rows = ["w₁": 2.7, "x₁": 0.9, "w₂": -0.9, "x₂": -2.7]
  let logistic = StaticGraph(loss).diagram(
    "Logistic regression", rows: rows, text: { $0.short($1) })

  let other = Tape<ScalarOperation>()
  let below = ["₁", "₂", "₃"]
  let logits = (1...3).map { other.leaf("z" + below[$0 - 1], Double($0)) }
  let powers = logits.enumerated().map { exp($1).named("a" + below[$0]) }
  let sum = (powers[0] + powers[1] + powers[2]).named("S")
  let entropy = (log(sum).named("ln S") - log(powers[2]).named("ln a₃")).named("L")
  entropy.backward()
  print("three classes, z = (1, 2, 3), the third is right:")
  print(
    "          S = \(sum.value.text(6)), L = \(entropy.value.text(6)), dS = \(sum.gradient.text(7))"
  )
  print("          da = (\(powers.map { $0.gradient.text(7) }.joined(separator: ", ")))")
  print("          dz = (\(logits.map { $0.gradient.text(6) }.joined(separator: ", ")))")
  let low = ["ln a₃": -2.6, "z₃": -1.7, "a₃": -1.7, "S": 0, "L": -0.8]
  let classes = StaticGraph(entropy).diagram(
    "Three classes, the third is right", rows: low, text: { $0.short($1) })
  try save(Figure(panels: [logistic, classes], columns: 1, panelSize: (1080, 480)), "regressions")
}
