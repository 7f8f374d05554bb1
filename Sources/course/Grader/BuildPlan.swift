import Foundation

/// How every submission of a unit is built.
struct BuildPlan: Sendable {
  /// The unit's module.
  let module: String
  /// The instructor's files, by path: those of `Tests/`, `References/` and `Hidden/`.
  let fixed: [String: Data]
  let compilerArguments: [String]
  /// Those that find the modules for tests.
  let testArguments: [String]
  let linkerArguments: [String]
  let toolchain: Toolchain
  let hasHiddenChecks: Bool
  /// Whether checks that were compiled with one module of the unit can be linked with another.
  var isResilient = true

  var programs: [GradedProgram] { hasHiddenChecks ? [.shown, .hidden] : [.shown] }

  /// The files of `fixed` that a program is compiled from.
  func tests(of program: GradedProgram) -> [String] {
    fixed.keys.filter { path in
      let isWanted = program == .hidden ? path.contains("Tests/") : path.hasPrefix("Tests/")
      return isWanted && path.hasSuffix(".swift")
    }.sorted()
  }

  /// Every name and operator in the sources of a program.
  func words(of program: GradedProgram) -> Set<String> {
    Set(
      tests(of: program).flatMap { path in
        String(decoding: fixed[path] ?? Data(), as: UTF8.self)
          .matches(of: /[\p{L}_][\p{L}\p{N}_]*|[-\/=+!*%<>&|^~?.]+/).map { String($0.0) }
      })
  }
}

/// What building the worked solution of a unit has left.
struct SolutionBuild: Sendable {
  let interface: ModuleInterface
  let screen: ObjectScreen
  /// The checks that were compiled with it, unless they fit no other module.
  let checks: [GradedProgram: CompiledChecks]
}
