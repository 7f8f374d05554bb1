import Foundation
import NDArray

/// Points on interleaved spiral arms in the plane, one class an arm: no straight line separates them.
///
/// - Returns: the points (arms · count, 2) within the unit circle, with normal `noise` in the angle,
///   and the arm of each.
public func spirals(
  arms: Int, count: Int, noise: Double, seed: Int
) -> (points: NDArray<Double>, labels: NDArray<Int>) {
  var generator = Generator(seed: seed)
  var (coordinates, labels): ([Double], [Int]) = ([], [])
  for arm in 0..<arms {
    let jitter = generator.standardNormal([count]) * noise
    for (i, shake) in jitter.elements.enumerated() {
      let radius = Double(i + 1) / Double(count)
      let turn = 2 * Double.pi * Double(arm) / Double(arms)
      let angle = turn + 4 * radius + shake
      coordinates += [radius * cos(angle), radius * sin(angle)]
      labels.append(arm)
    }
  }
  return (NDArray(coordinates, shape: [arms * count, 2]), NDArray(labels))
}
