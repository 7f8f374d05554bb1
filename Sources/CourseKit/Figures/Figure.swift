import Foundation
import NDArray

/// One picture of one or several panels, drawn by gnuplot.
///
/// A picture brings its own white ground and uses no colour that could be lost on it, so it reads the same on a light
/// page and on a dark one.
///
/// ```swift
/// var loss = Plot("Training", x: "epoch", y: "loss")
/// loss.line(trainLoss, label: "training")
/// loss.line(testLoss, label: "test")
/// try Figure(loss, HeatMap(confusion)).save("Figures/training")
/// ```
public struct Figure: Sendable {
  /// Stands above all panels.
  public var title: String
  /// The panels in reading order.
  public var panels: [any Panel]
  /// How many panels stand side by side.
  public var columns: Int
  /// The size of one panel, in pixels of the SVG; the PNG has twice as many.
  public var panelSize: (width: Int, height: Int)

  /// A figure of `panels`, up to three side by side unless `columns` says otherwise.
  public init(
    _ panels: any Panel..., title: String = "", columns: Int? = nil,
    panelSize: (width: Int, height: Int) = (520, 400)
  ) {
    self.init(panels: panels, title: title, columns: columns, panelSize: panelSize)
  }

  /// A figure of `panels`, up to three side by side unless `columns` says otherwise.
  public init(
    panels: [any Panel], title: String = "", columns: Int? = nil,
    panelSize: (width: Int, height: Int) = (520, 400)
  ) {
    require(!panels.isEmpty, "Figure: there is no panel")
    self.panels = panels
    self.title = title
    self.columns = min(max(columns ?? min(panels.count, 3), 1), panels.count)
    self.panelSize = panelSize
  }

  /// Writes `path`.svg and `path`.png, and beside them `path`.dat with every number that is drawn and
  /// `path`.gp, the gnuplot script. Folders are made where they are missing.
  ///
  /// Where gnuplot is not installed the pictures are left out, and standard error says so once, with the
  /// line that installs it.
  ///
  /// - Returns: the paths of the files that were written, pictures first.
  /// - Throws: ``FigureError`` with gnuplot's message when it fails; what writing a file throws.
  @discardableResult
  public func save(_ path: String) throws -> [String] {
    let url = URL(fileURLWithPath: path)
    let (folder, name) = (url.deletingLastPathComponent(), url.lastPathComponent)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

    var data = FigureData(file: "\(name).dat", panelSize: panelSize)
    let script = script(name: name, data: &data)
    try data.text.write(toFile: "\(path).dat", atomically: true, encoding: .utf8)
    try script.write(toFile: "\(path).gp", atomically: true, encoding: .utf8)

    let sources = ["\(path).dat", "\(path).gp"]
    guard let gnuplot = Gnuplot.found else {
      Gnuplot.sayOnceThatItIsMissing()
      return sources
    }
    for format in ["svg", "png"] {
      try gnuplot.run("\(name).gp", format: format, in: folder)
    }
    return ["\(path).svg", "\(path).png"] + sources
  }

  private func script(name: String, data: inout FigureData) -> String {
    let rows = (panels.count + columns - 1) / columns
    let (width, height) = (
      columns * panelSize.width, rows * panelSize.height + (title.isEmpty ? 0 : 40)
    )
    let heading =
      title.isEmpty ? "" : " title \(quoted(title)) noenhanced font ',15' textcolor rgb '#222222'"
    var lines = [
      "# Draws \(name).svg: gnuplot -e \"format='svg'\" \(quoted("\(name).gp")); without -e, the PNG.",
      "if (!exists('format')) format = 'png'",
      "set encoding utf8",
      """
      if (format eq 'svg') { \
      set terminal svg size \(width),\(height) font 'sans-serif,12' \
      background '\(Palette.paper)' enhanced \
      } else { \
      set terminal pngcairo size \(2 * width),\(2 * height) font 'Sans,12' fontscale 2 \
      linewidth 2 pointscale 2 background '\(Palette.paper)' enhanced }
      """,
      "set output \(quoted(name + ".")).format",
      "set multiplot layout \(rows),\(columns)\(heading)",
    ]
    for panel in panels {
      lines += ["", "reset"] + style + panel.script(&data)
    }
    lines += ["", "unset multiplot", "unset output", ""]
    return lines.joined(separator: "\n")
  }

  /// What every panel begins with.
  private var style: [String] {
    [
      "set border 3 linecolor rgb '#888888'",
      "set tics nomirror out scale 0.5 textcolor rgb '#333333'",
      "set grid linecolor rgb '#E8E8E8' linetype 1 linewidth 1",
      "set key noenhanced samplen 3 spacing 1.2 textcolor rgb '#333333'",
      "set margins 10,3,4,3",
    ]
  }
}

/// Why a figure could not be drawn.
public enum FigureError: Error, Equatable, CustomStringConvertible {
  /// gnuplot rejected the script; the message is its own.
  case gnuplot(script: String, message: String)

  public var description: String {
    switch self {
    case .gnuplot(let script, let message): "gnuplot cannot draw \(script): \(message)"
    }
  }
}
