import ArgumentParser

/// `course run`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a unit's model in release and run it.")

  @Argument(help: "The unit's number or name.") var unit: String
  @Argument(parsing: .captureForPassthrough, help: "What the unit itself understands.")
  var arguments: [String] = []

  func run() throws {
    let repository = try Repository()
    let product = "Run\(try repository.unit(unit).name)"
    let root = repository.root.path
    let status = try Tool.run([
      "swift", "build", "-c", "release", "--package-path", root, "--product", product,
    ])
    guard status == 0 else { throw ExitCode(status) }
    try Tool.replaceThisProcess(["\(root)/.build/release/\(product)"] + arguments)
  }
}
