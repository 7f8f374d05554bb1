import Foundation

/// A part of a ``Figure``: ``Plot``, ``HeatMap``, ``ImageGrid``, ``CellGrid`` or ``Diagram``.
public protocol Panel: Sendable {
  /// gnuplot's commands for the panel, whose numbers are added to `data`.
  func script(_ data: inout FigureData) -> [String]
}

/// The numbers of a figure in gnuplot's text format: blocks of rows, two empty lines between blocks.
public struct FigureData: Sendable {
  let file: String
  /// The size of the panel that is written, in pixels of the SVG.
  let panelSize: (width: Int, height: Int)
  private(set) var text = ""
  private var blocks = 0

  init(file: String, panelSize: (width: Int, height: Int)) {
    self.file = file
    self.panelSize = panelSize
  }

  /// Adds a block and returns what a plot command calls it: `'loss.dat' index 3`.
  mutating func add(_ rows: some Sequence<[Double]>, columns: String, of title: String) -> String {
    if blocks > 0 { text += "\n\n" }
    text += "# \(title.onOneLine)\n# \(columns)\n"
    for row in rows {
      text += row.map(number).joined(separator: " ") + "\n"
    }
    defer { blocks += 1 }
    return "\(quoted(file)) index \(blocks)"
  }
}

/// The shortest text that reads back as `value`; gnuplot leaves out what is NaN.
private func number(_ value: Double) -> String {
  guard value.isFinite else { return "NaN" }
  return Int(exactly: value).map(String.init) ?? "\(value)"
}

/// `text` as gnuplot's literal string: between single quotes nothing has a meaning but the quote itself.
func quoted(_ text: String) -> String {
  "'" + text.onOneLine.replacing("'", with: "''") + "'"
}

/// A panel's heading; the text is shown as it is, whatever `_`, `^` or `{` it holds.
func heading(_ title: String) -> String {
  "set title \(quoted(title)) noenhanced font ',13' textcolor rgb '#222222'"
}

/// The name of an axis, shown as it is.
func axisLabel(_ axis: String, _ text: String) -> String {
  "set \(axis)label \(quoted(text)) noenhanced textcolor rgb '#333333'"
}

extension String {
  fileprivate var onOneLine: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
