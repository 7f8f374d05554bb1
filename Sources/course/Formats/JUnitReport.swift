import Foundation

/// JUnit XML as CI systems read it (https://github.com/testmoapp/junitxml): a suite a unit, a case a check.
///
/// For the instructor: hidden checks are in it.
struct JUnitReport {
  let student: StudentScore

  var xml: String {
    let checks = student.units.flatMap(\.checks)
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append(
      "<testsuites name=\"\(Self.escaped(student.student))\" \(counts(checks)) time=\"\(time(checks))\">"
    )
    for unit in student.units {
      lines.append(
        "  <testsuite name=\"\(unit.unit.folderName)\" \(counts(unit.checks)) time=\"\(time(unit.checks))\">"
      )
      for check in unit.checks {
        let open =
          "    <testcase name=\"\(Self.escaped(check.id))\" classname=\"\(unit.unit.name)\" time=\"\(time([check]))\""
        guard !check.verdict.passed else {
          lines.append(open + "/>")
          continue
        }
        let kind = isError(check) ? "error" : "failure"
        let text = check.verdict.sentences.joined(separator: "\n")
        let first = text.split(separator: "\n").first.map(String.init) ?? ""
        lines.append(open + ">")
        lines.append(
          "      <\(kind) type=\"\(check.verdict.outcome.rawValue)\" message=\"\(Self.escaped(first))\">\(Self.escaped(text))</\(kind)>"
        )
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  private func isError(_ check: CheckScore) -> Bool {
    !check.verdict.passed && check.verdict.outcome != .wrong
  }

  private func counts(_ checks: [CheckScore]) -> String {
    let errors = checks.count(where: isError)
    let failures = checks.count { !$0.verdict.passed } - errors
    return "tests=\"\(checks.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\""
  }

  private func time(_ checks: [CheckScore]) -> String {
    String(format: "%.2f", checks.reduce(0) { $0 + $1.verdict.seconds })
  }

  /// Text for XML 1.0, without the characters that it cannot hold.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
