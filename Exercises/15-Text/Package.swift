// swift-tools-version: 6.2
// Made by `course generate` from Courseware/15-Text.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Text",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Classification", dependencies: library, path: "Earlier/Classification"),
    .target(name: "Text", dependencies: ["Classification"] + library, path: "Sources"),
    .testTarget(
      name: "TextChecks",
      dependencies: [
        "Classification", "Text", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
