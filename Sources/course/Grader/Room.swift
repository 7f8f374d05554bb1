import Foundation
import Grading

/// Where one submission at a time is compiled and run: a folder, and the sandbox through which programs see it as
/// `/exercise`, or none.
struct Room: Sendable {
  /// Its number, among those that are used at the same time.
  let slot: Int
  let folder: URL
  /// The compiled library of the unit (``UnitLibrary``).
  let library: URL
  let sandbox: Sandbox?
  let limits: GradingLimits

  /// What a program is started for, which decides what it sees.
  enum Purpose {
    /// Compiling the student's module: neither the checks nor what they are written with.
    case compilingSources
    /// Compiling and linking the checks.
    case compilingChecks
    /// Running a check: its program and the reference values.
    case running(Limits, GradedProgram)
  }

  /// The instructor's files of the unit, which all rooms share.
  private var fixed: URL { library.appendingPathComponent("exercise") }

  private static let built = ["build"] + GradedProgram.allCases.map(\.rawValue)

  /// Writes the instructor's files.
  func fix(_ files: [String: Data]) throws {
    try? FileManager.default.removeItem(at: fixed)
    for folder in ["Tests", "References", "Hidden/References"] {
      try FileManager.default.createDirectory(
        at: fixed.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    try write(files, below: fixed)
    guard sandbox == nil, getuid() == 0 else { return }
    chmod(fixed.appendingPathComponent("Tests").path, 0o700)
    let hidden = fixed.appendingPathComponent("Hidden").path
    chown(hidden, 0, Outsider.hiddenGroup)
    chmod(hidden, 0o750)
    chmod(hidden + "/Tests", 0o700)
  }

  /// Empties the room and writes a student's sources, by path below `Sources/`.
  func prepare(_ sources: [String: Data]) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    for path in ["Sources"] + Self.built {
      try manager.createDirectory(
        at: folder.appendingPathComponent(path), withIntermediateDirectories: true)
    }
    try write(sources, below: folder.appendingPathComponent("Sources"))
    for path in Self.built {
      // Where Foundation looks for the data of CourseKit: beside the program.
      try manager.createSymbolicLink(
        atPath: folder.appendingPathComponent("\(path)/\(UnitLibrary.resources)").path,
        withDestinationPath: libraryPath(UnitLibrary.resources))
      if let sandbox, getuid() == 0 {
        chown(folder.appendingPathComponent(path).path, sandbox.user, sandbox.user)
      }
    }
    guard sandbox == nil, getuid() == 0 else { return }
    for path in ["Sources", "build"] { chmod(folder.appendingPathComponent(path).path, 0o700) }
    for program in GradedProgram.allCases {
      let path = folder.appendingPathComponent(program.rawValue).path
      if let user = Outsider(slot: slot, program: program)?.user { chown(path, user, user) }
      chmod(path, 0o700)
    }
  }

  private func write(_ files: [String: Data], below folder: URL) throws {
    for (path, data) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
  }

  func leave() {
    if sandbox == nil {
      for program in GradedProgram.allCases { Outsider(slot: slot, program: program)?.leave() }
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// How programs call the room.
  var root: String { sandbox == nil ? folder.path : "/exercise" }

  /// How programs call a file of the room.
  func path(_ path: String) -> String { "\(root)/\(path)" }

  /// How programs call the folder around the instructor's files.
  var fixedRoot: String { sandbox == nil ? fixed.path : root }

  /// How programs call one of the instructor's files.
  func fixedPath(_ path: String) -> String { "\(fixedRoot)/\(path)" }

  func libraryPath(_ path: String) -> String {
    sandbox == nil ? library.appendingPathComponent(path).path : "/library/\(path)"
  }

  /// - Parameter filling: the library's module cache may be written to.
  func launcher(for purpose: Purpose, toolchain: Toolchain, filling: Bool = false) -> Launcher {
    var limit = Sandbox.ProcessLimits(
      seconds: limits.compileSeconds, megabytes: limits.compileMegabytes)
    var visible = [URL: String]()
    var writable: [String] = []
    var masks: [String] = []
    func show(_ path: String, of folder: URL) {
      visible[folder.appendingPathComponent(path)] = "/exercise/\(path)"
    }
    switch purpose {
    case .compilingSources:
      show("Sources", of: folder)
      writable = ["build"]
      masks = [toolchain.testingModule]
    case .compilingChecks:
      for path in ["Tests", "Hidden"] { show(path, of: fixed) }
      writable = Self.built
    case .running(let check, let program):
      show(program.rawValue, of: folder)
      show("References", of: fixed)
      if program == .hidden { show("Hidden/References", of: fixed) }
      // The trait sets the limits proper; these hold before it does.
      limit = Sandbox.ProcessLimits(
        processes: limits.processes, seconds: check.childSeconds,
        megabytes: 2 * check.megabytes, fileBytes: check.outputBytes)
    }
    guard let sandbox else { return bareLauncher(for: purpose, limit) }
    var mounts = visible.map { Sandbox.Mount(outside: $0.key, inside: $0.value) }
    mounts += writable.map { path in
      .init(
        outside: folder.appendingPathComponent(path), inside: "/exercise/\(path)",
        isWritable: true)
    }
    let isRunning = writable.isEmpty
    for entry in isRunning ? [UnitLibrary.resources] : UnitLibrary.parts(for: purpose) {
      let url = library.appendingPathComponent(entry)
      guard url.isFolder || url.isFile else { continue }
      mounts.append(
        .init(
          outside: url, inside: "/library/\(entry)",
          isWritable: filling && entry == UnitLibrary.cache))
    }
    return sandbox.launcher(mounts: mounts, masks: masks, limits: limit)
  }
  /// Without a sandbox: at most as a user who can read little.
  private func bareLauncher(
    for purpose: Purpose, _ limit: Sandbox.ProcessLimits
  ) -> Launcher {
    var arguments = limit.arguments
    var temporary = path("build")
    var isOutsider = false
    if case .running(_, let program) = purpose {
      temporary = path(program.rawValue)
      if let outsider = Outsider(slot: slot, program: program) {
        arguments = outsider.arguments(for: program) + arguments
        isOutsider = true
      }
    }
    // Of a user who runs other things, too, the kernel would count these.
    if !isOutsider { arguments.removeAll { $0.hasPrefix("--nproc") } }
    // What programs need for a moment goes with the room.
    let environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary]) { $1 }
    return Launcher(
      executable: arguments[0], arguments: Array(arguments.dropFirst()), environment: environment,
      isSandbox: false)
  }
}
