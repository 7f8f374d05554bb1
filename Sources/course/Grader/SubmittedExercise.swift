import Foundation

/// The part of a submission that belongs to one unit.
struct SubmittedExercise {
  /// The student's `Sources/`, by path below it.
  var sources: [String: Data] = [:]
  /// Files of `Sources/` that were not handed in, as they were handed out.
  var missing: [String: Data] = [:]
  /// Pictures that the student's programs drew, by name.
  var figures: [String: Data] = [:]
  /// Why there is nothing to grade; for the student.
  var problem: String?
  /// What was taken for the solution where that was not plain; for the student.
  var remarks: [String] = []
  /// What differs from what was handed out, besides the sources; for the staff.
  var notes: [String] = []

  /// - Parameters:
  ///   - tree: what was handed in.
  ///   - others: the other units that are graded.
  init(of unit: GradedUnit, in tree: SubmissionTree, beside others: [GradedUnit] = []) {
    let name = unit.unit.folderName
    let places = SourceFolder.all(in: tree, for: unit, beside: others)
    guard let place = places.first else {
      problem = Self.problem(of: unit, in: tree)
      return
    }
    if places.count > 1 {
      let left = places.dropFirst().prefix(5).map(\.title).joined(separator: ", ")
      remarks.append(
        "of the folders with sources of \(name), \(place.title) was graded, by what was written in it, and not \(left)"
      )
    }
    if place.kind != .named {
      remarks.append("the Swift files in \(place.title) were taken for those of \(name)")
    }
    take(place, of: unit, from: tree)
    if place.kind != .bare { compare(tree, below: place.around, with: unit) }
    notes = remarks + notes
  }

  private static func problem(of unit: GradedUnit, in tree: SubmissionTree) -> String {
    let archives = tree.unopened.prefix(5).joined(separator: ", ")
    let unopened = archives.isEmpty ? "" : "; cannot be opened here: \(archives)"
    guard !tree.files.isEmpty else { return "nothing was handed in\(unopened)" }
    let others = SourceFolder.unitsNamed(in: tree).joined(separator: ", ")
    return "there is no Exercises/\(unit.unit.folderName)/Sources in what was handed in"
      + (others.isEmpty ? "" : "; there is \(others)") + unopened
  }

  private mutating func take(_ place: SourceFolder, of unit: GradedUnit, from tree: SubmissionTree)
  {
    for (path, own) in place.files(in: tree) {
      guard own.lowercased().hasSuffix(".swift") else {
        notes.append("Sources/\(own) is no Swift and was left out")
        continue
      }
      var data = tree.files[path] ?? Data()
      if let earlier = tree.earlier[path] {
        let stub = unit.handedOut["Sources/\(own)"].map(SourceFolder.words)
        data = ([data] + earlier.reversed()).first { SourceFolder.words($0) != stub } ?? data
        remarks.append(
          "Sources/\(own) was handed in \(earlier.count + 1) times with different contents; graded was the last that is not as it was handed out"
        )
      }
      sources[String(own.dropLast(6)) + ".swift"] = data
    }
    let names = Set(sources.keys.map { SourceFolder.lastName($0) })
    for (path, data) in unit.handedOut where path.hasPrefix("Sources/") {
      if !names.contains(SourceFolder.lastName(path)) { missing[String(path.dropFirst(8))] = data }
    }
    guard place.kind != .bare else { return }
    for (path, data) in tree.files where data.starts(with: Self.png) {
      let own = path.dropFirst(place.around.count)
      guard path.hasPrefix(place.around), own.lowercased().hasPrefix("figures/"),
        own.lowercased().hasSuffix(".png")
      else { continue }
      figures[EntryName.short(String(own.dropFirst(8)).replacing("/", with: "-"))] = data
    }
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Notes what the student has done to the files that are not theirs; the instructor's are used in any case.
  private mutating func compare(
    _ tree: SubmissionTree, below around: String, with unit: GradedUnit
  ) {
    let handedOut = unit.handedOut.filter { path, _ in
      path.wholeMatch(of: /README(\.\w\w)?\.md/) == nil && !path.hasPrefix("Sources/")
    }
    for (path, data) in handedOut.sorted(by: { $0.key < $1.key }) {
      if let file = tree.files[around + path] {
        if file != data { notes.append("\(path) was edited") }
      } else if !path.hasPrefix("References/") {
        notes.append("\(path) was deleted")
      }
    }
    for path in tree.files.keys.sorted() where path.hasPrefix(around) {
      let own = String(path.dropFirst(around.count))
      guard handedOut[own] == nil else { continue }
      if own.hasPrefix("Tests/") || own.hasPrefix("References/") || own == "unit.yaml" {
        notes.append("\(own) was added")
      }
    }
  }
}
