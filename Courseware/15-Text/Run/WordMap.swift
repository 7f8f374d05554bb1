import CourseKit
import NDArray

/// Words at their places in the plane, each group in its colour. A word that would cover another is moved up or down, with a line to its place.
struct WordMap: Panel {
  var title: String
  /// Words, places (words, 2), and the group of each.
  var words: [String]
  var places: NDArray<Double>
  var groups: [Int]

  private static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#AA3377", "#8C6D00", "#444444", "#2A8FBD", "#CC5599",
  ]

  func script(_ data: inout FigureData) -> [String] {
    let points = unit()
    var lines = [
      "set title '\(title)' noenhanced font ',13' textcolor rgb '#222222'", "unset key",
      "unset tics", "unset grid", "unset border", "set margins 1,1,1,3",
      "set xrange [-0.03:1.12]", "set yrange [-0.13:1.05]",
    ]
    for (i, place) in labels(at: points).enumerated() {
      let colour = Self.colours[groups[i] % Self.colours.count]
      let point = points[i]
      lines.append(
        "set label \(i + 1) '' at \(point.x),\(point.y) "
          + "point pointtype 7 pointsize 0.5 linecolor rgb '\(colour)'")
      if place.y != point.y {
        lines.append(
          "set arrow from \(point.x),\(point.y) to \(place.x),\(place.y) nohead "
            + "linewidth 0.7 linecolor rgb '#BBBBBB'")
      }
      lines.append(
        "set label \(i + 1001) '\(words[i])' at \(place.x),\(place.y) left offset 0.2,0 noenhanced "
          + "font ',10' textcolor rgb '\(colour)'")
    }
    return lines + ["plot NaN notitle"]
  }

  /// The places between 0 and 1.
  private func unit() -> [(x: Double, y: Double)] {
    let low = places.min(axis: 0)
    let scaled = (places - low) / (places.max(axis: 0) - low)
    return words.indices.map { (scaled[$0, 0].scalar, scaled[$0, 1].scalar) }
  }

  /// Where each word begins: right of its point, or the nearest free line above or below.
  private func labels(at points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let height = 0.029
    var taken: [(left: Double, right: Double, y: Double)] = []
    var places = points
    for i in points.indices.sorted(by: { (points[$0].y, $0) > (points[$1].y, $1) }) {
      let left = points[i].x + 0.012
      let right = left + 0.0125 * Double(words[i].count)
      var y = points[i].y
      for step in 1...60 {
        let isTaken = taken.contains {
          $0.left < right && left < $0.right && abs($0.y - y) < height
        }
        if !isTaken { break }
        let distance = height / 2 * Double((step + 1) / 2)
        y = points[i].y + (step % 2 == 0 ? distance : -distance)
      }
      taken.append((left, right, y))
      places[i] = (left, y)
    }
    return places
  }
}

/// The two directions in which the rows of `x` differ most: (rows, 2). The sign of each is chosen so that its largest element is
/// positive.
func plane(_ x: NDArray<Double>) throws -> NDArray<Double> {
  let centred = x - x.mean(axis: 0)
  let (_, _, vt) = try Linalg.svd(centred, fullMatrices: false)
  var places = centred.dot(vt[..<2].T)
  for axis in 0..<2 {
    let column = places[.all, axis]
    if -column.min() > column.max() { places[.all, axis] = -column }
  }
  return places
}
