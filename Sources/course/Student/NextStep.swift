/// Where a student goes on after a run.
struct NextStep {
  private let result: CheckResult

  init(_ result: CheckResult) { self.result = result }

  /// `nil` where nothing is to be done, as after running the worked solution.
  var sentence: String? {
    let unit = result.selection.unit
    if let open = OpenChecks(result).items.first {
      // No check has run, so none is the next one.
      if result.compileFailure != nil { return say(.nextCompile, ["file": place(open.file)]) }
      return next(open.check, in: open.file)
    }
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
    let number = result.selection.unit.number
    return say(.next, ["check": check.id, "file": place(file), "number": number])
  }

  private func place(_ file: String?) -> String {
    file.map { say(.inFile, ["file": "Sources/\($0)"]) } ?? ""
  }
}
