// swift-tools-version: 6.2
import PackageDescription

let library: [Target.Dependency] = [
  .product(name: "NDArray", package: "NDArray"),
  .product(name: "CourseKit", package: "NDArray"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "NDArray", path: "..")],
  targets: [
    .executableTarget(name: "benchmarks", dependencies: ["Networks"] + library),
    // A link to the sources of unit 04, whose module the root package does not offer.
    .target(name: "Networks", dependencies: library),
  ],
  swiftLanguageModes: [.v6]
)
