import Foundation
import Grading

/// Where one submission at a time is compiled and run: a folder, and the sandbox through which programs see it as
/// `/exercise`, or none.
struct Room: Sendable {
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
    /// Running a check: the program and the reference values.
    case running(Limits)
  }

  /// Empties the room and writes these files.
  func prepare(_ files: [String: Data]) throws {
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    for path in ["Sources", "Tests", "References", "Hidden", "build"] {
      try manager.createDirectory(
        at: folder.appendingPathComponent(path), withIntermediateDirectories: true)
    }
    for (path, data) in files {
      let url = folder.appendingPathComponent(path)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
    // Where Foundation looks for the data of CourseKit: beside the program.
    try manager.createSymbolicLink(
      atPath: folder.appendingPathComponent("build/\(UnitLibrary.resources)").path,
      withDestinationPath: libraryPath(UnitLibrary.resources))
    if let sandbox, getuid() == 0 {
      chown(folder.appendingPathComponent("build").path, sandbox.user, sandbox.user)
    }
  }

  func leave() { try? FileManager.default.removeItem(at: folder) }

  /// How programs call the room.
  var root: String { sandbox == nil ? folder.path : "/exercise" }

  /// How programs call a file of the room.
  func path(_ path: String) -> String { "\(root)/\(path)" }

  func libraryPath(_ path: String) -> String {
    sandbox == nil ? library.appendingPathComponent(path).path : "/library/\(path)"
  }

  /// - Parameter filling: the library's module cache may be written to.
  func launcher(for purpose: Purpose, toolchain: Toolchain, filling: Bool = false) -> Launcher {
    var limit = Sandbox.ProcessLimits(
      seconds: limits.compileSeconds, megabytes: limits.compileMegabytes)
    let visible: [String]
    var masks: [String] = []
    switch purpose {
    case .compilingSources:
      visible = ["Sources"]
      masks = [toolchain.testingModule]
    case .compilingChecks:
      visible = ["Sources", "Tests", "Hidden"]
    case .running(let check):
      visible = ["References", "Hidden/References"]
      // The trait sets the limits proper; these hold before it does.
      limit = Sandbox.ProcessLimits(
        processes: limits.processes, seconds: check.childSeconds,
        megabytes: 2 * check.megabytes, fileBytes: check.outputBytes)
    }
    guard let sandbox else {
      let environment = ProcessInfo.processInfo.environment
      return Launcher(
        executable: limit.arguments[0],
        // Without a sandbox the kernel counts what else this user runs.
        arguments: limit.arguments.dropFirst().filter { !$0.hasPrefix("--nproc") },
        environment: environment, isSandbox: false)
    }
    var mounts: [Sandbox.Mount] = visible.compactMap { path in
      let url = folder.appendingPathComponent(path)
      return url.isFolder ? .init(outside: url, inside: "/exercise/\(path)") : nil
    }
    let isRunning = if case .running = purpose { true } else { false }
    mounts.append(
      .init(
        outside: folder.appendingPathComponent("build"), inside: "/exercise/build",
        isWritable: !isRunning))
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
}
