import NDArray

/// Small pictures side by side, a caption over each.
public struct ImageGrid: Panel {
  /// Written over the pictures.
  public var title: String
  /// The pictures. Of shape [n, height, width] they are grey: 0 is white, the largest value of all black. Of shape
  /// [n, 3, height, width] they are red, green and blue from 0 to 1.
  public let images: NDArray<Double>
  /// One caption a picture, or none at all.
  public var captions: [String]
  /// The positions of the pictures whose captions stand out.
  public var marked: Set<Int>
  /// How many pictures stand side by side.
  public var columns: Int

  /// Shows `images`, shape [n, height, width], or [n, 3, height, width] in colour.
  public init(
    _ images: NDArray<Double>, captions: [String] = [], marked: Set<Int> = [],
    title: String = "", columns: Int = 10
  ) {
    require(
      (images.rank == 3 || images.rank == 4 && images.shape[1] == 3) && images.count > 0,
      "ImageGrid: [n, height, width] or [n, 3, height, width] is needed, got shape \(images.shape)")
    require(
      captions.isEmpty || captions.count == images.shape[0],
      "ImageGrid: \(captions.count) captions for \(images.shape[0]) images")
    self.images = images
    self.captions = captions
    self.marked = marked
    self.title = title
    self.columns = min(max(columns, 1), images.shape[0])
  }

  /// Shows `images` with their predicted labels; a wrong one stands out and tells the true label as well.
  public init(
    _ images: NDArray<Double>, predicted: NDArray<Int>, actual: NDArray<Int>,
    classNames: [String], title: String = "", columns: Int = 10
  ) {
    let pairs = Array(zip(predicted.elements, actual.elements))
    self.init(
      images,
      captions: pairs.map { predicted, actual in
        predicted == actual
          ? classNames[actual] : "\(classNames[predicted]), not \(classNames[actual])"
      },
      marked: Set(pairs.indices.filter { pairs[$0].0 != pairs[$0].1 }), title: title,
      columns: columns)
  }
}

extension ImageGrid {
  public func script(_ data: inout FigureData) -> [String] {
    let (count, height, width) = (
      images.shape[0], images.shape[images.rank - 2], images.shape[images.rank - 1]
    )
    let rows = (count + columns - 1) / columns
    // In pixels of the pictures, from one to the next.
    let across = width + max(width / 5, 1)
    let down = height + (captions.isEmpty ? max(height / 5, 1) : max(height / 2, 1))
    let corners = (0..<count).map { ($0 % columns * across, $0 / columns * down) }
    let middle = (x: Double(width - 1) / 2, y: Double(height - 1) / 2)

    var lines = [heading(title)]
    lines += [
      "unset key", "unset grid", "unset border", "unset tics", "unset colorbox", Palette.ink,
      "set margins 1,1,1,3", "set size ratio -1",
      "set xrange [-1:\(columns * across - across + width)]",
      "set yrange [\(rows * down - down + height):\(captions.isEmpty ? -1 : -height / 2)]",
      "set cbrange [0:\(Swift.max(images.max(), 1e-300))]",
    ]
    for ((x, y), (number, caption)) in zip(corners, captions.enumerated()) {
      let colour = marked.contains(number) ? Palette.colour(1) : "'#333333'"
      lines.append(
        "set label \(quoted(caption)) at \(Double(x) + middle.x),\(Double(y) - 0.5 - 0.2 * Double(height)) "
          + "center front noenhanced font ',10' textcolor rgb \(colour)")
    }
    let isColoured = images.rank == 4
    let block =
      isColoured
      ? data.add(
        points(corners, rows * down, columns * across), columns: "x y red green blue", of: title)
      : data.add(
        sheet(corners, rows * down, columns * across).map(\.elements),
        columns: "the sheet row by row, NaN between pictures", of: title)
    let outlines = data.add(
      corners.map { [Double($0) + middle.x, Double($1) + middle.y] }, columns: "x y",
      of: "centres of the pictures")
    return lines + [
      """
      plot \(block) \(isColoured ? "using 1:2:3:4:5 with rgbimage" : "matrix with image pixels"), \\
        \(outlines) using 1:2:(\(Double(width) / 2)):(\(Double(height) / 2)) with boxxyerror \
      fillstyle empty linecolor rgb '#CCCCCC'
      """
    ]
  }

  /// All pictures on one sheet of pixels.
  private func sheet(_ corners: [(Int, Int)], _ height: Int, _ width: Int) -> [NDArray<Double>] {
    var sheet = NDArray<Double>.full([height, width], .nan)
    let (down, across) = (images.shape[1], images.shape[2])
    for (number, (x, y)) in corners.enumerated() {
      sheet[y..<(y + down), x..<(x + across)] = images[number]
    }
    return (0..<height).map { sheet[$0] }
  }

  /// The pixels of the sheet one by one with their colour from 0 to 255, white between the pictures.
  private func points(_ corners: [(Int, Int)], _ height: Int, _ width: Int) -> [[Double]] {
    var sheet = NDArray<Double>.full([3, height, width], 255)
    let (down, across) = (images.shape[2], images.shape[3])
    let colours = (images.clipped(to: 0...1) * 255).rounded()
    for (number, (x, y)) in corners.enumerated() {
      sheet[.all, y..<(y + down), x..<(x + across)] = colours[number]
    }
    let (red, green, blue) = (sheet[0].elements, sheet[1].elements, sheet[2].elements)
    return (0..<(height * width)).map { place in
      [Double(place % width), Double(place / width), red[place], green[place], blue[place]]
    }
  }
}
