import Convolution
import CourseKit
import NDArray
import Networks

/// A convolution as a linear layer whose matrix has bands.
func matrices() throws {
  section("A convolution is a matrix")
  let kernel: NDArray<Double> = [[1, 2], [0, -1]]
  let small = bandedMatrix(of: kernel, height: 3, width: 3)
  for row in 0..<4 {
    print(
      "  "
        + small[row].elements.map { ($0 < 0 ? "" : " ") + $0.text(0) }.joined(separator: " "))
  }
  let x = NDArray<Double>.arange(1.0, 10.0, 1.0)
  print("M·(1, …, 9) = \(text(small.dot(x)))")

  var generator = Generator(seed: 0)
  let square = generator.standardNormal([3, 3])
  let m = bandedMatrix(of: square, height: 8, width: 8)
  let share = 100 * Double(m.countNonzero()) / Double(m.count)
  print(
    "3 × 3 on 8 × 8: \(m.shape[0]) × \(m.shape[1]) = \(m.count) numbers, \(m.countNonzero()) not 0 "
      + "(\(share.text(1)) %), 9 different")
  var map = HeatMap(
    m, title: "A 3 × 3 kernel on 8 × 8 pixels as a matrix", x: "pixel", y: "output")
  map.rowNames = (0..<36).map { $0 % 6 == 0 ? "\($0)" : "" }
  map.columnNames = (0..<64).map { $0 % 8 == 0 ? "\($0)" : "" }
  map.format = nil
  try save(Figure(map, panelSize: (760, 470)), "bands")
}

/// The table of the lecture's network, of ours for the digits, and what fully connected ones of the same task have.
func tables() {
  var generator = Generator(seed: 0)
  section("The lecture's network")
  let lecture: Sequential<Float> = lectureNetwork(classes: 3, using: &generator)
  print(summary(of: lecture, input: [3, 32, 32]))
  print(
    "one number before the linear layer sees \(receptiveField([(5, 4), (3, 1), (4, 4)])) × 25 pixels"
  )
  let mlp = Sequential<Float>([
    Linear(3072, 32, .he, using: &generator), Activate(.relu),
    Linear(32, 3, .he, using: &generator),
  ])
  print("the MLP 3072-32-3: \(mlp.parameterCount) parameters")
  section("The digits' network")
  print(summary(of: digitsNetwork(using: &generator) as Sequential<Float>, input: [1, 8, 8]))
}
