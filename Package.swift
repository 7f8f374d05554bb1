// swift-tools-version: 6.2
import PackageDescription

// Arrays are slow in a plain debug build, where students live, so the library is
// optimised as one module in every configuration.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))
]

let package = Package(
  name: "NDArray",
  products: [
    .library(name: "NDArray", targets: ["NDArray"]),
    .library(name: "CourseKit", targets: ["CourseKit"]),
    .library(name: "GradedTests", targets: ["GradedTests"]),
    .executable(name: "course", targets: ["course"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // The array library.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .target(name: "NDArray", dependencies: ["COpenBLAS", "CLAPACKE"], swiftSettings: optimised),
    .testTarget(name: "NDArrayTests", dependencies: ["NDArray"]),

    // What the units share, and what runs and grades them.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CourseKit", dependencies: ["NDArray", "CZlib"]),
    .testTarget(name: "CourseKitTests", dependencies: ["CourseKit"]),
    .target(
      name: "Grading",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),
    .target(name: "GradedTests", dependencies: ["CourseKit", "Grading"]),
    .executableTarget(
      name: "course",
      dependencies: [
        "Grading", .product(name: "Yams", package: "Yams"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "CourseTests", dependencies: ["course", "Grading"]),
  ],
  swiftLanguageModes: [.v6]
)
