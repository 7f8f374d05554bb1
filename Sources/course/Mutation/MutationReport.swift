/// What came of a unit's mutants, and what is wrong with that.
struct MutationReport {
  let exercise: Exercise
  /// All mutants of the unit, and those that were tried.
  let all: [Mutant]
  var results: [(mutant: Mutant, fate: MutantFate)]

  private var equivalents: [Manifest.Equivalent] { exercise.manifest.equivalent ?? [] }
  private var path: String { "Courseware/\(exercise.unit.folderName)" }

  private func isExplained(_ mutant: Mutant) -> Bool {
    equivalents.contains { $0.names(mutant) }
  }

  /// Those that passed all checks and that the manifest does not explain.
  var survivors: [Mutant] {
    results.filter { $0.fate == .survived && !isExplained($0.mutant) }.map(\.mutant)
  }

  /// What the manifest says of mutants that are not there or that did not survive.
  var refuted: [String] {
    equivalents.flatMap { entry -> [String] in
      func told(_ text: String) -> String { "\(path)/unit.yaml:\(entry.line): \(text)" }
      let names = entry.after.filter { after in
        var one = entry
        one.after = [after]
        return !all.contains(where: one.names)
      }
      let absent = names.map { name in
        told(
          "\(entry.file) has no mutant “\(entry.before)” → “\(name)”, so it cannot be equivalent")
      }
      let failed = results.compactMap { mutant, fate -> String? in
        guard entry.names(mutant) else { return nil }
        return switch fate {
        case .survived: nil
        case .didNotCompile: told("“\(mutant.after)” does not compile, so it needs no reason")
        case .killed(let check):
          told("“\(mutant.after)” is not equivalent: \(check) fails")
        }
      }
      return absent + failed
    }
  }

  /// What is said of one that survived without a reason: it stands beside the checks that should have failed.
  func lines(on mutant: Mutant, _ fate: MutantFate) -> String? {
    guard fate == .survived, !isExplained(mutant) else { return nil }
    let checks = exercise.manifest.checks.filter { $0.file == mutant.file }.map(\.id)
    let expected = checks.isEmpty ? "no check names this file" : checks.joined(separator: ", ")
    let after = mutant.after.isEmpty ? "(left out)" : mutant.after
    return """
        ✗ \(path)/Sources/\(mutant.file):\(mutant.line) \(mutant.kind), in \(mutant.function)
              \(mutant.before)
            → \(after)
            passes \(expected)
      """
  }

  /// How many of each kind were killed, and so on.
  var table: [String] {
    let kinds = Dictionary(grouping: results) { $0.mutant.kind }
    let rows = kinds.keys.sorted().map { row($0, kinds[$0]!) } + [row("together", results)]
    return [line(["", "killed", "did not compile", "explained", "survived"])] + rows
  }

  private func row(_ name: String, _ results: [(mutant: Mutant, fate: MutantFate)]) -> String {
    let survived = results.filter { $0.fate == .survived }
    let explained = survived.count { isExplained($0.mutant) }
    let uncompiled = results.count { $0.fate == .didNotCompile }
    let killed = results.count - survived.count - uncompiled
    return line(
      [name] + [killed, uncompiled, explained, survived.count - explained].map(String.init))
  }

  private func line(_ cells: [String]) -> String {
    "  " + cells[0].padded(to: 12)
      + cells.dropFirst().map { String(repeating: " ", count: max(0, 17 - $0.count)) + $0 }.joined()
  }
}
