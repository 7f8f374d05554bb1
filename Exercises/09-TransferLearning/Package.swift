// swift-tools-version: 6.2
// Made by `course generate` from Courseware/09-TransferLearning.
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "TransferLearning",
  dependencies: [.package(name: "NDArray", path: "../..")],
  targets: [
    .target(name: "Networks", dependencies: library, path: "Earlier/Networks"),
    .target(name: "Optimisers", dependencies: ["Networks"] + library, path: "Earlier/Optimisers"),
    .target(name: "Convolution", dependencies: ["Networks", "Optimisers"] + library, path: "Earlier/Convolution"),
    .target(name: "Regularisation", dependencies: ["Networks", "Optimisers", "Convolution"] + library, path: "Earlier/Regularisation"),
    .target(name: "TransferLearning", dependencies: ["Networks", "Optimisers", "Convolution", "Regularisation"] + library, path: "Sources"),
    .testTarget(
      name: "TransferLearningChecks",
      dependencies: [
        "Networks", "Optimisers", "Convolution", "Regularisation", "TransferLearning", .product(name: "GradedTests", package: "NDArray"),
      ] + library,
      path: "Tests"),
  ],
  swiftLanguageModes: [.v6]
)
