import Testing

/// Runs each test of a suite in a process of its own, within limits.
public struct Graded: SuiteTrait, TestTrait, TestScoping {
  let seconds: Double?
  let megabytes: Int?

  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
  }
}

extension Trait where Self == Graded {
  /// A graded suite, with the usual limits of 10 s and 2048 MB for each test.
  public static var graded: Self { Graded(seconds: nil, megabytes: nil) }

  /// A graded suite or test with limits of its own.
  public static func graded(seconds: Double? = nil, megabytes: Int? = nil) -> Self {
    Graded(seconds: seconds, megabytes: megabytes)
  }
}
