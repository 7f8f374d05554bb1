import Yams

/// What `unit.yaml` says of a unit: its checks and the seeded mistakes that they must catch.
struct Manifest: Sendable, Equatable {
  /// A graded test.
  struct Check: Sendable, Equatable {
    /// The name of the test function.
    var id: String
    var points: Int
    /// The file of `Sources/` where the student writes what the check is about.
    var file: String?
    /// From a nudge over the formula to pseudo-code.
    var hints: [String]
    /// The same in Russian, if there.
    var russianHints: [String]?
  }

  /// A solution with one mistake.
  struct WrongSolution: Sendable, Equatable {
    var name: String
    /// In the unit's `Sources/`.
    var file: String
    var find: String
    var replace: String
    /// The check that must fail.
    var caughtBy: String
    /// Where the manifest has it.
    var line: Int
  }

  var title: String
  /// The same in Russian, if there.
  var russianTitle: String?
  var checks: [Check]
  var wrong: [WrongSolution]

  /// - Throws: ``Failure`` at the line that is not as `CONTRIBUTING.md` describes it.
  init(yaml: String, file: String) throws {
    let root: Field
    do {
      guard let node = try Yams.compose(yaml: yaml) else { throw Failure("is empty", file: file) }
      root = Field(node: node, file: file, name: "the manifest")
    } catch let error as YamlError {
      throw Failure("\(error)", file: file)
    }
    let fields = try root.fields(
      ["title", "title-ru", "checks", "wrong"], optional: ["title-ru", "wrong"])
    title = try fields["title"]!.text()
    russianTitle = try fields["title-ru"]?.text()
    checks = try fields["checks"]!.list().map(Check.init)
    wrong = try fields["wrong"]?.list().map(WrongSolution.init) ?? []

    var known: Set<String> = []
    for (check, field) in zip(checks, try fields["checks"]!.list()) {
      guard known.insert(check.id).inserted else {
        throw field.failure("a second check is called “\(check.id)”")
      }
    }
    for (solution, field) in zip(wrong, try fields["wrong"]?.list() ?? []) {
      guard known.contains(solution.caughtBy) else {
        throw field.failure("no check is called “\(solution.caughtBy)”")
      }
    }
  }

  var points: Int { checks.reduce(0) { $0 + $1.points } }
}

extension Manifest.Check {
  fileprivate init(_ field: Field) throws {
    let fields = try field.fields(
      ["id", "points", "file", "hints", "hints-ru"], optional: ["file", "hints-ru"])
    id = try fields["id"]!.text()
    points = try fields["points"]!.integer(in: 0...1000)
    file = try fields["file"]?.text()
    hints = try Self.hints(fields["hints"]!)
    russianHints = try fields["hints-ru"].map(Self.hints)
  }

  private static func hints(_ field: Field) throws -> [String] {
    let hints = try field.list()
    guard hints.count == 3 else {
      throw field.failure(
        "a check has three hints (nudge, formula, pseudo-code), not \(hints.count)")
    }
    return try hints.map { try $0.text() }
  }
}

extension Manifest.WrongSolution {
  fileprivate init(_ field: Field) throws {
    let fields = try field.fields(["name", "file", "find", "replace", "caught-by"])
    name = try fields["name"]!.text()
    file = try fields["file"]!.text()
    find = try fields["find"]!.text()
    replace = try fields["replace"]!.text(mayBeEmpty: true)
    caughtBy = try fields["caught-by"]!.text()
    line = field.line
  }
}

/// A value of a YAML file that knows where it stands.
private struct Field {
  let node: Node
  let file: String
  let name: String

  var line: Int { node.mark?.line ?? 1 }

  func failure(_ message: String) -> Failure { Failure(message, file: file, line: line) }

  /// The values of a mapping that has exactly these keys.
  func fields(_ keys: [String], optional: Set<String> = []) throws -> [String: Field] {
    guard let mapping = node.mapping else { throw failure("\(name) must be a mapping") }
    var fields: [String: Field] = [:]
    for (key, value) in mapping {
      let text = key.string ?? ""
      guard keys.contains(text) else {
        let field = Field(node: key, file: file, name: text)
        throw field.failure("unknown key “\(text)”; known here: \(keys.joined(separator: ", "))")
      }
      fields[text] = Field(node: value, file: file, name: "“\(text)”")
    }
    for key in keys where fields[key] == nil && !optional.contains(key) {
      throw failure("“\(key)” is missing")
    }
    return fields
  }

  func list() throws -> [Field] {
    guard let sequence = node.sequence else { throw failure("\(name) must be a list") }
    return sequence.map { Field(node: $0, file: file, name: "an entry of \(name)") }
  }

  func text(mayBeEmpty: Bool = false) throws -> String {
    guard let text = node.scalar?.string else {
      throw failure("\(name) must be text; put quotes around it if it has “: ” or “ #” in it")
    }
    guard mayBeEmpty || !text.isEmpty else { throw failure("\(name) is empty") }
    return text
  }

  func integer(in range: ClosedRange<Int>) throws -> Int {
    guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
      throw failure(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
