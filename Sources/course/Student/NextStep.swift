/// Where a student goes on after a run.
struct NextStep {
  private let result: CheckResult

  init(_ result: CheckResult) { self.result = result }

  /// `nil` where nothing is to be done, as after running the worked solution.
  var sentence: String? {
    let unit = result.selection.unit
    if let open = OpenChecks(result).items.first { return next(open.check, in: open.file) }
    guard !result.isSolution, !result.selection.checks.isEmpty else { return nil }
    if result.selection.isWhole {
      return say(.allPassed, ["unit": unit.title, "number": unit.number])
    }
    let count = result.selection.manifest.checks.count
    guard let open = result.openElsewhere.first else {
      return say(.chosenPass, ["number": unit.number, "count": count])
    }
    return say(.chosenPassOthersOpen, ["open": result.openElsewhere.count, "count": count]) + "\n"
      + next(open, in: open.file)
  }

  private func next(_ check: Manifest.Check, in file: String?) -> String {
    let place = file.map { say(.inFile, ["file": "Sources/\($0)"]) } ?? ""
    let number = result.selection.unit.number
    return say(.next, ["check": check.id, "file": place, "number": number])
  }
}
