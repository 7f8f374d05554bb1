// What the examples of the documentation speak of and do not declare.

import CourseKit
import Foundation
import NDArray

nonisolated(unsafe) var a: NDArray<Double> = [[4, 1], [2, 3]]
nonisolated(unsafe) var b: NDArray<Double> = [[0.5, 2], [1, 0.25]]
let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")

let iris = try! Datasets.iris()
let (train, test) = (iris, iris)
let labels = iris.targets
let epochs = 3
let trainLoss: NDArray<Double> = [3, 2, 1]
let testLoss: NDArray<Double> = [4, 3, 2]
let confusion = ConfusionMatrix(actual: labels, predicted: labels)
nonisolated(unsafe) var generator = Generator(seed: 0)

let W = NDArray<Double>.ones([4, 3])
let dW = W
func loss(_ x: NDArray<Double>, _ W: NDArray<Double>) -> Double { x.dot(W).sum() }
let x = iris.features

struct Model {
  func predict(_ x: NDArray<Double>) -> NDArray<Int> { x.argMax(axis: 1) }
  func forward(_ x: NDArray<Double>) -> NDArray<Double> { x }
  func backward(_ dY: NDArray<Double>) -> NDArray<Double> { dY }
}
let (model, layer) = (Model(), Model())
