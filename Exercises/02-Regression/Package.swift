// swift-tools-version: 6.2
// Made by `course generate` from Courseware/02-Regression.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Regression",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Regression", dependencies: library, path: "Sources"),
    .testTarget(
      name: "RegressionChecks",
      dependencies: [
        "Regression", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
