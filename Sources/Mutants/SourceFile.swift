import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A source file with its lines and the student's part of it.
struct SourceFile {
  let bytes: [UInt8]
  let tree: Syntax
  /// Where each line begins.
  private let starts: [Int]
  /// The lines of the marked regions, counted from 0.
  private let marked: Set<Int>

  init(_ text: String) {
    bytes = Array(text.utf8)
    // Operators of NDArray that the table does not know stay as they were parsed.
    tree = OperatorTable.standardOperators.foldAll(Parser.parse(source: text)) { _ in }
    var (starts, marked, isMarked) = ([0], Set<Int>(), false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      starts.append(starts[number] + line.utf8.count + 1)
      switch line.drop(while: { $0 == " " }) {
      case "// BEGIN SOLUTION": isMarked = true
      case "// END SOLUTION": isMarked = false
      default: if isMarked { marked.insert(number) }
      }
    }
    (self.starts, self.marked) = (starts, marked)
  }

  /// The line of a byte, counted from 0.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether these bytes are the student's.
  func isMarked(_ range: Range<Int>) -> Bool {
    let lines = line(of: range.lowerBound)...line(of: max(range.lowerBound, range.upperBound - 1))
    return lines.allSatisfy(marked.contains)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The line around `range` before and after `replacement` takes its place, without indentation; of several lines
  /// the first.
  func lines(around range: Range<Int>, with replacement: String) -> (before: String, after: String)
  {
    let (first, last) = (
      line(of: range.lowerBound), line(of: max(range.lowerBound, range.upperBound - 1))
    )
    let end = min(starts[last + 1] - 1, bytes.count)
    func told(_ text: String) -> String {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: " ").joined(separator: " ")
      }.filter { !$0.isEmpty }
      return (lines.first ?? "") + (lines.count > 1 ? " …" : "")
    }
    let (head, tail) = (text(starts[first]..<range.lowerBound), text(range.upperBound..<end))
    return (told(text(starts[first]..<end)), told(head + replacement + tail))
  }
}

extension SyntaxProtocol {
  /// Its bytes without what is around it.
  var range: Range<Int> {
    positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
  }

  var text: String { trimmedDescription }
}

extension ExprSyntaxProtocol {
  /// The text, in parentheses where it could not stand beside an operator or before a point.
  var operand: String {
    if self.is(InfixOperatorExprSyntax.self) || self.is(TernaryExprSyntax.self)
      || self.is(PrefixOperatorExprSyntax.self) || self.is(SequenceExprSyntax.self)
    {
      return "(\(text))"
    }
    return text
  }
}
