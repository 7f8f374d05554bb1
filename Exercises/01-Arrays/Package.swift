// swift-tools-version: 6.2
// Made by `course generate` from Courseware/01-Arrays.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Arrays",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Arrays", dependencies: library, path: "Sources"),
    .testTarget(
      name: "ArraysChecks",
      dependencies: [
        "Arrays", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
