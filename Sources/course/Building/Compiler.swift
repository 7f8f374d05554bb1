import Foundation

/// The Swift compiler as it is found by its name, for what must be quick: ``Toolchain`` asks it where it is.
enum Compiler {
  static let name = "swiftc"

  /// It comes with LLVM's linker, which is the fastest.
  static let linking = [name, "-use-ld=lld"]

  /// How a student's module and its checks are compiled: as SwiftPM does it in a debug build, each module by one call.
  static let checking = [
    name, "-swift-version", "6", "-Onone", "-gline-tables-only", "-enable-testing", "-wmo",
    "-parse-as-library", "-DSWIFT_PACKAGE", "-DDEBUG",
  ]

  /// How what a student does not write is compiled.
  static let optimising = [
    name, "-swift-version", "6", "-O", "-wmo", "-gline-tables-only", "-parse-as-library",
    "-DSWIFT_PACKAGE", "-DDEBUG",
  ]

  /// Files that change when another compiler is installed or, with swiftly, chosen.
  static var traces: [String] {
    let environment = ProcessInfo.processInfo.environment
    let swiftly =
      environment["SWIFTLY_HOME_DIR"] ?? (environment["HOME"] ?? "") + "/.local/share/swiftly"
    return [Tool.path(of: name) ?? name, "\(swiftly)/config.json"]
  }

  /// - Throws: ``Failure`` that says what to do if there is none.
  static func require() throws {
    guard Tool.path(of: name) == nil else { return }
    throw Failure(say(.askTheDoctor, ["problem": say(.swiftMissing)]))
  }
}

extension Toolchain {
  /// The linker of LLVM beside the compiler, or the system's.
  var linker: String {
    let ours = URL(fileURLWithPath: compiler).deletingLastPathComponent()
      .appendingPathComponent("ld.lld").path
    return access(ours, X_OK) == 0 ? ours : "ld"
  }
}

/// A step of a build: what it makes from what. It is taken again only when that has changed.
struct BuildStep {
  /// What it makes. A file beside it, `….inputs`, remembers from what.
  let product: URL
  /// Tells what it is made from.
  let inputs: Fingerprint

  private var record: URL { product.appendingPathExtension("inputs") }

  /// Whether the product is there and made from these inputs.
  var isDone: Bool {
    product.isFile && (try? String(contentsOf: record, encoding: .utf8)) == inputs.hexadecimal
  }

  /// Runs the command if it has to. One that was interrupted or has failed leaves no record.
  func run(_ arguments: () throws -> [String]) throws -> Tool.Result {
    if isDone { return Tool.Result(status: 0, output: "") }
    try? FileManager.default.removeItem(at: record)
    let result = try Tool.capture(try arguments())
    if result.status == 0 { try Data(inputs.hexadecimal.utf8).write(to: record) }
    return result
  }
}

extension Fingerprint {
  mutating func add(_ text: String) {
    add(text.utf8)
    add([0])
  }

  /// The names and contents of files.
  mutating func add(contentsOf files: [URL]) {
    for file in files {
      add(file.path)
      // An editor may be replacing it just now.
      add(FileManager.default.contents(atPath: file.path) ?? Data())
    }
  }
}
