// swift-tools-version: 6.2
// Made by `course generate` from Courseware/06-Graphs.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Graphs",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Earlier/Networks"),
    .target(name: "Graphs", dependencies: ["Networks"] + library, path: "Sources"),
    .testTarget(
      name: "GraphsChecks",
      dependencies: [
        "Networks", "Graphs", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
