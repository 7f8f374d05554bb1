import NDArray

/// Lines, points, histograms and regions over two axes.
///
/// ```swift
/// var plot = Plot("Iris", x: "petal length", y: "petal width")
/// plot.regions(x: 0...7, y: 0...3) { model.predict($0) }
/// plot.points(iris.features[.all, 2...], labels: iris.targets, names: iris.classNames)
/// ```
///
/// What is added later is drawn over what was added before.
public struct Plot: Panel {
  /// How an axis maps numbers to places.
  public enum Scale: Sendable {
    /// Equal numbers at equal distances.
    case linear
    /// Powers of ten at equal distances; numbers that are not positive are left out.
    case logarithmic
  }

  /// Where the legend stands: in a corner of the axes, or outside.
  public enum Legend: String, Sendable {
    /// Above on the left.
    case topLeft = "top left"
    /// Above on the right.
    case topRight = "top right"
    /// Below on the left.
    case bottomLeft = "bottom left"
    /// Below on the right.
    case bottomRight = "bottom right"
    /// To the right of the axes.
    case outside = "outside right top"
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
  /// Where the labels of the layers are listed.
  public var legend = Legend.topRight
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
  public mutating func histogram(_ values: NDArray<Double>, bins: Int = 30, label: String = "") {
    require(bins > 0, "Plot.histogram: the number of bins must be positive, got \(bins)")
    let values = values.elements.filter(\.isFinite)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
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
    // Room for a legend above the highest box.
    settings.append("set offsets 0, 0, graph 0.2, 0")
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
      "matrix using (\(x.lowerBound) + \(steps[0]) * $1):(\(y.lowerBound) + \(steps[1]) * $2):3 with image"
    )
  }

  private mutating func addPoints(_ xy: NDArray<Double>, _ title: String, colour: Int) {
    let size = xy.shape[0] > 1000 ? 0.35 : 0.6
    let style =
      "using 1:2 with points pointtype \(Palette.mark(colour)) pointsize \(size) "
      + "linecolor rgb \(Palette.colour(colour))"
    add(title, "x y", (0..<xy.shape[0]).map { xy[$0].elements }, style)
  }

  private mutating func add(
    _ title: String, _ columns: String, _ rows: [[Double]], _ style: String
  ) {
    layers.append(Layer(title: title, columns: columns, rows: rows, style: style))
  }
}

// MARK: - gnuplot

extension Plot {
  public func script(_ data: inout FigureData) -> [String] {
    require(!layers.isEmpty, "Plot: \"\(title)\" has nothing to draw")
    var lines = [heading(title), axisLabel("x", xLabel), axisLabel("y", yLabel)]
    lines.append(
      layers.contains { !$0.title.isEmpty }
        ? "set key \(legend.rawValue) Left reverse" : "unset key")
    for (axis, scale) in [("x", xScale), ("y", yScale)] where scale == .logarithmic {
      lines += ["set logscale \(axis)", "set format \(axis) '10^{%L}'"]
    }
    for (axis, range) in [("x", xRange), ("y", yRange)] {
      if let range { lines.append("set \(axis)range [\(range.lowerBound):\(range.upperBound)]") }
    }
    if legend == .outside {
      lines.append("set rmargin \(6 + (layers.map(\.title.count).max() ?? 0))")
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
}
