import NDArray

/// Pictures, and the class of each.
///
/// ```swift
/// let digits = try Datasets.mnist().train
/// let x: NDArray<Float> = digits.values()  // from 0 to 1
/// print(x.shape)  // [4000, 1, 28, 28]
/// ```
public struct Pictures: Sendable {
  /// One number a pixel and channel from 0 to 255, shape (pictures, height, width) for grey pictures, else
  /// (pictures, channels, height, width).
  public var pixels: NDArray<UInt8>
  /// The class of each picture, shape (pictures).
  public var labels: NDArray<Int>
  /// What each picture shows, in words, or none at all.
  public var names: [String]
  /// The names of the classes.
  public let classNames: [String]
  /// What the pictures are, in a sentence.
  public let summary: String
  /// Where they come from and on what terms they may be passed on.
  public let origin: String

  /// Traps unless there is one label for each picture, and one name or none.
  public init(
    pixels: NDArray<UInt8>, labels: NDArray<Int>, names: [String] = [], classNames: [String],
    summary: String = "", origin: String = ""
  ) {
    require(
      (3...4).contains(pixels.rank) && labels.shape == [pixels.shape[0]],
      "Pictures: pixels \(pixels.shape) and labels \(labels.shape) do not fit")
    require(
      names.isEmpty || names.count == labels.count,
      "Pictures: \(names.count) names for \(labels.count) pictures")
    (self.pixels, self.labels, self.names) = (pixels, labels, names)
    (self.classNames, self.summary, self.origin) = (classNames, summary, origin)
  }

  /// The number of pictures.
  public var count: Int { labels.count }

  /// The pictures at these positions, in their order. Complexity: O(pixels of them).
  public subscript(_ positions: NDArray<Int>) -> Pictures {
    var chosen = self
    chosen.pixels = pixels[positions]
    chosen.labels = labels[positions]
    if !names.isEmpty { chosen.names = positions.elements.map { names[$0] } }
    return chosen
  }

  /// The pictures of some classes, which are numbered anew in the order given here: the lecture's network sorts
  /// `cifar100.choosing([0, 55, 58])`.
  public func choosing(_ classes: [Int]) -> Pictures {
    for label in classes {
      require(
        classNames.indices.contains(label),
        "Pictures: there is no class \(label) of \(classNames.count)")
    }
    let positions = labels.elements.indices.filter { classes.contains(labels[$0]) }
    let chosen = self[NDArray(positions)]
    return Pictures(
      pixels: chosen.pixels,
      labels: NDArray(chosen.labels.elements.map { classes.firstIndex(of: $0)! }),
      names: chosen.names, classNames: classes.map { classNames[$0] }, summary: summary,
      origin: origin)
  }

  /// The pixels as a network takes them: from 0 to 1, shape (pictures, channels, height, width), one channel for grey.
  public func values<Element: NDFloat>(as type: Element.Type = Element.self) -> NDArray<Element> {
    let values = pixels.asType(Element.self) / 255
    let shape = pixels.shape
    return pixels.rank == 4 ? values : values.reshaped([shape[0], 1, shape[1], shape[2]])
  }

  /// Pictures of red, green, blue and opacity laid over a background: $\alpha c + (1-\alpha)b$, shape (pictures, 3, height, width), from
  /// 0 to 1.
  ///
  /// - Parameter background: one grey, a colour of shape (3, 1, 1), or a picture for each, (pictures, 3, height, width).
  public func over<Element: NDFloat>(_ background: NDArray<Element>) -> NDArray<Element> {
    require(
      pixels.rank == 4 && pixels.shape[1] == 4,
      "Pictures.over: red, green, blue and opacity are needed, got pixels \(pixels.shape)")
    let values = values(as: Element.self)
    let opacity = values[.all, 3..<4]
    return values[.all, 0..<3] * opacity + background * (1 - opacity)
  }

  /// Parts the pictures at random, each class in the same share; see
  /// ``trainTestSplit(stratifiedBy:testFraction:using:)``.
  public func stratifiedSplit(
    testFraction: Double = 0.2, using generator: inout Generator
  ) -> Split<Pictures> {
    let parts = trainTestSplit(stratifiedBy: labels, testFraction: testFraction, using: &generator)
    return Split(train: self[parts.train], test: self[parts.test])
  }
}
