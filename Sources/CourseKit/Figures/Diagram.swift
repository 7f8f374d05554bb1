import NDArray

/// Circles joined by arrows, such as a graph of computation: over each what went forward, under it what came back.
///
/// ```swift
/// var graph = Diagram("y = wx")
/// let x = graph.node("x", at: (0, 0), forward: "0.5", backward: "−0.2")
/// let y = graph.node("y", at: (2, 0), forward: "1.0", backward: "−0.1")
/// graph.arrow(from: x, to: y, label: "2", stressed: true)
/// ```
///
/// Places are in units of their own, the same across as up; the radius of a circle is 0.3.
public struct Diagram: Panel {
  /// A circle of a diagram, to draw arrows from and to.
  public struct Node: Sendable {
    fileprivate let number: Int
  }

  /// Written over the circles.
  public var title: String
  private var nodes: [(name: String, x: Double, y: Double, forward: String, backward: String)] = []
  private var arrows: [(from: Int, to: Int, label: String, isStressed: Bool)] = []

  private static let radius = 0.3

  /// An empty diagram.
  public init(_ title: String = "") { self.title = title }

  /// Adds a circle with a `name` in it, `forward` over it and `backward` under it.
  public mutating func node(
    _ name: String, at place: (x: Double, y: Double), forward: String = "", backward: String = ""
  ) -> Node {
    nodes.append((name, place.x, place.y, forward, backward))
    return Node(number: nodes.count - 1)
  }

  /// Adds an arrow with a `label` on it, nearer to its beginning; a stressed one is thick.
  public mutating func arrow(
    from start: Node, to end: Node, label: String = "", stressed: Bool = false
  ) {
    arrows.append((start.number, end.number, label, stressed))
  }
}

extension Diagram {
  public func script(_ data: inout FigureData) -> [String] {
    require(!nodes.isEmpty, "Diagram: \"\(title)\" has nothing to draw")
    let (xs, ys) = (nodes.map(\.x), nodes.map(\.y))
    var lines = [heading(title)]
    lines += [
      "unset key", "unset grid", "unset border", "unset tics", "set margins 1,1,1,3",
      "set style textbox opaque noborder fillcolor rgb '\(Palette.paper)' margins 0.5,0.5",
      "set size ratio -1", "set xrange [\(xs.min()! - 0.7):\(xs.max()! + 0.7)]",
      "set yrange [\(ys.min()! - 0.8):\(ys.max()! + 0.8)]",
    ]
    lines += arrows.flatMap(script)
    for node in nodes {
      lines.append(
        "set object circle at first \(node.x),\(node.y) size first \(Self.radius) front "
          + "fillcolor rgb '\(Palette.paper)' fillstyle solid 1 border linecolor rgb '#555555'")
      lines.append(text(node.name, node.x, node.y, "'#222222'", size: 12))
      lines.append(text(node.forward, node.x, node.y + 0.46, Palette.colour(0), size: 11))
      lines.append(text(node.backward, node.x, node.y - 0.48, Palette.colour(1), size: 11))
    }
    let block = data.add(nodes.map { [$0.x, $0.y] }, columns: "x y", of: title)
    // gnuplot wants something to plot; these dots lie under the circles.
    return lines + ["plot \(block) using 1:2 with dots linecolor rgb '\(Palette.paper)' notitle"]
  }

  private func script(_ arrow: (from: Int, to: Int, label: String, isStressed: Bool)) -> [String] {
    let (start, end) = (nodes[arrow.from], nodes[arrow.to])
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    // From one circle's edge to the other's.
    func along(_ distance: Double) -> (x: Double, y: Double) {
      (start.x + dx * distance / length, start.y + dy * distance / length)
    }
    let (tail, head) = (along(Self.radius), along(length - Self.radius - 0.03))
    let middle = along(Self.radius + 0.2 * (length - 2 * Self.radius))
    let style = arrow.isStressed ? "linewidth 3 linecolor rgb '#222222'" : "linecolor rgb '#999999'"
    return [
      "set arrow from \(tail.x),\(tail.y) to \(head.x),\(head.y) size graph 0.008,20 filled \(style)",
      text(arrow.label, middle.x, middle.y, "'#444444'", size: 10, boxed: true),
    ]
  }

  private func text(
    _ text: String, _ x: Double, _ y: Double, _ colour: String, size: Int, boxed: Bool = false
  ) -> String {
    "set label \(quoted(text)) at \(x),\(y) center front noenhanced font ',\(size)' "
      + "textcolor rgb \(colour)\(boxed ? " boxed" : "")"
  }
}
