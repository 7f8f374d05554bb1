import Foundation
import Grading

/// Grades many submissions: each in a room of its own, as many at a time as there are processors, each result stored
/// as soon as it is there.
struct GradingSession: Sendable {
  let units: [GradedUnit]
  let limits: GradingLimits
  let results: ResultsFolder
  let isSandboxed: Bool
  /// Grade even what has not changed.
  var isForced = false
  /// Told of each student that was graded.
  var progress: @Sendable (GradeRecord, _ done: Int, _ of: Int) -> Void = { _, _, _ in }

  /// What came of it.
  struct Outcome: Equatable {
    /// Students who were graded now, sorted.
    var graded: [String] = []
    /// Students whose results still held.
    var kept: [String] = []
  }

  /// Brings the results of all submissions up to date.
  ///
  /// - Throws: ``Failure`` if nobody can be graded. What a submission does never throws.
  func grade(_ submissions: [Submission]) async throws -> Outcome {
    var outcome = Outcome()
    var open: [(submission: Submission, units: [GradedUnit])] = []
    for submission in submissions {
      let stale = stale(in: submission)
      if stale.isEmpty {
        outcome.kept.append(submission.student)
      } else {
        outcome.graded.append(submission.student)
        open.append((submission, stale))
      }
    }
    outcome.graded.sort()
    outcome.kept.sort()
    guard !open.isEmpty else { return outcome }

    try? FileManager.default.removeItem(at: results.work)
    try FileManager.default.createDirectory(
      at: results.work, withIntermediateDirectories: true,
      // Without a sandbox others must get through to their programs.
      attributes: [.posixPermissions: isSandboxed ? 0o700 : 0o711])
    defer { try? FileManager.default.removeItem(at: results.work) }
    let toolchain = try Toolchain()
    let graders = try await graders(for: open.flatMap(\.units), toolchain: toolchain)
    let queue = Queue(open.count)
    let work = open
    try await withThrowingTaskGroup(of: Void.self) { group in
      for slot in 0..<min(work.count, ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          while let index = await queue.next() {
            let (submission, units) = work[index]
            let record = try await record(
              of: submission, units: units, graders: graders, slot: slot, toolchain: toolchain)
            try results.store(record)
            progress(record, await queue.finished(), work.count)
          }
        }
      }
      try await group.waitForAll()
    }
    return outcome
  }

  /// The units of a submission whose results are not there or no longer hold.
  private func stale(in submission: Submission) -> [GradedUnit] {
    guard !isForced, let record = results.record(of: submission.student) else { return units }
    let tree = read(submission)
    return units.filter { unit in
      let exercise = exercise(of: unit, in: tree)
      return record.units[unit.unit.folderName]?.fingerprint != exercise.fingerprint(for: unit)
    }
  }

  private func graders(
    for units: [GradedUnit], toolchain: Toolchain
  ) async throws -> [String: UnitGrader] {
    if isSandboxed { try await Sandbox(toolchain: toolchain).probe() }
    var graders: [String: UnitGrader] = [:]
    for unit in units where graders[unit.unit.name] == nil {
      let room = try room(slot: 0, unit: unit, toolchain: toolchain)
      graders[unit.unit.name] = try await UnitGrader(
        unit.exercise, hidden: unit.hidden, room: room, toolchain: toolchain)
      room.leave()
    }
    return graders
  }

  private func room(slot: Int, unit: GradedUnit, toolchain: Toolchain) throws -> Room {
    Room(
      slot: slot, folder: results.work.appendingPathComponent("room-\(slot)"),
      library: results.work.appendingPathComponent("library-\(unit.unit.name)"),
      sandbox: isSandboxed ? try Sandbox(toolchain: toolchain) : nil, limits: limits)
  }

  private func record(
    of submission: Submission, units: [GradedUnit], graders: [String: UnitGrader], slot: Int,
    toolchain: Toolchain
  ) async throws -> GradeRecord {
    var record =
      results.record(of: submission.student) ?? GradeRecord(student: submission.student)
    let tree = read(submission)
    for unit in units {
      let start = ContinuousClock.now
      let exercise = exercise(of: unit, in: tree)
      let outcome: UnitGrader.Outcome
      if let problem = exercise.problem {
        let missing = Verdict(.missing, [Finding(problem)])
        outcome = UnitGrader.Outcome(verdicts: unit.checks.map { _ in missing })
      } else {
        let room = try room(slot: slot, unit: unit, toolchain: toolchain)
        outcome = await graders[unit.unit.name]!.outcome(of: exercise, in: room)
        room.leave()
      }
      let figures = store(exercise.figures, of: submission, unit: unit)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      record.units[unit.unit.folderName] = GradeRecord.Unit(
        fingerprint: exercise.fingerprint(for: unit), problem: exercise.problem,
        remarks: exercise.remarks + [outcome.remark].compactMap(\.self),
        notes: exercise.notes + figures.notes + [outcome.remark, outcome.note].compactMap(\.self),
        checks: zip(unit.checks, outcome.verdicts).map {
          // Seconds are of no interest to a thousandth, and floods of words to nobody.
          GradeRecord.Check(id: $0.id, isHidden: $0.isHidden, verdict: $1.trimmed)
        }, figures: figures.names, gradedAt: .now, seconds: (seconds * 100).rounded() / 100)
    }
    return record
  }

  /// Those that could be stored, and of the others why they could not.
  private func store(
    _ figures: [String: Data], of submission: Submission, unit: GradedUnit
  ) -> (names: [String], notes: [String]) {
    let student = ResultsFolder.fileName(submission.student)
    let folder = results.figures.appendingPathComponent("\(student)/\(unit.unit.folderName)")
    try? FileManager.default.removeItem(at: folder)
    var (names, notes) = ([String](), [String]())
    for (name, data) in figures.sorted(by: { $0.key < $1.key }) {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try data.write(to: folder.appendingPathComponent(name))
        names.append(name)
      } catch {
        notes.append("the figure \(name) could not be stored: \(error.localizedDescription)")
      }
    }
    return (names, notes)
  }

  private func exercise(of unit: GradedUnit, in tree: TreeOrReason) -> SubmittedExercise {
    switch tree {
    case .success(let tree):
      let others = units.filter { $0.unit.name != unit.unit.name }
      var exercise = SubmittedExercise(of: unit, in: tree, beside: others)
      exercise.notes += tree.notes
      return exercise
    case .failure(let unreadable):
      return SubmittedExercise(unreadable: unreadable.reason)
    }
  }

  private typealias TreeOrReason = Result<SubmissionTree, SubmissionTree.Unreadable>

  private func read(_ submission: Submission) -> TreeOrReason {
    do {
      return .success(try submission.tree(limits: limits.files))
    } catch let unreadable as SubmissionTree.Unreadable {
      return .failure(unreadable)
    } catch {
      return .failure(.init(reason: "it cannot be read: \(error.localizedDescription)"))
    }
  }
}

/// Hands out the numbers of the submissions, and counts those that are done.
private actor Queue {
  private var numbers: Range<Int>
  private var count = 0

  init(_ count: Int) { numbers = 0..<count }

  func next() -> Int? { numbers.popFirst() }

  func finished() -> Int {
    count += 1
    return count
  }
}

extension SubmittedExercise {
  init(unreadable reason: String) {
    problem = "what was handed in cannot be graded: \(reason)"
    notes = [reason]
  }
}

extension Verdict {
  /// With sentences of a length that people read, two digits of the seconds, and nothing of what the code printed: while a
  /// check runs, the reference values of the hidden ones can be read.
  fileprivate var trimmed: Verdict {
    var verdict = self
    verdict.printed = nil
    verdict.seconds = (seconds * 100).rounded() / 100
    verdict.findings = findings.prefix(10).map { finding in
      var finding = finding
      if finding.message.count > 2000 { finding.message = finding.message.prefix(2000) + "…" }
      return finding
    }
    return verdict
  }
}
