import Arrays
import CourseKit
import NDArray

/// The only numbers of the run that differ from machine to machine and from run to run.
func timings() {
  section("Times, the shortest of five")
  sumOfSquares()
  product()
}

/// A million squares: by a loop over our own array, over a Swift array, and as one expression.
private func sumOfSquares() {
  var generator = Generator(seed: 0)
  let x = generator.standardNormal([1_000_000])
  let elements = x.elements
  let ours = StridedArray(elements)
  var results: [Double] = []
  let byIndex = fastest {
    var sum = 0.0
    for i in 0..<ours.count { sum += ours[i] * ours[i] }
    results.append(sum)
  }
  let loop = fastest {
    var sum = 0.0
    for value in elements { sum += value * value }
    results.append(sum)
  }
  let vectorised = fastest { results.append(x.dot(x).scalar) }
  print("Σx² of a million, ours[i] in a loop:    \((byIndex * 1e3).text(2)) ms")
  print("a loop over Swift's array:              \((loop * 1e3).text(2)) ms")
  print("x.dot(x):                               \((vectorised * 1e3).text(3)) ms")
  let largest = results.map { abs($0 / results[0] - 1) }.max() ?? 0
  print("all equal to 10⁻¹²:                     \(largest < 1e-12)")
}

/// A product of matrices: by lanes, by three loops in two orders, by BLAS.
private func product() {
  let (n, inner, m) = (400, 600, 500)
  var generator = Generator(seed: 1)
  let (a, b) = (generator.standardNormal([n, inner]), generator.standardNormal([inner, m]))
  let (x, y) = (a.elements, b.elements)
  var results: [[Double]] = []
  let byColumns = fastest { results.append(downTheColumns(x, y, n, inner, m)) }
  let byRows = fastest { results.append(alongTheRows(x, y, n, inner, m)) }
  var blas = a
  let byBLAS = fastest { blas = a.dot(b) }
  print("(400, 600) · (600, 500):")
  print("  three loops, down the columns:        \((byColumns * 1e3).text(1)) ms")
  print("  three loops, along the rows:          \((byRows * 1e3).text(1)) ms")
  print("  a.dot(b), BLAS:                       \((byBLAS * 1e3).text(2)) ms")
  let largest = results.map { abs(NDArray($0, shape: [n, m]) - blas).max() }.max() ?? .infinity
  print("  all equal to 10⁻¹¹:                   \(largest < 1e-11)")

  let (few, others) = (a[0..<20], b[.all, 0..<20])
  let left = StridedArray(few.elements, shape: [20, inner])
  let right = StridedArray(others.elements, shape: [inner, 20])
  var lanes: StridedArray<Double>?
  let byLanes = fastest { lanes = try? left.dot(right) }
  let fast = fastest { blas = few.dot(others) }
  print("(20, 600) · (600, 20), our dot:         \((byLanes * 1e3).text(1)) ms")
  print("  the same by BLAS:                     \((fast * 1e3).text(3)) ms")
  let difference = abs(NDArray(lanes?.elements ?? [], shape: [20, 20]) - blas).max()
  print("  equal to 10⁻¹¹:                       \(difference < 1e-11)")
}

/// $(AB)_{ij}$ one after another: the innermost loop goes down a column of B, m places a step.
private func downTheColumns(
  _ x: [Double], _ y: [Double], _ n: Int, _ inner: Int, _ m: Int
) -> [Double] {
  var result = [Double](repeating: 0, count: n * m)
  for i in 0..<n {
    for j in 0..<m {
      var sum = 0.0
      for k in 0..<inner { sum += x[i * inner + k] * y[k * m + j] }
      result[i * m + j] = sum
    }
  }
  return result
}

/// The same sums, each a little longer at every turn: the innermost loop goes along a row of B.
private func alongTheRows(
  _ x: [Double], _ y: [Double], _ n: Int, _ inner: Int, _ m: Int
) -> [Double] {
  var result = [Double](repeating: 0, count: n * m)
  for i in 0..<n {
    for k in 0..<inner {
      let factor = x[i * inner + k]
      for j in 0..<m { result[i * m + j] += factor * y[k * m + j] }
    }
  }
  return result
}

/// The shortest of five times in seconds.
private func fastest(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<5).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
