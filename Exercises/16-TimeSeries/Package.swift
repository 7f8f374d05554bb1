// swift-tools-version: 6.2
// Made by `course generate` from Courseware/16-TimeSeries.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "TimeSeries",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "TimeSeries", dependencies: library, path: "Sources"),
    .testTarget(
      name: "TimeSeriesChecks",
      dependencies: [
        "TimeSeries", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
