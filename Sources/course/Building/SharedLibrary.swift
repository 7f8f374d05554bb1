import Foundation

/// The library and what judges checks, as one `swift build` of the repository leaves them. The units' runs, checks,
/// scripts, grading and `swift test` all use these objects.
struct SharedLibrary {
  static let modules = ["NDArray", "CourseKit"]
  /// What NDArray is linked with: objects alone, whose declarations are a C module of their own.
  static let loops = "Kernels"
  static let testModules = ["GradedTests", "Grading"]
  /// Building this target builds all of them.
  private static let target = "GradedTests"

  let repository: Repository

  /// Where SwiftPM leaves modules, objects and programs. `debug` is its link; the compiler must see one name of a folder.
  var products: URL {
    repository.buildFolder.appendingPathComponent("debug").resolvingSymlinksInPath()
  }
  private var folder: URL { repository.buildFolder.appendingPathComponent("library") }
  private var stateFile: URL { folder.appendingPathComponent("state") }

  /// All objects of it as one, without debug information: links in a fifth of the time that hundreds take, and Swift's
  /// backtracer, which is after the student's lines, has less to read.
  var object: URL { folder.appendingPathComponent("library.o") }

  /// What it was built from; changes whenever the library does.
  var state: String { (try? String(contentsOf: stateFile, encoding: .utf8)) ?? "" }

  /// `swift package clean` takes away what the object was made of.
  var isBuilt: Bool { object.isFile && module("GradedTests").isFile }

  /// Builds it if a source has changed, or the compiler.
  ///
  /// - Throws: ``Failure`` with what the compiler said.
  func update(_ status: StatusLine = StatusLine()) throws {
    let now = try BuildState(of: Self.paths(in: repository), in: repository.root).fingerprint
    func isCurrent() -> Bool { state == now && isBuilt }
    guard !isCurrent() else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lock = FolderLock(folder)
    defer { lock.release() }
    guard !isCurrent() else { return }
    try? FileManager.default.removeItem(at: stateFile)
    try SwiftBuild(repository: repository, status: status)
      .run(["--target", Self.target], for: say(.buildingLibrary))
    try takeModules()
    try link()
    try Data(now.utf8).write(to: stateFile, options: .atomic)
  }

  /// What it is built from, seen from the repository's root.
  static func paths(in repository: Repository) throws -> [String] {
    try ["Package.swift"] + SharedLibrary(repository: repository).sources.map { "Sources/\($0)" }
  }

  /// The folders in `Sources/` that it is made of: its own modules, and the C modules beside them.
  private var sources: [String] {
    get throws {
      try repository.root.appendingPathComponent("Sources").entries().filter { entry in
        let name = entry.lastPathComponent
        return (Self.modules + [Self.loops] + Self.testModules).contains(name)
          || moduleMap(in: entry).isFile
      }.map(\.lastPathComponent)
    }
  }

  private func moduleMap(in source: URL) -> URL {
    source.appendingPathComponent("module.modulemap")
  }

  /// The maps of the C modules.
  private var moduleMaps: [URL] {
    get throws {
      try repository.root.appendingPathComponent("Sources").entries().map(moduleMap)
        .filter(\.isFile)
    }
  }

  /// Only its own modules: beside them lie the worked units, which no exercise may find.
  private func takeModules() throws {
    let place = folder.appendingPathComponent("Modules")
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for module in Self.modules + Self.testModules {
      try FileManager.default.copyItem(
        at: self.module(module), to: place.appendingPathComponent("\(module).swiftmodule"))
    }
  }

  /// A compiled module of it.
  func module(_ name: String) -> URL {
    products.appendingPathComponent("Modules/\(name).swiftmodule")
  }

  private func link() throws {
    var objects: [URL] = []
    for source in try sources {
      objects += try repository.objectFiles(of: source, in: products)
    }
    let list = folder.appendingPathComponent("objects")
    try Data(objects.map { "\"\($0.path)\"\n" }.joined().utf8).write(to: list)
    let unfinished = folder.appendingPathComponent("\(getpid()).o")
    let link = try Tool.capture([
      try Toolchain().linker, "-r", "--strip-debug", "-o", unfinished.path, "@\(list.path)",
    ])
    guard link.status == 0, rename(unfinished.path, object.path) == 0 else {
      throw Failure("the library cannot be linked:\n\(link.output)")
    }
  }

  /// The arguments of the compiler that find its modules.
  func compilerArguments() throws -> [String] {
    var arguments = ["-I", folder.appendingPathComponent("Modules").path]
    arguments += ["-module-cache-path", products.appendingPathComponent("ModuleCache").path]
    for map in try moduleMaps { arguments += ["-Xcc", "-fmodule-map-file=\(map.path)"] }
    return arguments + (try hasCModules ? SystemLibraries.flags("--cflags") : [])
  }

  func linkerArguments() throws -> [String] {
    [object.path] + (try hasCModules ? SystemLibraries.flags("--libs") : [])
  }

  private var hasCModules: Bool {
    get throws { try !moduleMaps.isEmpty }
  }
}

/// The libraries of the system that NDArray and CourseKit call.
enum SystemLibraries {
  static func flags(_ kind: String) throws -> [String] {
    let flags = try Tool.capture(["pkg-config", kind, "openblas", "lapacke", "zlib", "libpng"])
    guard flags.status == 0 else { throw Failure(flags.output) }
    return flags.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
