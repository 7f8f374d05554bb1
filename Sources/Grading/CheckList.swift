import Foundation

/// The graded tests of a test binary and their limits, asked of it without running one of them.
public enum CheckList {
  private static let key = "COURSE_CHECK_LIST"

  /// A graded test.
  public struct Entry: Codable, Sendable {
    /// `Module.Suite/function()/File.swift:10:4`
    public var testID: String
    public var limits: Limits

    public init(testID: String, limits: Limits) {
      self.testID = testID
      self.limits = limits
    }

    /// The check's identifier: `function`.
    public var name: String { EventStream.functionName(of: testID) }
  }

  /// This process is asked for the list.
  public static var isWanted: Bool { ProcessInfo.processInfo.environment[key] != nil }

  /// Adds a test to the list that was asked for.
  public static func append(_ entry: Entry) {
    guard let path = ProcessInfo.processInfo.environment[key] else { return }
    LineFile.append(entry, to: path)
  }

  /// The graded tests of `binary`, by identifier.
  ///
  /// - Throws: ``SpawnError`` if it cannot be started.
  public static func of(_ binary: String) async throws -> [Entry] {
    let folder = try SecretFolder()
    defer { folder.remove() }
    let path = folder.path + "/checks"
    let environment = ProcessInfo.processInfo.environment.merging([key: path]) { $1 }
    let launcher = Launcher(executable: binary, environment: environment, isSandbox: false)
    _ = try await launcher.run(["--testing-library", "swift-testing"], limits: Limits(seconds: 60))
    return LineFile.read(path, as: Entry.self).sorted { $0.testID < $1.testID }
  }
}
