import Arrays
import CourseKit
import NDArray

/// The slides on arithmetic: element by element, and the table of operators.
func arithmetic() throws {
  section("Arithmetic, element by element")
  let data: NDArray<Double> = [1, 2]
  let ones = NDArray.ones([2])
  let (ours, oursOnes) = (StridedArray([1.0, 2]), StridedArray([1.0, 1]))
  show("data + ones", data + ones, ours: try elementwise(ours, oursOnes, +))
  show("data - ones", data - ones, ours: try elementwise(ours, oursOnes, -))
  show("data * data", data * data, ours: try elementwise(ours, ours, *))
  show("data / data", data / data, ours: try elementwise(ours, ours, /))
  let factor = StridedArray([1.6], shape: [])
  show("data * 1.6", data * 1.6, ours: try elementwise(ours, factor, *))
  show("-data", -data)

  section("The table of operators")
  let (a, b): (NDArray<Int>, NDArray<Int>) = ([3, 9, -7, 7, -7], [2, 4, 2, -2, -2])
  let (x, y) = (StridedArray(a.elements), StridedArray(b.elements))
  show("a", a)
  show("b", b)
  show("a / b", a / b)
  let floored = try elementwise(x, y) { flooredDivision($0, $1).quotient }
  show("floorDivide(a, b)", floorDivide(a, b), ours: floored)
  let remainders = try elementwise(x, y) { flooredDivision($0, $1).remainder }
  show("a % b", a % b, ours: remainders)
  show("Swift's own a / b, a % b", zip(a.elements, b.elements).map { [$0 / $1, $0 % $1] })
  show("2 ** 3", NDArray(2) ** 3)
  let (quotient, remainder) = flooredDivision(1.0, 0.1)
  show("1 // 0.1 and 1 % 0.1", "\(quotient) and \(remainder)")
  show("floor(1 / 0.1)", (1 / 0.1).rounded(.down))
}
