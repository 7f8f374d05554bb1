import Foundation

/// What a student gets to read: every shown check with its reason, how many hidden ones there are, the lateness, the
/// instructor's comments, and the pictures that were handed in. Nothing of it comes from the staff's notes.
struct Feedback {
  let student: StudentScore
  let course: String

  var markdown: String {
    var lines = ["# \(course): \(student.student)", "", total, ""]
    for unit in student.units {
      lines += ["## \(unit.unit.title): \(unit.title)", "", summary(of: unit), ""]
      for remark in unit.remarks { lines += [Self.plain(remark), ""] }
      if let problem = unit.problem {
        lines += [Self.plain(problem), ""]
        continue
      }
      lines += ["| check | points | |", "|---|---:|---|"]
      for check in unit.shown {
        let reason = check.sentences.map(Self.plain).joined(separator: "<br>")
        let mark = check.verdict.passed ? "✓" : "✗"
        lines.append(
          "| \(mark) `\(check.id)` | \(check.points.inPoints)/\(check.possible.inPoints) | \(reason) |"
        )
      }
      lines.append("")
      if let hidden = hidden(of: unit) { lines += [hidden, ""] }
      for figure in unit.figures {
        lines.append("![\(Self.plain(figure))](\(place(of: figure, unit)))")
      }
      if !unit.figures.isEmpty { lines.append("") }
    }
    return lines.joined(separator: "\n")
  }

  var html: String {
    func escaped(_ text: String) -> String { JUnitReport.escaped(text) }
    var body = "<h1>\(escaped(course)): \(escaped(student.student))</h1>\n<p>\(total)</p>\n"
    for unit in student.units {
      body += "<h2>\(escaped(unit.unit.title)): \(escaped(unit.title))</h2>\n"
      body += "<p>\(escaped(summary(of: unit)))</p>\n"
      for remark in unit.remarks { body += "<p>\(escaped(remark))</p>\n" }
      if let problem = unit.problem {
        body += "<p>\(escaped(problem))</p>\n"
        continue
      }
      body += "<table>\n"
      for check in unit.shown {
        let reason = check.sentences.map(escaped).joined(separator: "\n")
        let kind = check.verdict.passed ? "passed" : "failed"
        body += "<tr class=\"\(kind)\"><td>\(check.verdict.passed ? "✓" : "✗")</td>"
        body += "<td><code>\(escaped(check.id))</code></td>"
        body += "<td>\(check.points.inPoints)/\(check.possible.inPoints)</td>"
        body += "<td><pre>\(reason)</pre></td></tr>\n"
      }
      body += "</table>\n"
      if let hidden = hidden(of: unit) { body += "<p>\(escaped(hidden))</p>\n" }
      for figure in unit.figures {
        body += "<img src=\"\(escaped(place(of: figure, unit)))\" alt=\"\(escaped(figure))\">\n"
      }
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
      <title>\(escaped(course)): \(escaped(student.student))</title>
      <style>
      body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
      td { padding: .2em .6em; vertical-align: top; } pre { margin: 0; white-space: pre-wrap; }
      .passed { color: #175e2b; } .failed { color: #8a1c1c; } img { max-width: 100%; }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private var total: String {
    "\(student.points.inPoints) of \(student.possible.inPoints) points"
  }

  private func summary(of unit: UnitScore) -> String {
    let passed = unit.checks.count(where: \.verdict.passed)
    var text =
      "\(unit.points.inPoints) of \(unit.possible.inPoints) points, \(passed) of \(unit.checks.count) checks passed."
    if unit.late > 0 {
      let hours = String(format: "%.1f", unit.late / 3600)
      let percent = Int((unit.factor * 100).rounded())
      text += " Handed in \(hours) hours after the deadline: \(percent) % of the points are paid."
    }
    if let comment = unit.comment, !comment.isEmpty { text += " \(Self.plain(comment))" }
    return text
  }

  private func hidden(of unit: UnitScore) -> String? {
    guard !unit.hidden.isEmpty else { return nil }
    let points = unit.hidden.reduce(0) { $0 + $1.points }
    let possible = unit.hidden.reduce(0) { $0 + $1.possible }
    return
      "Besides these there are \(unit.hidden.count) hidden checks, worth \(possible.inPoints) points: "
      + "\(unit.hidden.count(where: \.verdict.passed)) passed, \(points.inPoints) points."
  }

  private func place(of figure: String, _ unit: UnitScore) -> String {
    let folder = ResultsFolder.fileName(student.student)
    let path = "../figures/\(folder)/\(unit.unit.folderName)/\(figure)"
    return path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  /// Text that Markdown takes for nothing else.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in JUnitReport.escaped(text) {
      if character.isNewline {
        result += "<br>"
      } else {
        if "\\`*_[]|#!".contains(character) { result += "\\" }
        result.append(character)
      }
    }
    return result
  }
}
