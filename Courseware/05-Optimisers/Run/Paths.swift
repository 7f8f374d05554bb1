import CourseKit
import NDArray
import Optimisers

/// The rules side by side on four landscapes.
func paths() throws {
  section("Paths on four surfaces")
  let walks: [(Surface, NDArray<Double>, Int, ClosedRange<Double>, ClosedRange<Double>)] = [
    (.bowl, [-1.5, 1.2], 60, -2...1, -1...1.6), (.ravine, [-1.8, 1], 60, -2...1, -1.3...1.3),
    (.saddle, [-1.5, 0.001], 60, -1.8...0.8, -0.4...1.8),
    (.valley, [-1.2, 1], 300, -1.6...1.6, -0.6...1.8),
  ]
  let rates: [String: [Surface: Double]] = [
    "descent": [.bowl: 0.1, .ravine: 0.1, .saddle: 0.1, .valley: 0.001],
    "momentum": [.bowl: 0.05, .ravine: 0.03, .saddle: 0.05, .valley: 0.0003],
    "Nesterov": [.bowl: 0.05, .ravine: 0.03, .saddle: 0.05, .valley: 0.0003],
    "AdaGrad": [.bowl: 0.3, .ravine: 0.3, .saddle: 0.3, .valley: 0.3],
    "RMSProp": [.bowl: 0.05, .ravine: 0.05, .saddle: 0.05, .valley: 0.02],
    "Adam": [.bowl: 0.1, .ravine: 0.1, .saddle: 0.1, .valley: 0.1],
  ]
  print(
    "height reached".padding(18),
    walks.map { "\($0.0.rawValue), \($0.2) steps".padding(20) }.joined())
  var last: [String: [Double]] = [:]
  var (panels, heights): ([any Panel], [any Panel]) = ([], [])
  for (surface, start, steps, x, y) in walks {
    var height = Plot("\(surface.rawValue)", x: "step", y: "height above the lowest point")
    height.yScale = .logarithmic
    height.yRange = surface == .valley ? 0.1...100 : 1e-6...10
    for group in [["descent", "momentum", "Nesterov"], ["AdaGrad", "RMSProp", "Adam"]] {
      var plot = Plot("\(surface.rawValue): \(group.joined(separator: ", "))", x: "x", y: "y")
      plot.contours(of: surface, x: x, y: y)
      for name in group {
        let (rule, rate) = (rules.first { $0.name == name }!.rule, rates[name]![surface]!)
        let path = surface.path(of: rule, from: start, rate: rate, steps: steps)
        last[name, default: []].append(surface.value(path[steps]))
        plot.line(
          path[.all, 1], x: path[.all, 0], label: "\(name), η = \(rate)", marked: steps < 100)
        height.line(
          NDArray((0...steps).map { surface.value(path[$0]) - surface.floor }),
          label: "\(name), η = \(rate)",
          dashed: group[0] == "AdaGrad")
      }
      plot.xRange = x
      plot.yRange = y
      panels.append(plot)
    }
    heights.append(height)
  }
  for name in ["descent", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam"] {
    print(name.padding(18), last[name]!.map { $0.text(6).padding(20) }.joined())
  }
  try save(Figure(panels: panels, columns: 2, panelSize: (620, 400)), "paths")
  try save(Figure(panels: heights, columns: 2, panelSize: (620, 380)), "heights")
}

extension Surface {
  /// The height of the lowest point.
  fileprivate var floor: Double { self == .saddle ? -0.25 : 0 }
}

extension Plot {
  /// The ground in grey bands of equal height (of its square root, so that the bottom shows).
  fileprivate mutating func contours(
    of surface: Surface, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) {
    regions(x: x, y: y, resolution: 200) { points in
      NDArray(
        (0..<points.shape[0]).map { i in
          let height = (surface.value(points[i]) - surface.floor).squareRoot()
          return Int(height * (surface == .valley ? 0.7 : 5)) % 2 == 0 ? 8 : 9
        })
    }
  }
}
