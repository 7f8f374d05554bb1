import CourseKit
import Foundation

/// How far each node is from the leaves: 0 for what is given, else one more than the farthest of its inputs.
///
/// `order` has each node after its inputs; nodes that are not in it get 0.
public func depths(_ order: [Int], inputs: [[Int]]) -> [Int] {
  // BEGIN SOLUTION
  var depths = [Int](repeating: 0, count: inputs.count)
  for node in order {
    depths[node] = 1 + (inputs[node].map { depths[$0] }.max() ?? -1)
  }
  return depths
  // END SOLUTION
}

extension StaticGraph where Op == ScalarOperation {
  /// The graph as a picture: a column for each depth, over each node its value, under it its gradient, on each arrow the slope of
  /// its end along its beginning.
  ///
  /// What is given stands in the column before the first node that needs it.
  ///
  /// - Parameters:
  ///   - rows: the height of a node in its column by its name; others are spread over the column.
  ///   - text: how a number is written, with at most so many digits after the point.
  public func diagram(
    _ title: String, rows: [String: Double] = [:],
    text: (_ number: Double, _ digits: Int) -> String
  ) -> Diagram {
    var diagram = Diagram(title)
    let inputs = nodes.map(\.inputs)
    var column = depths(order, inputs: inputs)
    for place in order where nodes[place].operation == nil {
      let users = order.filter { inputs[$0].contains(place) }
      column[place] = (users.map { column[$0] }.min() ?? 1) - 1
    }
    var circles: [Int: Diagram.Node] = [:]
    for depth in Set(order.map { column[$0] }).sorted() {
      let members = order.filter { column[$0] == depth }.sorted()
      for (row, place) in members.enumerated() {
        let node = nodes[place]
        let height = 1.7 * (Double(members.count - 1) / 2 - Double(row))
        circles[place] = diagram.node(
          node.name, at: (2.6 * Double(depth), rows[node.name] ?? height),
          forward: text(node.value!, 4),
          backward: node.needsGradient ? text(gradient(place), 4) : "")
      }
    }
    for place in order {
      guard let operation = nodes[place].operation else { continue }
      let values = inputs[place].map { nodes[$0].value! }
      let slopes = operation.backward(1, inputs: values, output: nodes[place].value!)
      for (input, slope) in zip(inputs[place], slopes) {
        diagram.arrow(from: circles[input]!, to: circles[place]!, label: text(slope, 2))
      }
    }
    return diagram
  }
}
