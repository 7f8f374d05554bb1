import CourseKit
import GradedTests
import NDArray
import Regularisation
import Testing

/// The layout of movements.json.
private struct MovementReferences: Decodable {
  struct Affine: Decodable {
    let degrees, zoom: Double
    let shift, shear, picture: NDArray<Double>
  }
  struct Projective: Decodable { let matrix, columns, rows, picture: NDArray<Double> }
  let picture: NDArray<Double>
  let affine: [Affine]
  let homographies: [Projective]
}

@Suite(.graded) struct MovementChecks {
  private let small: NDArray<Double> = [[[1, 2, 3], [4, 5, 6]]]

  private func expectPoint(
    _ map: Homography, _ x: Double, _ y: Double, _ expected: NDArray<Double>, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let p = map(x: x, y: y)
    expectClose(
      NDArray([p.x, p.y]), expected, "\(what) takes (\(x), \(y)) to", sourceLocation: sourceLocation
    )
  }

  @Test("the lecture's homography takes (10, 20) to (12.73, 19.09)") func homographyOfAPoint() {
    let map = Homography([[1, 0.1, 2], [0, 1, 1], [0.01, 0, 1]])
    expectPoint(map, 10, 20, NDArray([14 / 1.1, 21 / 1.1]), "[[1, .1, 2], [0, 1, 1], [.01, 0, 1]]")
    let back = map.inverse(x: 14 / 1.1, y: 21 / 1.1)
    expectClose(NDArray([back.x, back.y]), [10, 20], "and its inverse brings it back")
  }

  @Test("shift, turn, zoom and shear of single points") func movesOfPoints() {
    expectPoint(.shift(x: 3, y: -2), 10, 20, [13, 18], "a shift by (3, −2)")
    expectPoint(.rotation(degrees: 90), 1, 0, [0, 1], "a quarter turn clockwise (y goes down)")
    expectPoint(
      .rotation(degrees: 30), 2, 0, NDArray([(3.0).squareRoot(), 1]), "a turn of 30 degrees")
    expectPoint(.zoom(1.5), 2, -4, [3, -6], "a zoom by 1.5")
    expectPoint(.shear(x: 45), 5, 2, [3, 2], "a shear of 45° along x, x − y·tan 45°,")
    expectPoint(.shear(x: 0, y: 45), 5, 2, [5, -3], "a shear of 45° along y, y − x·tan 45°,")
    expectPoint(.shear(x: 45, y: 45), 5, 2, [3, -1], "both, along x first,")
    let both = Homography.rotation(degrees: 90).after(.shift(x: 1, y: 0))
    expectPoint(both, 2, 0, [0, 3], "a turn after a shift: first (3, 0), then turned,")
  }

  @Test("where pixels come from: the middle stays, the way goes backwards") func sourcesOfPixels() {
    let (columns, rows) = sources(height: 2, width: 3, of: .shift(x: 1, y: 0.5))
    expectClose(
      columns, [[-1, 0, 1], [-1, 0, 1]], "columns for a shift to the right by 1: from the left")
    expectClose(
      rows, [[-0.5, -0.5, -0.5], [0.5, 0.5, 0.5]], "rows for a shift down by ½: from above")
    let zoom = sources(height: 3, width: 5, of: .zoom(2))
    expectClose(
      zoom.columns[0], [1, 1.5, 2, 2.5, 3],
      "columns for a zoom by 2: half as far from the middle, 2")
    expectClose(zoom.rows[.all, 0], [0.5, 1, 1.5], "rows for a zoom by 2: the middle is 1")
    let horizon = Homography([[1, 0, 0], [0, 1, 0], [1, 0, 1]])
    let far = sources(height: 1, width: 5, of: horizon)
    let areFinite = far.columns.elements.allSatisfy { $0.isFinite }
    #expect(areFinite, "a pixel on the horizon (w = 0) comes from outside, not from NaN")
    expectClose(
      far.columns[0], NDArray([4.0 / 3, 1.5, 2, -2, -2]),
      "x/(1 − x) for x = −2, −1, 0 and −2 (outside) for x = 1, 2 where w ≤ 0: columns")
    let bent = sources(height: 3, width: 5, of: horizon)
    expectClose(
      bent.rows[.all, 4], [-2, -2, -2], "the rows beyond the horizon are −2, outside, as well")
    expectClose(
      bent.rows[.all, 0], NDArray([2.0 / 3, 1, 4.0 / 3]),
      "y/(1 − x) and the middle row 1, for x = −2")
  }

  @Test("colours between pixels, and beyond the border") func bilinearByHand() {
    let picture: NDArray<Double> = [[[0, 10], [20, 50]], [[1, 1], [1, 1]]]
    let columns: NDArray<Double> = [0, 1, 0.25, 0.25, 1]
    let rows: NDArray<Double> = [0, 1, 0, 0.5, 0.75]
    let colours = bilinear(picture, columns: columns, rows: rows)
    expectShape(colours, [2, 5], "two channels at five places")
    expectClose(
      colours[0], [0, 50, 2.5, 15, 40], "¼ to the right; and half-way down between 2.5 and 27.5")
    expectClose(colours[1], [1, 1, 1, 1, 1], "a channel of 1s stays 1: the four weights sum to 1")
    let outside = bilinear(picture, columns: [-0.25, 1.5, -2, 5], rows: [0, 1, 0, 0], fill: 8)
    expectClose(
      outside[0], [2, 29, 8, 8], "half outside is half `fill`; wholly outside is all `fill`")
    let edge = bilinear(picture, columns: [0, 0], rows: [-0.5, 1.5])
    expectClose(edge[0], [0, 10], "above and below, with fill 0")
    let single = bilinear(picture.asType(Float.self), columns: columns, rows: rows)
    expectFloat(single, colours, "colours between pixels")
  }

  @Test("flips exchange columns, rows") func flipsOfAPicture() {
    expectEqual(flippedHorizontally(small), [[[3, 2, 1], [6, 5, 4]]], "left and right exchanged")
    expectEqual(flippedVertically(small), [[[4, 5, 6], [1, 2, 3]]], "top and bottom exchanged")
    let two: NDArray<Double> = [[[1, 2]], [[3, 4]]]
    expectEqual(flippedHorizontally(two), [[[2, 1]], [[4, 3]]], "two channels keep their order")
    expectEqual(flippedVertically(two), two, "a single row, flipped vertically")
  }

  @Test("shift, quarter turn, zoom and shear of a small picture") func movedPictures() {
    expectClose(shifted(small, x: 1, y: 0), [[[0, 1, 2], [0, 4, 5]]], "one pixel to the right")
    expectClose(
      shifted(small, x: 0, y: -1, fill: 9), [[[4, 5, 6], [9, 9, 9]]], "one pixel up, fill 9")
    expectClose(
      shifted(small, x: 0.5, y: 0), [[[0.5, 1.5, 2.5], [2, 4.5, 5.5]]], "half a pixel to the right")
    let square: NDArray<Double> = [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]
    expectClose(
      rotated(square, degrees: 90), [[[7, 4, 1], [8, 5, 2], [9, 6, 3]]], "a quarter turn clockwise")
    expectClose(rotated(square, degrees: 0), square, "no turn at all")
    expectClose(
      zoomed(square, by: 2), [[[3, 3.5, 4], [4.5, 5, 5.5], [6, 6.5, 7]]],
      "twice as large about the middle")
    expectClose(
      zoomed(square, by: 0.5, fill: 7), [[[7, 7, 7], [7, 5, 7], [7, 7, 7]]],
      "half as large, fill 7 around it")
    expectClose(
      rotated([[[1, 2, 3]]], degrees: 90, fill: 7), [[[7, 2, 7]]],
      "a quarter turn of a row, fill 7 where nothing came from")
    expectClose(
      sheared(square, x: 45), [[[0, 1, 2], [4, 5, 6], [8, 9, 0]]], "a shear of 45° along x")
    expectClose(
      sheared(square, x: 0, y: 45, fill: -1), [[[-1, 2, 6], [1, 5, 9], [4, 8, -1]]],
      "a shear of 45° along y")
    expectFloat(
      rotated(square.asType(Float.self), degrees: 90), [[[7, 4, 1], [8, 5, 2], [9, 6, 3]]],
      "a quarter turn")
  }

  @Test("agrees with torchvision's affine and PyTorch's grid_sample") func movementsAgainstPyTorch()
    throws
  {
    let references: MovementReferences = try reference("movements.json")
    for stored in references.affine {
      let (dx, dy) = (stored.shift[0] as Double, stored.shift[1] as Double)
      let (sx, sy) = (stored.shear[0] as Double, stored.shear[1] as Double)
      let map = Homography.shift(x: dx, y: dy).after(.rotation(degrees: stored.degrees))
        .after(.zoom(stored.zoom)).after(.shear(x: sx, y: sy))
      expectClose(
        warped(references.picture, by: map), stored.picture,
        "turn \(stored.degrees)°, shift \(dx), \(dy), zoom \(stored.zoom), shear \(sx)°, \(sy)°")
    }
    for stored in references.homographies {
      let map = Homography(stored.matrix)
      let (columns, rows) = sources(height: 6, width: 7, of: map)
      expectClose(columns, stored.columns, "the columns that pixels come from")
      expectClose(rows, stored.rows, "the rows that pixels come from")
      expectClose(warped(references.picture, by: map), stored.picture, "a homography")
    }
  }
}
