import CourseKit
import NDArray
import Networks

/// The network of the pencil as a graph: over each node what went forward, under it the slope of the error that came
/// back; the thick arrows are the ways from one hidden weight to the error.
func drawGraph() throws {
  let inputs: NDArray<Double> = [[0.5, 0.9, -0.3]]
  let first: NDArray<Double> = [[1, 2, 1], [-2, 1, -1], [2, -4, 0]]
  let second: NDArray<Double> = [[-3, 0], [1, 1], [-3, 2]]
  let hidden = Linear(weight: first, bias: NDArray.zeros([3]))
  let output = Linear(weight: second, bias: NDArray.zeros([2]))
  let bricks: [any Layer<Double>] = [hidden, Activate(.sigmoid), output, Activate(.sigmoid)]

  var values = [inputs]
  for brick in bricks { values.append(brick.forward(values.last!)) }
  let loss = SquaredError<Double>()
  let error = loss.forward(values.last!, [[0.9, 0.5]])
  var slopes = [loss.backward()]
  for brick in bricks.reversed() { slopes.append(brick.backward(slopes.last!)) }
  slopes.reverse()

  var graph = Diagram("Forward (over each node) and backward (under it)")
  let names = [
    ["x₁", "x₂", "x₃"], ["zH₁", "zH₂", "zH₃"], ["h₁", "h₂", "h₃"], ["zO₁", "zO₂"], ["O₁", "O₂"],
  ]
  let columns = names.enumerated().map { column, names in
    names.enumerated().map { row, name in
      graph.node(
        name, at: (2.6 * Double(column), 2.2 * (Double(names.count - 1) / 2 - Double(row))),
        forward: (values[column][0, row] as Double).text(4),
        backward: (slopes[column][0, row] as Double).text(4))
    }
  }
  let end = graph.node("E", at: (12.6, 0), forward: error.text(4), backward: "1")
  func connect(_ column: Int, _ weight: NDArray<Double>, stressed: (Int, Int) -> Bool) {
    for (i, start) in columns[column].enumerated() {
      for (k, end) in columns[column + 1].enumerated() {
        let w: Double = weight[i, k]
        graph.arrow(from: start, to: end, label: w.text(0), stressed: stressed(i, k))
      }
    }
  }
  connect(0, first) { $0 == 0 && $1 == 1 }
  connect(2, second) { i, _ in i == 1 }
  for k in 0..<3 {
    graph.arrow(from: columns[1][k], to: columns[2][k], label: "σ", stressed: k == 1)
  }
  for k in 0..<2 {
    graph.arrow(from: columns[3][k], to: columns[4][k], label: "σ", stressed: true)
    graph.arrow(from: columns[4][k], to: end, stressed: true)
  }
  try save(Figure(graph, panelSize: (1080, 480)), "graph")
}
