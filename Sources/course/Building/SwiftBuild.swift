import Foundation

/// `swift build` of the repository, in the configuration that everything shares.
struct SwiftBuild {
  let repository: Repository
  var status = StatusLine()

  /// Builds what `arguments` name and shows how far that is.
  ///
  /// - Parameter purpose: what is said to be done, like “building the library”.
  /// - Throws: ``Failure`` with what the compiler said.
  func run(_ arguments: [String], for purpose: String) throws {
    guard Tool.path(of: "swift") != nil else {
      throw Failure(say(.askTheDoctor, ["problem": say(.swiftMissing)]))
    }
    let progress = BuildProgress(purpose, on: status)
    let result = try Tool.capture(
      ["swift", "build", "--package-path", repository.root.path] + arguments,
      watched: progress.update)
    progress.end()
    guard result.status == 0 else {
      throw Failure(say(.buildFailed, ["purpose": purpose, "output": result.output]))
    }
  }
}
