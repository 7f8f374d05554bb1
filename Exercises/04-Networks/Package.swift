// swift-tools-version: 6.2
// Made by `course generate` from Courseware/04-Networks.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Networks",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Sources"),
    .testTarget(
      name: "NetworksChecks",
      dependencies: [
        "Networks", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
