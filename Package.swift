// swift-tools-version: 6.2
import PackageDescription

// The units of the course, in order. `after` names the earlier units that a unit imports.
let units: [Unit] = [
  Unit("01", "Arrays"),
  Unit("02", "Regression"),
  Unit("03", "Classification"),
  Unit("04", "Networks"),
  Unit("05", "Optimisers", after: ["Networks"]),
  Unit("06", "Graphs", after: ["Networks"]),
  Unit("07", "Convolution", after: ["Networks", "Optimisers"]),
  Unit("08", "Regularisation", after: ["Networks", "Optimisers", "Convolution"]),
  Unit(
    "09", "TransferLearning",
    after: ["Networks", "Optimisers", "Convolution", "Regularisation"]),
  Unit("15", "Text", after: ["Classification"]),
  Unit("16", "TimeSeries"),
  Unit("17", "RecurrentNetworks", after: ["Networks", "Optimisers"]),
  Unit(
    "18", "SequenceToSequence", after: ["Networks", "Optimisers", "Text", "RecurrentNetworks"]),
  Unit("19", "Transformers", after: ["Networks", "Optimisers"]),
]

// Everything is built once, in the debug configuration, where students live. Arrays are slow in a plain debug
// build, so what students do not write is optimised, each module as a whole, in every configuration.
let optimised: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-O", "-wmo", "-num-threads", "2", "-disable-batch-mode",
      // As an option of the driver it would stand before SwiftPM's own -g, which overrules it.
      "-Xfrontend", "-gline-tables-only",
    ], .when(configuration: .debug))
]

let package = Package(
  name: "NDArray",
  products: [
    .library(name: "NDArray", targets: ["NDArray", "Kernels"]),
    .library(name: "CourseKit", targets: ["CourseKit"]),
    .library(name: "GradedTests", targets: ["GradedTests"]),
    .executable(name: "course", targets: ["course"]),
    .executable(name: "conformance", targets: ["ConformanceTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // `swift package generate-documentation`. No target uses it, so packages that depend on this one do not fetch it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The array library.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    // The loops in C: what they are called, and they themselves. NDArray names the first alone, since a Swift module waits
    // for the objects of a C module that it depends on, and these two are the long ones. Who links NDArray names both.
    .systemLibrary(name: "CKernels"),
    .target(
      name: "Kernels",
      cSettings: [.headerSearchPath("../CKernels"), .unsafeFlags(["-O3", "-g0"])]),
    .target(
      name: "NDArray", dependencies: ["CKernels", "COpenBLAS", "CLAPACKE", "CZlib"],
      swiftSettings: optimised),
    .testTarget(
      name: "NDArrayTests", dependencies: ["NDArray", "fuzz"], exclude: ["References"]),
    // Random arrays against a model of them, and damaged files.
    .executableTarget(
      name: "fuzz", dependencies: ["NDArray", "CourseKit"], path: "Tests/Fuzz",
      swiftSettings: optimised),

    // Cases of NumPy's behaviour, and the tool that holds the library against them.
    .target(name: "Conformance", dependencies: ["NDArray", "Kernels"]),
    .executableTarget(name: "ConformanceTool", dependencies: ["Conformance"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Conformance", "ConformanceTool"],
      exclude: ["References"]),

    // The documentation's code, names and tables, held against the built modules.
    .testTarget(
      name: "DocumentationTests", dependencies: ["NDArray", "CourseKit", "Networks"],
      exclude: ["References"]),

    // What the units share, and what runs and grades them.
    .target(
      name: "CourseKit", dependencies: ["NDArray", "Kernels", "CZlib", "CPNG"],
      resources: [.copy("Data")], swiftSettings: optimised),
    .testTarget(
      name: "CourseKitTests",
      dependencies: ["CourseKit", "GradedTests", "CZlib", "Networks", "Graphs"],
      exclude: ["References"]),
    .target(name: "Grading"),
    .target(name: "GradedTests", dependencies: ["CourseKit", "Grading"]),
    .executableTarget(
      name: "course",
      dependencies: [
        "Grading", "CZlib", .product(name: "Yams", package: "Yams"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // What the first check needs, so that one `swift build` makes the tool beside the library.
    .target(name: "Start", dependencies: ["GradedTests", "course"]),
    .testTarget(
      name: "CourseTests", dependencies: ["course", "Grading", "GradedTests", "CZlib"],
      exclude: ["Grader/Schemas"]),

    // Timings against NumPy and PyTorch.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "NDArray", "CourseKit", "Networks", "Convolution", "RecurrentNetworks", "Transformers",
      ],
      path: "Benchmarks/Sources/benchmarks"),
  ] + units.flatMap(\.targets),
  swiftLanguageModes: [.v6]
)

/// One unit of the course in `Courseware/NUMBER-NAME`: its module, which later units import, the
/// executable that `course run` starts, and its graded tests run on the solution.
///
/// It is no product, for the exercise is a package with a module of the same name, and SwiftPM lets two
/// modules share a name in a graph of packages only while no product leads to one of them.
struct Unit {
  let number: String
  let name: String
  let earlier: [String]

  init(_ number: String, _ name: String, after earlier: [String] = []) {
    (self.number, self.name, self.earlier) = (number, name, earlier)
  }

  var targets: [Target] {
    let folder = "Courseware/\(number)-\(name)"
    let imports = (["NDArray", "CourseKit"] + earlier).map { Target.Dependency(stringLiteral: $0) }
    let this = Target.Dependency(stringLiteral: name)
    return [
      .target(
        name: name, dependencies: imports, path: "\(folder)/Sources", swiftSettings: optimised),
      .executableTarget(
        name: "Run\(name)", dependencies: [this] + imports, path: "\(folder)/Run",
        swiftSettings: optimised),
      .testTarget(
        name: "\(name)Checks", dependencies: [this, "GradedTests"] + imports,
        path: "\(folder)/Tests"),
    ]
  }
}
