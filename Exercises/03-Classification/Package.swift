// swift-tools-version: 6.2
// Made by `course generate` from Courseware/03-Classification.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Classification",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Classification", dependencies: library, path: "Sources"),
    .testTarget(
      name: "ClassificationChecks",
      dependencies: [
        "Classification", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
