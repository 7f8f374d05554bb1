#!/usr/bin/env -S ./course script
import CourseKit
import NDArray

// Two irises in a picture: measurements, the classes that nearest neighbours give the plane, and a histogram.
// Run it from the repository's folder: ./course script Scripts/Plot.swift [FOLDER]

let folder = CommandLine.arguments.dropFirst().first ?? "Figures"
let iris = try Datasets.iris()
let petals = iris.features[.all, 2...]

/// The most frequent class among the `k` irises whose petals are most like each point's.
func nearestNeighbours(_ points: NDArray<Double>, k: Int = 7) -> NDArray<Int> {
  let differences = points.expandedDimensions(axis: 1) - petals  // [points, irises, 2]
  var distances = square(differences).sum(axis: 2)
  var votes = NDArray.zeros([points.shape[0], iris.classNames.count])
  let rows = NDArray.arange(points.shape[0])
  for _ in 0..<k {
    let nearest = distances.argMin(axis: 1)
    votes += oneHot(iris.targets[nearest], classes: iris.classNames.count)
    distances[rows, nearest] = .infinity
  }
  return votes.argMax(axis: 1)
}

var plane = Plot("Seven nearest neighbours", x: "petal length (cm)", y: "petal width (cm)")
plane.regions(x: 0.5...7.5, y: 0...2.8, resolution: 150) { nearestNeighbours($0) }
plane.points(petals, labels: iris.targets, names: iris.classNames)

var lengths = Plot("One measurement alone", x: "petal length (cm)", y: "density")
for (label, name) in iris.classNames.enumerated() {
  lengths.histogram(petals[iris.targets .== label, 0], bins: 8, label: name)
}

for file in try Figure(plane, lengths).save("\(folder)/iris") { print(file) }
