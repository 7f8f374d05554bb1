#!/usr/bin/env -S ./course script
import CourseKit
import Foundation
import NDArray

// Linear regression in closed form on real data: how far is diabetes after a year?
// Run it from the repository's folder: ./course script Scripts/NormalEquation.swift

let diabetes = try Datasets.diabetes()
var generator = Generator(seed: 0)
let split = diabetes.trainTestSplit(using: &generator)

// The model is y = Xw: standardised features, and a column of ones for the constant.
let scaled = Standardiser(fitting: split.train.features)
func withConstant(_ x: NDArray<Double>) -> NDArray<Double> {
  concatenated([NDArray.ones([x.shape[0], 1]), scaled(x)], axis: 1)
}
let (X, y) = (withConstant(split.train.features), split.train.targets)
let (XTest, yTest) = (withConstant(split.test.features), split.test.targets)

// The normal equation XᵀXw = Xᵀy: the gradient of ‖Xw − y‖² is zero there. It is solved, not inverted.
let w = try Linalg.solve(X.T.dot(X), X.T.dot(y))

// Least squares by the singular values of X itself, which does not square its condition number.
let best = try Linalg.lstsq(X, y).solution

func print(_ columns: String..., number: Double) {
  let name = columns[0].padding(toLength: 22, withPad: " ", startingAt: 0)
  print(name + String(format: "%9.3f", number))
}

print(
  "\(diabetes.summary): \(split.train.count) people to learn from, \(split.test.count) to test\n")
for (name, weight) in zip(["constant"] + diabetes.featureNames, w.elements) {
  print(name, number: weight)
}

func r2(_ predicted: NDArray<Double>, _ actual: NDArray<Double>) -> Double {
  1 - square(actual - predicted).mean() / actual.variance()
}
let errors = XTest.dot(w) - yTest
print("")
print("R², training", number: r2(X.dot(w), y))
print("R², test", number: r2(XTest.dot(w), yTest))
print("mean |error|, test", number: abs(errors).mean())
print("always the mean", number: abs(yTest - y.mean()).mean())
print("\nlargest difference to lstsq: \(abs(w - best).max())")
