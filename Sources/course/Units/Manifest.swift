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

  /// A small change of the solution that makes no difference, so that no check can fail (`course mutate`).
  struct Equivalent: Sendable, Equatable {
    /// In the unit's `Sources/`.
    var file: String
    /// The function around it, where the line alone does not tell.
    var function: String?
    /// The line, and what it becomes in each of the changes; blanks do not count.
    var before: String
    var after: [String]
    /// Why it makes no difference.
    var reason: String
    /// Where the manifest has it.
    var line: Int
  }

  /// Something of Swift or NDArray that the exercise needs and the lesson does not explain.
  struct Spelling: Sendable, Equatable {
    var code: String
    var meaning: String
    /// The same in Russian, if there.
    var russianMeaning: String?
  }

  /// Checks that students do not get to see.
  struct Hidden: Sendable, Equatable {
    var checks: Int
    var points: Int
  }

  var title: String
  /// The same in Russian, if there.
  var russianTitle: String?
  var spellings: [Spelling]
  var checks: [Check]
  var wrong: [WrongSolution]
  /// What `course mutate` may let pass; `nil` for a unit that has not been through it yet.
  var equivalent: [Equivalent]?
  /// In a repository for students: how many checks there are besides.
  var hidden: Hidden?

  /// - Throws: ``Failure`` at the line that is not as `CONTRIBUTING.md` describes it.
  init(yaml: String, file: String) throws {
    let root = try Field(yaml: yaml, file: file, name: "the manifest")
    let fields = try root.fields(
      ["title", "title-ru", "swift", "checks", "wrong", "equivalent", "hidden"],
      optional: ["title-ru", "swift", "wrong", "equivalent", "hidden"])
    title = try fields["title"]!.text()
    russianTitle = try fields["title-ru"]?.text()
    spellings = try fields["swift"]?.list().map(Spelling.init) ?? []
    checks = try fields["checks"]!.list().map(Check.init)
    wrong = try fields["wrong"]?.list().map(WrongSolution.init) ?? []
    equivalent = try fields["equivalent"]?.list().map(Equivalent.init)
    if let fields = try fields["hidden"]?.fields(["checks", "points"]) {
      hidden = Hidden(
        checks: try fields["checks"]!.integer(in: 1...1000),
        points: try fields["points"]!.integer(in: 0...1_000_000))
    }

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

extension Manifest.Spelling {
  fileprivate init(_ field: Field) throws {
    let fields = try field.fields(["code", "means", "means-ru"], optional: ["means-ru"])
    code = try fields["code"]!.text()
    meaning = try fields["means"]!.text()
    russianMeaning = try fields["means-ru"]?.text()
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

extension Manifest.Equivalent {
  fileprivate init(_ field: Field) throws {
    let fields = try field.fields(["file", "in", "line", "becomes", "reason"], optional: ["in"])
    file = try fields["file"]!.text()
    function = try fields["in"]?.text()
    before = try fields["line"]!.text()
    after = try fields["becomes"]!.texts()
    reason = try fields["reason"]!.text()
    line = field.line
  }
}
