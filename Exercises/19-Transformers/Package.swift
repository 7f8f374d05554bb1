// swift-tools-version: 6.2
// Made by `course generate` from Courseware/19-Transformers.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Transformers",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Earlier/Networks"),
    .target(name: "Optimisers", dependencies: ["Networks"] + library, path: "Earlier/Optimisers"),
    .target(name: "Transformers", dependencies: ["Networks", "Optimisers"] + library, path: "Sources"),
    .testTarget(
      name: "TransformersChecks",
      dependencies: [
        "Networks", "Optimisers", "Transformers", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
