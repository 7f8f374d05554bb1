import Foundation

/// What an exercise of one unit is compiled and linked against, in a folder of its own: the library, the modules
/// for tests and the worked sources of earlier units, all as compiled modules only.
struct UnitLibrary {
  static let resources = "NDArray_CourseKit.resources"
  static let cache = "cache"

  let folder: URL
  /// Whether there are libraries of C to compile and link with.
  private let hasCModules: Bool

  /// The whole library as one object file.
  var object: URL { folder.appendingPathComponent("library.o") }

  /// The parts of the folder that a program may see.
  static func parts(for purpose: Room.Purpose) -> [String] {
    let common = ["Modules", "C", cache]
    return if case .compilingChecks = purpose { common + ["Testing", "library.o"] } else { common }
  }

  /// Takes what the one build of the library has left, and the earlier units.
  ///
  /// - Throws: ``Failure`` if these do not compile.
  init(of exercise: Exercise, in folder: URL) throws {
    self.folder = folder
    let unit = exercise.unit
    let library = SharedLibrary(repository: unit.repository)
    try library.update()
    let earlier = try EarlierUnits(of: unit, library: library)
    try earlier.build()
    let products = library.products
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    for name in ["Modules", "Testing", "C", Self.cache] {
      try manager.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    func copy(_ module: URL, to place: String) throws {
      let name = module.lastPathComponent
      try manager.copyItem(at: module, to: folder.appendingPathComponent("\(place)/\(name)"))
    }
    for (modules, place) in [
      (SharedLibrary.modules, "Modules"), (SharedLibrary.testModules, "Testing"),
    ] {
      for module in modules {
        try copy(library.module(module), to: place)
      }
    }
    for module in earlier.modules { try copy(module, to: "Modules") }
    let cModules = try unit.repository.root.appendingPathComponent("Sources").entries()
      .filter { $0.appendingPathComponent("module.modulemap").isFile }
    for module in cModules { try copy(module, to: "C") }
    hasCModules = !cModules.isEmpty
    let data = products.appendingPathComponent(Self.resources)
    if data.isFolder {
      try manager.copyItem(at: data, to: folder.appendingPathComponent(Self.resources))
    }
    let link = try Tool.capture(
      ["ld", "-r", "-o", object.path]
        + ([library.object] + earlier.objects).map(\.path))
    guard link.status == 0 else { throw Failure("the library cannot be linked:\n\(link.output)") }
    if getuid() == 0 {
      // The first compilation fills it, as the user of its sandbox.
      chmod(folder.appendingPathComponent(Self.cache).path, 0o777)
    }
  }

  /// Lets every sandbox's user read the module cache that the first one's has filled.
  func openCache() throws {
    _ = try Tool.capture(["chmod", "-R", "a+rX", folder.appendingPathComponent(Self.cache).path])
  }

  /// The arguments of the compiler that find the modules.
  func compilerArguments(in room: Room) throws -> [String] {
    var arguments = ["-I", room.libraryPath("Modules")]
    arguments += ["-module-cache-path", room.libraryPath(Self.cache)]
    for module in try folder.appendingPathComponent("C").entries() {
      let map = "C/\(module.lastPathComponent)/module.modulemap"
      arguments += ["-Xcc", "-fmodule-map-file=\(room.libraryPath(map))"]
    }
    return arguments + (hasCModules ? try SystemLibraries.flags("--cflags") : [])
  }

  /// Those that find the modules for tests besides.
  func testArguments(in room: Room) -> [String] { ["-I", room.libraryPath("Testing")] }

  func linkerArguments(in room: Room) throws -> [String] {
    [room.libraryPath("library.o")] + (hasCModules ? try SystemLibraries.flags("--libs") : [])
  }
}
