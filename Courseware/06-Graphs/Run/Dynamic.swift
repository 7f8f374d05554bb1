import CourseKit
import Graphs
import NDArray

/// A loop on the tape, and what is left of it in a graph that was built once.
func dynamicAndStatic() {
  section("Halved until it is at most 1")
  func record(_ start: Double) -> (x: Scalar, y: Scalar) {
    let tape = Tape<ScalarOperation>()
    let x = tape.leaf("x", start)
    var y = x
    while y.value > 1 { y = y * 0.5 }
    return (x, y)
  }
  for start in [5.0, 3, 0.5] {
    let (x, y) = record(start)
    y.backward()
    print(
      "recorded at \(start.short.padding(6)): \(y.tape.nodes.count) nodes, "
        + "value \(y.value.short), slope \(x.gradient.short)")
  }
  let (x, y) = record(5)
  var graph = StaticGraph(y)
  let value = graph.run(feeding: [x.index: 3])
  graph.backward()
  print("the graph of 5, run with 3: value \(value.short), slope \(graph.gradient(x.index).short)")

  section("Two formulas in one line each: what detach and no_grad do")
  let tape = Tape<ScalarOperation>()
  let u = tape.leaf("u", 3)
  (u * u).backward()
  print("u·u                        value 9, slope \(u.gradient.short)")
  tape.clearGradients()
  (u * u.detached()).backward()
  print("u · detached u             value 9, slope \(u.gradient.short)")
  tape.clearGradients()
  let free = tape.withoutRecording { u * u }
  free.backward()
  print("u·u without recording      value \(free.value.short), slope \(u.gradient.short)")
}

/// A graph differentiates what was written, not what was meant.
func edges() {
  section("At the edges")
  for m in [-2.0, -800] {
    let tape = Tape<ScalarOperation>()
    let margin = tape.leaf("m", m)
    let naive = -log(sigmoid(margin))
    naive.backward()
    print(
      "−ln σ(m)         at m = \(m.short): \(naive.value.text(4)), slope \(margin.gradient.text(4))"
    )
    tape.clearGradients()
    let safe = logisticLoss(margin: margin)
    safe.backward()
    print(
      "the safe form    at m = \(m.short): \(safe.value.text(4)), slope \(margin.gradient.text(4))")
  }
  let tape = Tape<ScalarOperation>()
  let m = tape.leaf("m", 0)
  (relu(-m) + log(exp(-abs(m)) + 1)).backward()
  let mixed = m.gradient
  tape.clearGradients()
  logisticLoss(margin: m).backward()
  print(
    "at 0, max(0, −m) + ln(1 + exp(−|m|)): slope \(mixed.short), with |−m|: \(m.gradient.short)")
  let arrays = Tape<ArrayOperation<Double>>()
  let z = arrays.leaf("z", [-1, 1000])
  which(z.value .< 0, expm1(z), z).backward()
  print("which(z < 0, e^z − 1, z) at (−1, 1000): slope \(z.gradient.text)")
  arrays.clearGradients()
  which(z.value .< 0, expm1(-relu(-z)), z).backward()
  print("with min(z, 0) in the power:            slope \(z.gradient.text)")
}
