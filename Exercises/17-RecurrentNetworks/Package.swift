// swift-tools-version: 6.2
// Made by `course generate` from Courseware/17-RecurrentNetworks.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "RecurrentNetworks",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Earlier/Networks"),
    .target(name: "Optimisers", dependencies: ["Networks"] + library, path: "Earlier/Optimisers"),
    .target(name: "RecurrentNetworks", dependencies: ["Networks", "Optimisers"] + library, path: "Sources"),
    .testTarget(
      name: "RecurrentNetworksChecks",
      dependencies: [
        "Networks", "Optimisers", "RecurrentNetworks", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
