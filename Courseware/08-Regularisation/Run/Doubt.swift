import CourseKit
import NDArray
import Networks
import Optimisers
import Regularisation

/// Monte-Carlo dropout: where thinned networks disagree, the answer is more often wrong; and a digit that is turned is doubted.
func doubt(_ data: NoisyDigits) throws {
  section("Monte-Carlo dropout: 100 passes, dropout 0.4 (seed 0)")
  let remedy = allRemedies.first { $0.name == "dropout 0.4" }!
  let network = remedy.network(0)
  remedy.train(network, data, 0)
  func ask(_ x: NDArray<Float>) -> (right: NDArray<Bool>, doubt: NDArray<Double>) {
    let (mean, variance) = monteCarlo(network, x, passes: 100) { $0.softmax(axis: 1) }
    let answers = mean.argMax(axis: 1)
    let spread = sqrt(variance[NDArray.arange(answers.count), answers])
    return (answers .== data.yTest, spread.asType(Double.self))
  }
  let (right, spread) = ask(data.xTest)
  let plain = inUse(network) { predict(network, data.xTest) }
  print(
    "right: \((plain .== data.yTest).mean().text(3)) in use, \(right.mean().text(3)) by the mean of 100"
  )
  let order = spread.argSorted()
  for (k, name) in ["surest", "second", "third", "least sure"].enumerated() {
    let quarter = order[(90 * k)..<(90 * k + 90)]
    print(
      "the \(name.padding(11)) 90: deviation \(spread[quarter].mean().text(3)), right \(right[quarter].mean().text(3))"
    )
  }
  section("Turned digits: right, and the mean deviation of the answer's probability")
  let angles = [0.0, 15, 30, 45, 60, 75, 90]
  var (shares, doubts): ([Double], [Double]) = ([], [])
  let pictures = data.xTest.reshaped([360, 1, 8, 8])
  for angle in angles {
    let turned = stacked((0..<360).map { rotated(pictures[$0], degrees: angle) })
    let (right, spread) = ask(turned.reshaped([360, 64]))
    shares.append(right.mean())
    doubts.append(spread.mean())
    print(
      "\(angle.text(0).padding(3)) right \(right.mean().text(3)), deviation \(spread.mean().text(3))"
    )
  }
  var first = Plot("Right", x: "degrees", y: "share")
  first.line(NDArray(shares), x: NDArray(angles), marked: true)
  first.yRange = 0...1
  var second = Plot("Doubt: deviation over 100 passes", x: "degrees", y: "deviation")
  second.line(NDArray(doubts), x: NDArray(angles), marked: true)
  try save(Figure(first, second, panelSize: (460, 360)), "doubt")
}
