// swift-tools-version: 6.2
// Made by `course generate` from Courseware/18-SequenceToSequence.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "SequenceToSequence",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Classification", dependencies: library, path: "Earlier/Classification"),
    .target(name: "Networks", dependencies: ["Classification"] + library, path: "Earlier/Networks"),
    .target(name: "Optimisers", dependencies: ["Classification", "Networks"] + library, path: "Earlier/Optimisers"),
    .target(name: "Text", dependencies: ["Classification", "Networks", "Optimisers"] + library, path: "Earlier/Text"),
    .target(name: "RecurrentNetworks", dependencies: ["Classification", "Networks", "Optimisers", "Text"] + library, path: "Earlier/RecurrentNetworks"),
    .target(name: "SequenceToSequence", dependencies: ["Classification", "Networks", "Optimisers", "Text", "RecurrentNetworks"] + library, path: "Sources"),
    .testTarget(
      name: "SequenceToSequenceChecks",
      dependencies: [
        "Classification", "Networks", "Optimisers", "Text", "RecurrentNetworks", "SequenceToSequence", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
