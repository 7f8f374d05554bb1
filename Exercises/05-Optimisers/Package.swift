// swift-tools-version: 6.2
// Made by `course generate` from Courseware/05-Optimisers.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Optimisers",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Earlier/Networks"),
    .target(name: "Optimisers", dependencies: ["Networks"] + library, path: "Sources"),
    .testTarget(
      name: "OptimisersChecks",
      dependencies: [
        "Networks", "Optimisers", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
