import Foundation

/// What came of a unit's mutants when they were tried last, below `.build`.
struct MutationMemory {
  private let file: URL
  private let list: URL

  init(_ unit: CourseUnit) {
    let folder = unit.repository.buildFolder.appendingPathComponent("mutants/\(unit.folderName)")
    file = folder.appendingPathComponent("survivors")
    list = folder.appendingPathComponent("mutants.txt")
  }

  /// Writes a line for each mutant, and, after a run of all or of those that survived, which did.
  func write(_ results: [(mutant: Mutant, fate: MutantFate)], isWhole: Bool) throws {
    var survivors = isWhole ? [] : (try? self.survivors()) ?? []
    for (mutant, fate) in results {
      if fate == .survived { survivors.insert(mutant.name) } else { survivors.remove(mutant.name) }
    }
    try Data(survivors.sorted().joined(separator: "\n").utf8).write(to: file, options: .atomic)
    let lines = results.map { mutant, fate in
      let told =
        switch fate {
        case .killed(let check): "killed by \(check)"
        case .didNotCompile: "did not compile"
        case .survived: "survived"
        }
      return
        "\(mutant.file):\(mutant.line) \(mutant.kind): \(mutant.before) → \(mutant.after): \(told)\n"
    }
    try Data(lines.joined().utf8).write(to: list, options: .atomic)
  }

  /// The names of those that survived.
  func survivors() throws -> Set<String> {
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw Failure("no run of all mutants is remembered; leave --again out")
    }
    return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
  }
}
