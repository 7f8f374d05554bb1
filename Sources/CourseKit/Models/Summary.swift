import NDArray

/// The table that the lectures print of a network: each layer, the shape of its output, and how many of its parameters are
/// trained and how many frozen.
///
/// ```text
/// layer          output          trainable   frozen
/// 0 Conv2D       [1, 32, 8, 8]       2,432        0
/// ```
public struct Summary: CustomStringConvertible {
  /// A line of the table.
  public struct Row: Equatable {
    /// The layer's name and type.
    public let layer: String
    /// The shape of its output.
    public let output: [Int]
    /// How many of its parameters are trained.
    public let trainable: Int
    /// How many of its parameters are frozen.
    public let frozen: Int
  }
  /// One for each layer.
  public private(set) var rows: [Row] = []

  /// An empty table.
  public init() {}

  /// Adds a layer that has just given an output of this shape.
  public mutating func add(_ name: String, _ layer: some Module, output: [Int]) {
    let counts = layer.counts
    let type = "\(type(of: layer))".prefix { $0 != "<" }
    rows.append(
      Row(
        layer: "\(name) \(type)", output: output, trainable: counts.trainable, frozen: counts.frozen
      ))
  }

  /// How many parameters are trained, together.
  public var trainable: Int { rows.reduce(0) { $0 + $1.trainable } }
  /// How many parameters are frozen, together.
  public var frozen: Int { rows.reduce(0) { $0 + $1.frozen } }

  public var description: String {
    let cells =
      [["layer", "output", "trainable", "frozen"]]
      + rows.map { [$0.layer, "\($0.output)", grouped($0.trainable), grouped($0.frozen)] }
      + [["together", "", grouped(trainable), grouped(frozen)]]
    let widths = (0..<4).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let line = zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 2 ? cell.0 + space : space + cell.0
      }.joined(separator: "   ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

/// `50,826`
private func grouped(_ number: Int) -> String {
  let digits = String(number)
  return String(
    digits.enumerated().flatMap { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
    })
}
