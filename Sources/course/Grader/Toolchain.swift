import Foundation
import Grading

/// Where the compiler is.
struct Toolchain: Sendable {
  /// The folder that has `usr/bin/swiftc` in it, or a folder around it.
  let root: URL
  /// The triple that it compiles for.
  let target: String
  /// `6.2.1`
  let version: String
  private let programs: URL

  /// Asks the `swiftc` in PATH, or another, which may be a proxy that starts the compiler proper, as swiftly's is.
  ///
  /// - Throws: ``Failure`` if there is none, or none that says where it is.
  init(swiftc: String = "swiftc") throws {
    guard swiftc.contains("/") || Self.find(swiftc) != nil else {
      throw Failure("there is no swiftc in PATH")
    }
    let answer = try Tool.capture([swiftc, "-print-target-info"])
    guard answer.status == 0,
      let start = answer.output.firstIndex(of: "{"),
      let information = try? JSONDecoder().decode(
        TargetInformation.self, from: Data(answer.output[start...].utf8))
    else { throw Failure("swiftc -print-target-info says nothing of use:\n\(answer.output)") }
    target = information.target.triple
    version = information.compilerVersion.firstMatch(of: /\d+(\.\d+)+/).map { String($0.0) } ?? ""
    // …/usr/lib/swift
    let usr = URL(fileURLWithPath: information.paths.runtimeResourcePath)
      .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    programs = usr.appendingPathComponent("bin")
    root = usr.deletingLastPathComponent()
    guard access(compiler, X_OK) == 0 else { throw Failure("there is no \(compiler)") }
  }

  /// The command is a link to the driver, which tells by its name what it is.
  var compiler: String { programs.appendingPathComponent("swiftc").path }
  var symbolGraph: String { programs.appendingPathComponent("swift-symbolgraph-extract").path }
  var demangler: String { programs.appendingPathComponent("swift-demangle").path }

  /// The library for tests, which is no business of the student's code.
  var testingModule: String {
    programs.deletingLastPathComponent()
      .appendingPathComponent("lib/swift/linux/Testing.swiftmodule").path
  }

  /// The program `name` in PATH.
  static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  private struct TargetInformation: Decodable {
    var compilerVersion: String
    var target: Target
    var paths: Paths

    struct Target: Decodable { var triple: String }
    struct Paths: Decodable { var runtimeResourcePath: String }
  }
}
