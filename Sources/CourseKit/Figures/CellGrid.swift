import NDArray

/// Tables of labelled cells: what an array holds, and where in memory it lies.
///
/// ```swift
/// var grid = CellGrid("a[:, 1:3]")
/// grid.add(CellTable([[Cell("1"), Cell("2")], [Cell("4"), Cell("5")]], caption: "the view"))
/// grid.add(CellTable([(0..<6).map { Cell("\($0)") }], caption: "in memory"))
/// try Figure(grid).save("Figures/view")
/// ```
public struct CellGrid: Panel {
  /// Written over the tables.
  public var title: String
  /// Whether the tables stand one below another, else side by side.
  public var isStacked: Bool
  private var tables: [CellTable] = []

  /// An empty panel, to which tables are added.
  public init(_ title: String = "", isStacked: Bool = true) {
    self.title = title
    self.isStacked = isStacked
  }

  /// Adds a table below the others, or to their right.
  public mutating func add(_ table: CellTable) {
    tables.append(table)
  }
}

/// One cell of a ``CellTable``.
public struct Cell: Sendable {
  /// What a cell is filled with.
  public enum Fill: Sendable, Equatable {
    /// White.
    case none
    /// The light colour of a class.
    case colour(Int)
    /// From 0, black, to 1, white.
    case grey(Double)
  }

  /// Stands in the middle.
  public var text: String
  /// Stands small in the lower corner.
  public var note: String
  /// What is behind the text.
  public var fill: Fill
  /// A cell that is only thought of, as a copy that nobody makes: with a dashed rim and grey text.
  public var isGhost: Bool

  /// A cell with this text.
  public init(_ text: String, note: String = "", fill: Fill = .none, isGhost: Bool = false) {
    self.text = text
    self.note = note
    self.fill = fill
    self.isGhost = isGhost
  }
}

/// Rows of cells with a line of text over them.
public struct CellTable: Sendable {
  /// The line over the rows.
  public var caption: String
  /// The cells, row by row.
  public let rows: [[Cell]]
  /// Names of the rows, to the left of them; none if empty.
  public var rowNames: [String]

  /// A table of these rows. Traps unless each row has a name or none has.
  public init(_ rows: [[Cell]], caption: String = "", rowNames: [String] = []) {
    require(
      rowNames.isEmpty || rowNames.count == rows.count,
      "CellTable: \(rowNames.count) names for \(rows.count) rows")
    self.rows = rows
    self.caption = caption
    self.rowNames = rowNames
  }

  fileprivate var width: Int { max(rows.map(\.count).max() ?? 0, 1) }
}

// MARK: - gnuplot

extension CellGrid {
  public func script(_ data: inout FigureData) -> [String] {
    require(
      tables.contains { $0.rows.contains { !$0.isEmpty } },
      "CellGrid: \"\(title)\" has nothing to draw")
    let places = corners
    let right = zip(places, tables).map { $0.x + Double($1.width) }.max() ?? 1
    let bottom = zip(places, tables).map { $0.y + Double($1.rows.count) }.max() ?? 1
    let names = tables.flatMap(\.rowNames).map(\.count).max() ?? 0
    var lines = [heading(title)]
    lines += [
      "unset key", "unset grid", "unset border", "unset tics", "unset colorbox",
      "set margins 1,1,1,3", "set size ratio -1",
      "set xrange [\(-0.2 - 0.25 * Double(names)):\(right + 0.2)]",
      "set yrange [\(bottom + 0.2):-0.9]",
    ]
    for (corner, table) in zip(places, tables) { lines += labels(of: table, at: corner) }
    let cells = zip(places, tables).flatMap { corner, table in boxes(of: table, at: corner) }
    let box = "using 1:2:(0.5):(0.5):3 with boxxyerror fillstyle solid"
    var parts: [String] = []
    let solid = cells.filter { !$0.isGhost }
    if !solid.isEmpty {
      let block = data.add(solid.map(\.row), columns: "x y fill", of: "cells of \(title)")
      parts.append("\(block) \(box) border linecolor rgb '#888888' linecolor rgb variable")
    }
    let ghosts = cells.filter(\.isGhost)
    if !ghosts.isEmpty {
      let block = data.add(ghosts.map(\.row), columns: "x y fill", of: "cells that are thought of")
      parts.append("\(block) \(box) noborder linecolor rgb variable")
      parts.append(
        "\(block) using 1:2:(0.5):(0.5) with boxxyerror fillstyle empty dashtype (4, 4) "
          + "linecolor rgb '#888888'")
    }
    return lines + ["plot " + parts.joined(separator: ", \\\n  ")]
  }

  /// The upper left corner of each table, in cells; 0.9 above it is for its caption.
  private var corners: [(x: Double, y: Double)] {
    var (corners, next): ([(x: Double, y: Double)], Double) = ([], 0)
    for table in tables {
      corners.append(isStacked ? (0, next) : (next, 0))
      next += Double(isStacked ? table.rows.count : table.width) + (isStacked ? 1.2 : 1)
    }
    return corners
  }

  private func boxes(
    of table: CellTable, at corner: (x: Double, y: Double)
  ) -> [(row: [Double], isGhost: Bool)] {
    table.rows.enumerated().flatMap { y, row in
      row.enumerated().map { x, cell in
        let middle = (x: corner.x + Double(x) + 0.5, y: corner.y + Double(y) + 0.5)
        return ([middle.x, middle.y, Double(cell.fill.number)], cell.isGhost)
      }
    }
  }

  private func labels(of table: CellTable, at corner: (x: Double, y: Double)) -> [String] {
    func label(_ text: String, _ x: Double, _ y: Double, _ place: String, _ colour: String)
      -> [String]
    {
      text.isEmpty
        ? []
        : [
          "set label \(quoted(text)) at \(x),\(y) \(place) front noenhanced textcolor rgb \(colour)"
        ]
    }
    var lines = label(table.caption, corner.x, corner.y - 0.35, "left font ',11'", "'#333333'")
    for (y, name) in table.rowNames.enumerated() {
      lines += label(
        name, corner.x - 0.2, corner.y + Double(y) + 0.5, "right font ',11'", "'#333333'")
    }
    for (y, row) in table.rows.enumerated() {
      for (x, cell) in row.enumerated() {
        let (left, top) = (corner.x + Double(x), corner.y + Double(y))
        let colour = cell.isGhost ? "'#777777'" : cell.fill.isDark ? "'#FFFFFF'" : "'#222222'"
        let middle = cell.note.isEmpty ? 0.5 : 0.4
        lines += label(cell.text, left + 0.5, top + middle, "center font ',12'", colour)
        lines += label(cell.note, left + 0.5, top + 0.8, "center font ',8'", "'#666666'")
      }
    }
    return lines
  }
}

extension Cell.Fill {
  /// The colour as gnuplot takes it from a column of numbers.
  fileprivate var number: UInt32 {
    switch self {
    case .none: return 0xFFFFFF
    case .colour(let index): return Palette.lightNumber(index)
    case .grey(let share):
      let level = UInt32((min(max(share, 0), 1) * 255).rounded())
      return level << 16 | level << 8 | level
    }
  }

  fileprivate var isDark: Bool {
    if case .grey(let share) = self { share < 0.55 } else { false }
  }
}
