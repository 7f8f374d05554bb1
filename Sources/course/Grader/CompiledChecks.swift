import Foundation

/// The programs that are linked with a student's module.
///
/// They are two because a student reads what the process of a shown check has said, and whatever is in a process can be
/// read by the code in it: with the shown checks there is nothing of the hidden ones.
enum GradedProgram: String, CaseIterable, Sendable {
  /// The unit's own checks.
  case shown
  /// The hidden ones, and the unit's, with which they may share helpers.
  case hidden

  /// Its path in a ``Room``.
  var path: String { "\(rawValue)/checks" }
}

/// The checks of a program, compiled against the worked solution: what they call is settled by what that offers, and
/// nothing that a student adds can win against it.
///
/// Both modules are compiled with library evolution, so that a student's types may be laid out otherwise.
struct CompiledChecks: Sendable {
  let object: Data
  /// What they take from the module of the exercise.
  let needed: Set<String>
  /// What they take from elsewhere.
  let others: Set<String>

  init?(_ object: Data, module: String) {
    guard let file = ObjectFile(object, where: { !$0 }) else { return nil }
    self.object = object
    let names = Set(file.symbols.map(\.name))
    let mark = ModuleMark(module)
    needed = names.filter { $0.hasPrefix("$s") && mark.isIn($0) }
    others = names.subtracting(needed)
  }

  /// Whether a module of the exercise has all that they take from it.
  func fit(_ module: ObjectFile) -> Bool {
    needed.subtracting(module.symbols.lazy.filter(\.isDefined).map(\.name)).isEmpty
  }
}
