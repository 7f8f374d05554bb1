import Foundation

/// A manifest for an exercise that links the library as it is built already, so that plain `swift test` there compiles
/// only the exercise. `Package.swift`, which is committed, builds the library from its sources.
///
/// SwiftPM takes `Package@swift-6.swift` before `Package.swift`.
struct BuiltManifest {
  static let name = "Package@swift-6.swift"

  let unit: CourseUnit
  let compilerArguments: [String]
  let linkerArguments: [String]

  /// Writes it into the exercise.
  func write() throws {
    try GeneratedItem.file(Data(text.utf8)).write(
      to: unit.exercise.appendingPathComponent(Self.name))
  }

  var text: String {
    """
    // swift-tools-version: 6.2
    // Made by `./course check` and not committed: takes the library as it is built already. After a change of the
    // library, or without .build, run `./course check` once more, or remove this file.
    import PackageDescription

    let library: [SwiftSetting] = [.unsafeFlags(\(list(compilerArguments)))]

    let package = Package(
      name: "\(unit.name)",
      targets: [
        .target(name: "\(unit.name)", path: "Sources", swiftSettings: library),
        .testTarget(
          name: "\(unit.name)Checks", dependencies: ["\(unit.name)"], path: "Tests", swiftSettings: library,
          linkerSettings: [.unsafeFlags(\(list(linkerArguments)))]),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  private func list(_ arguments: [String]) -> String {
    "[" + arguments.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
