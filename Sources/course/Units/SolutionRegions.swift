/// Takes the solution out of a source file, leaving the student's stub.
///
/// A region goes from a line `// BEGIN SOLUTION` to a line `// END SOLUTION`. Its `// STUB:` lines take its place,
/// or `notImplemented()` where it has none; a single empty `// STUB:` leaves nothing.
enum SolutionRegions {
  private static let begin = "// BEGIN SOLUTION"
  private static let end = "// END SOLUTION"
  private static let stub = "// STUB:"

  /// The file as the student gets it.
  ///
  /// - Throws: ``Failure`` with the line of a nested, unterminated or misspelt marker.
  static func removed(from source: String, file: String) throws -> String {
    var result: [Substring] = []
    var region: Region?
    for (number, line) in zip(1..., source.split(separator: "\n", omittingEmptySubsequences: false))
    {
      func failure(_ message: String) -> Failure { Failure(message, file: file, line: number) }
      let indent = line.prefix { $0 == " " }
      let text = line.dropFirst(indent.count)
      switch text {
      case begin:
        if let region {
          throw failure("a solution begins inside the one that begins in line \(region.line)")
        }
        region = Region(line: number, indent: indent)
      case end:
        guard let closed = region else { throw failure("a solution ends that has not begun") }
        result += closed.replacement
        region = nil
      case _ where text.hasPrefix(stub):
        guard region != nil else { throw failure("a STUB line outside a solution") }
        region?.stub.append(indent + text.dropFirst(stub.count).drop { $0 == " " })
      case _ where isMisspelt(text):
        throw failure("a marker is exactly “\(begin)” or “\(end)” on a line of its own")
      default:
        if region == nil { result.append(line) }
      }
    }
    if let region {
      throw Failure("this solution has no “\(end)”", file: file, line: region.line)
    }
    return result.joined(separator: "\n")
  }

  /// The worked file without its markers.
  static func solved(_ source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let text = line.drop { $0 == " " }
      return text != begin && text != end && !text.hasPrefix(stub)
    }.joined(separator: "\n")
  }

  /// The lines between the markers of a worked file, without those for the stub.
  static func solutions(in source: String) -> [String] {
    texts(in: source).flatMap { $0.split(separator: "\n").map(String.init) }
  }

  /// Whether the file has a student's part.
  static func exist(in source: String) -> Bool { source.contains(begin) }

  /// The solutions of a file, without the stubs' lines.
  static func texts(in source: String) -> [String] {
    var texts: [String] = []
    var lines: [Substring]?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text == begin {
        lines = []
      } else if text == end {
        if let lines { texts.append(lines.joined(separator: "\n")) }
        lines = nil
      } else if !text.hasPrefix(stub) {
        lines?.append(line)
      }
    }
    return texts
  }

  private static func isMisspelt(_ line: Substring) -> Bool {
    line.contains(/(BEGIN|END) *SOLUTION/.ignoresCase()) || line.contains(/\/\/ *STUB *:/)
  }

  private struct Region {
    let line: Int
    let indent: Substring
    var stub: [Substring] = []

    var replacement: [Substring] {
      if stub.isEmpty { return [indent + "notImplemented()"] }
      return stub.count == 1 && stub[0].allSatisfy { $0 == " " } ? [] : stub
    }
  }
}
