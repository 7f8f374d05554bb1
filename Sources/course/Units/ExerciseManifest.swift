/// The `Package.swift` of an exercise.
///
/// The units that it imports come as links to their worked sources: the root package cannot offer them as
/// products, for then it could not have a module of the same name as the exercise's own.
struct ExerciseManifest {
  let unit: CourseUnit
  /// Every unit that this one needs, in order.
  let earlier: [CourseUnit]
  let repository: String

  var text: String {
    """
    // swift-tools-version: 6.2
    // Made by `course generate` from Courseware/\(unit.folderName).
    import PackageDescription

    let library: [Target.Dependency] = [
      .product(name: "NDArray", package: "NDArray"),
      .product(name: "CourseKit", package: "NDArray"),
    ]

    let package = Package(
      name: "\(unit.name)",
      dependencies: [.package(name: "NDArray", path: "\(repository)")],
      targets: [
    \(targets)
        .testTarget(
          name: "\(unit.name)Checks",
          dependencies: [
            \(names(earlier + [unit])), .product(name: "GradedTests", package: "NDArray"),
          ] + library,
          path: "Tests"),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private var targets: String {
    (earlier.indices.map { target(earlier[$0], after: earlier[..<$0], at: "Earlier/") }
      + [target(unit, after: earlier[...], at: nil)]).joined(separator: "\n")
  }

  private func target(
    _ unit: CourseUnit, after earlier: ArraySlice<CourseUnit>, at folder: String?
  ) -> String {
    let dependencies = earlier.isEmpty ? "library" : "[\(names(Array(earlier)))] + library"
    let path = folder.map { $0 + unit.name } ?? "Sources"
    return """
          .target(name: "\(unit.name)", dependencies: \(dependencies), path: "\(path)"),
      """
  }

  private func names(_ units: [CourseUnit]) -> String {
    units.map { "\"\($0.name)\"" }.joined(separator: ", ")
  }
}
