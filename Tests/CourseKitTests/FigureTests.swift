import CourseKit
import Foundation
import NDArray
import Testing

/// What figures write. `FIGURES=folder swift test --filter FigureTests` leaves them in a folder to look at.
@Suite struct FigureTests {
  private let folder: String

  init() {
    folder =
      ProcessInfo.processInfo.environment["FIGURES"]
      ?? NSTemporaryDirectory() + "figures-\(UUID().uuidString)"
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
  }

  /// Draws the figure and makes sure that all its files are of the kind that their names promise.
  private func draw(_ figure: Figure, _ name: String) throws {
    let files = try figure.save("\(folder)/\(name)")
    #expect(files == ["svg", "png", "dat", "gp"].map { "\(folder)/\(name).\($0)" })
    let png = try Data(contentsOf: URL(filePath: files[1]))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]) && png.count > 4000)
    let svg = try text("\(name).svg")
    #expect(svg.hasPrefix("<?xml") && svg.contains("</svg>"))
  }

  @Test func linesWithALegendAndLogarithmicAxes() throws {
    let epochs = NDArray<Double>.arange(1, 61)
    var loss = Plot("Loss of a run", x: "epoch", y: "cross-entropy")
    loss.line(2 * exp(-0.05 * epochs) + 0.1, x: epochs, label: "training")
    loss.line(2 * exp(-0.04 * epochs) + 0.25, x: epochs, label: "test", dashed: true)
    var norms = Plot("Gradient norm by depth", x: "layer", y: "norm")
    norms.yScale = .logarithmic
    let layers = NDArray<Double>.arange(1, 11)
    norms.line(0.2 ** (11 - layers), x: layers, label: "sigmoid", marked: true)
    norms.line(0.9 ** (11 - layers), x: layers, label: "ReLU", marked: true)
    try draw(Figure(loss, norms, title: "Two panels"), "lines")
    let data = try text("lines.dat")
    #expect(data.hasPrefix("# training\n# x y\n1 2.0024588"))
    #expect(data.components(separatedBy: "\n\n\n").count == 4)
  }

  @Test func pointsOverRegions() throws {
    let iris = try Datasets.iris()
    let petals = iris.features[.all, 2...]
    var plot = Plot("Nearest mean", x: "petal length (cm)", y: "petal width (cm)")
    let means = stacked((0..<3).map { petals[iris.targets .== $0].mean(axis: 0) })
    plot.regions(x: 0.5...7.5, y: 0...3) { points in
      let distances = points.expandedDimensions(axis: 1) - means
      return (distances * distances).sum(axis: 2).argMin(axis: 1)
    }
    plot.points(petals, labels: iris.targets, names: iris.classNames)
    var scatter = Plot("Points alone", x: "sepal length (cm)", y: "sepal width (cm)")
    scatter.points(iris.features[.all, 0..<2], labels: iris.targets, names: iris.classNames)
    try draw(Figure(plot, scatter), "points")
  }

  @Test func confusionMatrices() throws {
    var generator = Generator(seed: 4)
    let actual = generator.integers(0..<10, [600])
    let noise = generator.integers(0..<10, [600])
    let predicted = which(generator.random([600]) .< 0.9, actual, noise)
    let ten = HeatMap(
      ConfusionMatrix(actual: actual, predicted: predicted, classNames: (0..<10).map(String.init)))
    let two = HeatMap(
      ConfusionMatrix(
        actual: [0, 0, 0, 1, 1], predicted: [0, 0, 1, 1, 1], classNames: ["malignant", "benign"]),
      title: "Two classes")
    try draw(Figure(ten, two), "confusion")
    #expect(try text("confusion.dat").contains("# column row value shade text-colour\n0 0 53 "))
  }

  @Test func heatMaps() throws {
    var generator = Generator(seed: 4)
    let small = HeatMap(generator.standardNormal([4, 6]), title: "Weights", x: "input", y: "unit")
    let large = HeatMap(generator.random([40, 64]), title: "Many cells", x: "input", y: "unit")
    try draw(Figure(small, large), "heat")
  }

  @Test func imagesWithLabels() throws {
    let digits = try Datasets.digits()
    let images = digits.features[0..<30].reshaped([-1, 8, 8])
    var predicted = digits.targets[0..<30]
    predicted[5] = 9
    predicted[17] = 3
    let grid = ImageGrid(
      images, predicted: predicted, actual: digits.targets[0..<30], classNames: digits.classNames,
      title: "Predictions on the test part")
    try draw(Figure(grid, panelSize: (720, 330)), "images")
  }

  @Test func picturesInColour() throws {
    let emoji = try Datasets.emoji(.noto)[.arange(0, 350, 17)]
    let grid = ImageGrid(
      emoji.over(NDArray<Double>(1)), captions: emoji.names, title: "Emoji", columns: 7)
    try draw(Figure(grid, panelSize: (720, 400)), "colours")
    let data = try text("colours.dat")
    #expect(data.contains("# x y red green blue"))
    // Outside the first picture, and in it: paper is white.
    #expect(data.contains("\n34 0 255 255 255\n") && data.contains("\n0 0 255 255 255\n"))
  }

  @Test func tablesOfCells() throws {
    var grid = CellGrid("a[:, ::-1]")
    let rows = (0..<2).map { y in
      (0..<3).map { x in
        Cell("\(3 * y + 2 - x)", note: "@\(3 * y + 2 - x)", fill: .colour(y), isGhost: x == 2)
      }
    }
    grid.add(CellTable(rows, caption: "shape (2, 3)", rowNames: ["row 0", "row 1"]))
    grid.add(CellTable([(0..<6).map { Cell("\($0)", fill: .grey(Double($0) / 5)) }]))
    var beside = CellGrid("ghosts alone", isStacked: false)
    let ghost = Cell("5", isGhost: true)
    beside.add(CellTable([[ghost, ghost]], caption: "(1, 2)"))
    beside.add(CellTable([[Cell("7")]]))
    try draw(Figure(grid, beside), "cells")
    let data = try text("cells.dat")
    // Middle of the cell and colour: light blue, then white for the lightest grey.
    #expect(data.contains("# cells of a[:, ::-1]\n# x y fill\n0.5 0.5 11785704\n"))
    #expect(data.contains("5.5 3.7 16777215"))
    let svg = try text("cells.svg")
    #expect(svg.contains("shape (2, 3)") && svg.contains("row 1") && svg.contains("@4"))
  }

  @Test func histograms() throws {
    var generator = Generator(seed: 4)
    var plot = Plot("Activations", x: "value", y: "density")
    plot.histogram(generator.standardNormal([4000]), label: "layer 1")
    plot.histogram(0.5 * generator.standardNormal([4000]) + 2, label: "layer 2")
    try draw(Figure(plot), "histogram")
  }

  @Test func histogramsInOneRange() throws {
    var plot = Plot("Within −1 … 1", x: "value", y: "density")
    plot.histogram([-5, -0.9, 0.1, 0.9, 7], bins: 4, range: -1...1)
    try draw(Figure(plot), "range")
    #expect(
      try text("range.dat").hasSuffix("-0.75 0.8 0.5\n-0.25 0 0.5\n0.25 0.4 0.5\n0.75 0.8 0.5\n"))
  }

  @Test func legendsStandBelowTheAxes() throws {
    var plot = Plot("Three lines", x: "x", y: "y")
    for label in ["one", "two", "three"] { plot.line([1, 2], label: label) }
    try draw(Figure(plot, panelSize: (520, 400)), "below")
    #expect(try text("below.gp").contains("set key bmargin left vertical Left reverse maxrows 1\n"))
    try draw(Figure(plot, panelSize: (200, 400)), "narrow")
    #expect(try text("narrow.gp").contains("maxrows 3\nset bmargin 8.1"))
  }

  @Test func logarithmicAxesEndWithTheData() throws {
    var plot = Plot("Loss", x: "epoch", y: "loss")
    plot.yScale = .logarithmic
    plot.line([1.2, 0.03, 0.005])
    try draw(Figure(plot), "decades")
    let script = try text("decades.gp")
    let range = try #require(script.firstMatch(of: /set yrange \[([\d.e-]+):([\d.e-]+)\]/))
    #expect(try #require(Double(range.1)) > 0.003 && #require(Double(range.2)) < 2)
    #expect(script.contains("'0.01' 1e-2, ") && script.contains("'1' 1e0"))
    #expect(!script.contains("1e-3") && !script.contains("1e1"))
  }

  @Test func everyColourCanBeSeenOnThePaper() throws {
    func luminance(_ colour: UInt32) -> Double {
      func linear(_ shift: UInt32) -> Double {
        let part = Double((colour >> shift) & 0xFF) / 255
        if part <= 0.03928 { return part / 12.92 }
        return Foundation.pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
    for colour in Palette.colours {
      #expect(1.05 / (luminance(colour) + 0.05) >= 3, "\(String(colour, radix: 16))")
    }
    var plot = Plot("paper")
    plot.line([1, 2, 3])
    try draw(Figure(plot), "paper")
    #expect(try text("paper.svg").contains("height=\"400\" fill=\"#ffffff\"/>"))
    let png = try Data(contentsOf: URL(filePath: "\(folder)/paper.png"))
    // The kind of the pixels in a PNG's header: 2 is red, green and blue without transparency.
    #expect(png[25] == 2)
  }

  @Test func diagrams() throws {
    var graph = Diagram("A product")
    let w = graph.node("w", at: (0, 1), forward: "3", backward: "2")
    let x = graph.node("x", at: (0, -1), forward: "2", backward: "3")
    let y = graph.node("wx", at: (2, 0), forward: "6", backward: "1")
    graph.arrow(from: w, to: y, label: "·x", stressed: true)
    graph.arrow(from: x, to: y)
    try draw(Figure(graph), "diagram")
    let svg = try text("diagram.svg")
    #expect(svg.contains("wx") && svg.contains("·x"))
  }

  @Test func titlesAreShownAsTheyAre() throws {
    let odd = #"it's a_b^2 {x} `date` "q" \n @ % # – Ошибка"#
    var plot = Plot(odd, x: odd, y: odd)
    plot.line([1, 2, 3], label: odd)
    let names = [odd, "it's"]
    let map = HeatMap(
      NDArray([[1.0, 2], [3, 4]]), title: odd, rowNames: names, columnNames: ["a'b", "c_d"])
    let grid = ImageGrid(NDArray<Double>.ones([1, 2, 2]), captions: [odd], title: odd)
    try draw(Figure(plot, map, grid, title: odd + "\nsecond line"), "titles")
    let svg = try text("titles.svg")
    #expect(
      svg.contains(#"it's a_b^2 {x} `date` &quot;q&quot; \n @ % # – Ошибка"#)
        || svg.contains(#"it's a_b^2 {x} `date` "q" \n @ % # – Ошибка"#))
    #expect(svg.contains("second line"))
  }

  @Test func whatGnuplotRejectsIsThrownWithItsMessage() throws {
    var plot = Plot("nothing positive")
    plot.yScale = .logarithmic
    plot.line([-1, -2, -3])
    let error = #expect(throws: FigureError.self) { try Figure(plot).save("\(folder)/bad") }
    let message = "\(try #require(error))"
    #expect(message.contains("bad.gp") && message.contains("all points y value undefined"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/bad.dat"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/bad.svg"))
  }

  @Test func withoutGnuplotTheDataAreWrittenAndItIsSaidOnce() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      setenv("PATH", "/nowhere", 1)
      var plot = Plot("loss")
      plot.line([3, 2, 1])
      let path = NSTemporaryDirectory() + "no-gnuplot-\(UUID().uuidString)/deep/loss"
      for _ in 0..<2 {
        let files = try Figure(plot).save(path)
        #expect(files == ["\(path).dat", "\(path).gp"])
      }
      #expect(try String(contentsOfFile: path + ".dat", encoding: .utf8).contains("\n2 1\n"))
      #expect(!FileManager.default.fileExists(atPath: path + ".png"))
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.components(separatedBy: "sudo apt-get install gnuplot-nox").count == 2)
  }

  @Test func mistakesTrap() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var plot = Plot()
      plot.line([1, 2, 3], x: [1, 2])
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Plot.line: x [2] and y [3] must be two rows of equal length"))
  }
}
