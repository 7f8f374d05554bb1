import Foundation

/// NDArray and CourseKit as `swift build -c release` leaves them, for programs of a single file.
struct ReleaseLibrary {
  let repository: Repository

  private static let modules = ["CKernels", "NDArray", "CourseKit"]

  private var products: URL { repository.buildFolder.appendingPathComponent("release") }

  /// Builds the library if one of its sources is newer than it.
  func update() throws {
    let sources = Self.modules.map {
      repository.root.appendingPathComponent("Sources/\($0)")
    }
    let stamp = products.appendingPathComponent("scripts.stamp")
    if let built = date(of: stamp), try sources.allSatisfy({ try newest(in: $0) < built }) {
      return
    }
    let output = try Tool.capture([
      "swift", "build", "-c", "release", "--package-path", repository.root.path,
      "--product", "CourseKit",
    ])
    guard output.status == 0 else {
      throw Failure("the library cannot be built:\n\(output.output)")
    }
    try Data().write(to: stamp)
  }

  /// The program compiled from `source`, from the cache if these sources and this library were compiled before.
  func program(for source: Data, of file: URL) throws -> URL {
    let objects = try Self.modules.flatMap {
      try repository.objectFiles(of: $0, in: products)
    }
    var fingerprint = Fingerprint()
    fingerprint.add(source)
    fingerprint.add(file.lastPathComponent.utf8)
    for object in objects {
      fingerprint.add("\(object.path) \(date(of: object)?.timeIntervalSince1970 ?? 0)".utf8)
    }
    let program = repository.buildFolder
      .appendingPathComponent("scripts/\(fingerprint.hexadecimal)")
      .appendingPathComponent(file.deletingPathExtension().lastPathComponent)
    if !program.isFile { try compile(file, with: objects, to: program) }
    return program
  }

  private func compile(_ file: URL, with objects: [URL], to program: URL) throws {
    let folder = program.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let unfinished = folder.appendingPathComponent("\(getpid())")
    let modules = try repository.root.appendingPathComponent("Sources").entries()
    let maps = (modules + [products.appendingPathComponent("CKernels.build")]).map {
      $0.appendingPathComponent("module.modulemap")
    }.filter(\.isFile)
    var arguments = ["swiftc", "-O", "-swift-version", "6", "-module-name", "Script"]
    arguments += ["-I", products.appendingPathComponent("Modules").path]
    for map in maps { arguments += ["-Xcc", "-fmodule-map-file=\(map.path)"] }
    arguments += ["-o", unfinished.path, file.path]
    arguments += objects.map(\.path)
    arguments += ["-lopenblas", "-llapacke", "-lz"]
    let output = try Tool.capture(arguments)
    guard output.status == 0 else { throw Failure(output.output) }
    guard rename(unfinished.path, program.path) == 0 else {
      throw Failure("cannot write \(program.path)")
    }
  }

  private func newest(in folder: URL) throws -> Date {
    let dates = try folder.filesBelow().map { date(of: folder.appendingPathComponent($0)) }
    return dates.compactMap(\.self).max() ?? .distantPast
  }

  private func date(of file: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return attributes?[.modificationDate] as? Date
  }
}
