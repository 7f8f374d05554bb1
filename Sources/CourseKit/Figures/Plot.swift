import NDArray

/// Lines, points, histograms and regions over two axes.
///
/// ```swift
/// var plot = Plot("Iris", x: "petal length", y: "petal width")
/// plot.regions(x: 0...7, y: 0...3) { model.predict($0) }
/// plot.points(iris.features[.all, 2...], labels: iris.targets, names: iris.classNames)
/// ```
///
/// What is added later is drawn over what was added before. The labels of the layers are listed below the axes,
/// where no mark of the legend can be taken for one of the data; a logarithmic axis ends where the data end.
public struct Plot: Panel {
  /// How an axis maps numbers to places.
  public enum Scale: Sendable {
    /// Equal numbers at equal distances.
    case linear
    /// Powers of ten at equal distances; numbers that are not positive are left out.
    case logarithmic
  }

  /// Written over the axes.
  public var title: String
  /// Written below the x axis.
  public var xLabel: String
  /// Written beside the y axis.
  public var yLabel: String
  /// How the x axis maps numbers to places.
  public var xScale = Scale.linear
  /// How the y axis maps numbers to places.
  public var yScale = Scale.linear
  /// The part of the x axis to show; as much as the data need when `nil`.
  public var xRange: ClosedRange<Double>?
  /// The part of the y axis to show; as much as the data need when `nil`.
  public var yRange: ClosedRange<Double>?
  /// Whether one unit is as long on both axes.
  public var hasEqualAxes = false

  private var layers: [Layer] = []
  private var settings: [String] = []
  private var nextColour = 0

  /// A block of numbers and how to draw it.
  private struct Layer {
    var title: String
    var columns: String
    var rows: [[Double]]
    var style: String
    /// Whether a row is a point, x first and y second.
    var isPoints = true
  }

  /// Empty axes, to which layers are added.
  public init(_ title: String = "", x: String = "", y: String = "") {
    self.title = title
    xLabel = x
    yLabel = y
  }

  private mutating func takeColour() -> Int {
    defer { nextColour += 1 }
    return nextColour
  }
}

// MARK: - What can be drawn

extension Plot {
  /// A line through the points (`x`, `y`); `x` counts 0, 1, 2, … unless given. NaN interrupts it.
  public mutating func line(
    _ y: NDArray<Double>, x: NDArray<Double>? = nil, label: String = "", dashed: Bool = false,
    marked: Bool = false
  ) {
    let x = x ?? NDArray<Double>.arange(Double(y.count))
    require(
      x.rank == 1 && x.shape == y.shape,
      "Plot.line: x \(x.shape) and y \(y.shape) must be two rows of equal length")
    let colour = takeColour()
    let mark = marked ? "linespoints pointtype \(Palette.mark(colour)) pointsize 0.7" : "lines"
    let style =
      "using 1:2 with \(mark) linewidth 2 linecolor rgb \(Palette.colour(colour))"
      + (dashed ? " dashtype (6, 4)" : "")
    add(label, "x y", zip(x.elements, y.elements).map { [$0, $1] }, style)
  }

  /// Points, shape [n, 2]; with `labels`, shape [n], each class has its colour, its mark and its name in the legend.
  public mutating func points(
    _ xy: NDArray<Double>, labels: NDArray<Int>? = nil, names: [String] = [], label: String = ""
  ) {
    require(
      xy.rank == 2 && xy.shape[1] == 2 && (labels.map { $0.shape == [xy.shape[0]] } ?? true),
      "Plot.points: points \(xy.shape) must be [n, 2], and labels \(labels?.shape ?? []) [n]")
    guard let labels else {
      return addPoints(xy, label, colour: takeColour())
    }
    for label in Set(labels.elements).sorted() {
      let name = names.indices.contains(label) ? names[label] : "class \(label)"
      addPoints(xy[labels .== label], name, colour: label)
    }
  }

  /// How often the values fall into each of `bins` stretches of equal width, as a share of all so that areas are 1.
  ///
  /// Values that are not finite are left out.
  /// With a `range` values outside it are counted in the first and the last bin.
  public mutating func histogram(
    _ values: NDArray<Double>, bins: Int = 30, range: ClosedRange<Double>? = nil, label: String = ""
  ) {
    require(bins > 0, "Plot.histogram: the number of bins must be positive, got \(bins)")
    var values = values.elements.filter(\.isFinite)
    if let range {
      values = values.map { Swift.min(Swift.max($0, range.lowerBound), range.upperBound) }
    }
    let low = range?.lowerBound ?? values.min() ?? 0
    let high = range?.upperBound ?? values.max() ?? 1
    let width = high > low ? (high - low) / Double(bins) : 1
    var counts = [Int](repeating: 0, count: bins)
    for value in values { counts[min(Int((value - low) / width), bins - 1)] += 1 }
    let scale = 1 / (Double(max(values.count, 1)) * width)
    let rows = counts.enumerated()
      .map { [low + (Double($0) + 0.5) * width, Double($1) * scale, width] }
    let colour = Palette.colour(takeColour())
    add(
      label, "middle density width", rows,
      "using 1:2:3 with boxes fillstyle transparent solid 0.5 noborder linecolor rgb \(colour)")
  }

  /// The ground coloured by the class that `classify` gives each point of it.
  ///
  /// `classify` gets `resolution`² points, shape [resolution², 2], in one call and returns one label a point.
  public mutating func regions(
    x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int = 200,
    classify: (NDArray<Double>) -> NDArray<Int>
  ) {
    let xs = NDArray.linspace(x.lowerBound, x.upperBound, count: resolution).elements
    let ys = NDArray.linspace(y.lowerBound, y.upperBound, count: resolution).elements
    require(resolution > 1, "Plot.regions: the resolution must be at least 2, got \(resolution)")
    let places = ys.flatMap { y in xs.map { [$0, y] } }
    let labels = classify(NDArray(places))
    require(
      labels.shape == [places.count],
      "Plot.regions: \(places.count) points got labels of shape \(labels.shape)")
    let classes = max(2, 1 + labels.max())
    let colours = (0..<classes).map { "\($0) \(Palette.light($0))" }.joined(separator: ", ")
    settings += [
      "set palette maxcolors \(classes) defined (\(colours))",
      "set cbrange [-0.5:\(classes - 1).5]", "unset colorbox",
    ]
    xRange = xRange ?? x
    yRange = yRange ?? y
    let rows = labels.asType(Double.self).reshaped([resolution, resolution])
    let steps = [x, y].map { ($0.upperBound - $0.lowerBound) / Double(resolution - 1) }
    add(
      "", "a row of classes for each y from \(y.lowerBound) up, each x from \(x.lowerBound) up",
      (0..<resolution).map { rows[$0].elements },
      "matrix using (\(x.lowerBound) + \(steps[0]) * $1):(\(y.lowerBound) + \(steps[1]) * $2):3 with image",
      isPoints: false)
  }

  private mutating func addPoints(_ xy: NDArray<Double>, _ title: String, colour: Int) {
    let size = xy.shape[0] > 1000 ? 0.35 : 0.6
    let style =
      "using 1:2 with points pointtype \(Palette.mark(colour)) pointsize \(size) "
      + "linecolor rgb \(Palette.colour(colour))"
    add(title, "x y", (0..<xy.shape[0]).map { xy[$0].elements }, style)
  }

  private mutating func add(
    _ title: String, _ columns: String, _ rows: [[Double]], _ style: String, isPoints: Bool = true
  ) {
    layers.append(
      Layer(title: title, columns: columns, rows: rows, style: style, isPoints: isPoints))
  }
}

// MARK: - gnuplot

extension Plot {
  public func script(_ data: inout FigureData) -> [String] {
    require(!layers.isEmpty, "Plot: \"\(title)\" has nothing to draw")
    var lines = [heading(title), axisLabel("x", xLabel), axisLabel("y", yLabel)]
    lines += legend(data.panelSize)
    for (column, (axis, scale, range)) in [("x", xScale, xRange), ("y", yScale, yRange)]
      .enumerated()
    {
      if scale == .logarithmic {
        let numbers = layers.filter(\.isPoints).flatMap { $0.rows.map { $0[column] } }
        lines += LogarithmicAxis(of: numbers, range: range).script(axis)
      } else if let range {
        lines.append("set \(axis)range [\(range.lowerBound):\(range.upperBound)]")
      }
    }
    if hasEqualAxes { lines.append("set size ratio -1") }
    let parts = layers.map { layer in
      let block = data.add(
        layer.rows, columns: layer.columns, of: layer.title.isEmpty ? title : layer.title)
      let name = layer.title.isEmpty ? "notitle" : "title \(quoted(layer.title))"
      return "\(block) \(layer.style) \(name)"
    }
    return lines + settings + ["plot " + parts.joined(separator: ", \\\n  ")]
  }

  /// The labels below the axes, in as many columns as fit side by side, and the room for them.
  private func legend(_ panel: (width: Int, height: Int)) -> [String] {
    let labels = layers.map(\.title).filter { !$0.isEmpty }
    guard !labels.isEmpty else { return ["unset key"] }
    // In pixels, roughly: a sample with its gaps is 80 wide, a character 6.5, the margins together 110.
    let width = Double((hasEqualAxes ? min(panel.width, panel.height) : panel.width) - 110)
    let longest = Double(labels.map(\.count).max() ?? 0)
    let columns = max(1, Int(width / (80 + 6.5 * longest)))
    let rows = (labels.count + columns - 1) / columns
    return [
      "set key bmargin left vertical Left reverse maxrows \(rows)",
      "set bmargin \(4.2 + 1.3 * Double(rows))",
    ]
  }
}
