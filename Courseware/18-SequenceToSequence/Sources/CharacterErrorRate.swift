import CourseKit
import Text

/// Changes of a letter over the number of letters wanted, of all texts together: unit 15's edit distance.
public func characterErrorRate(_ wanted: [[String]], _ written: [[String]]) -> Double {
  // BEGIN SOLUTION
  let changes = zip(wanted, written).reduce(0) { $0 + edits($1.0, $1.1).count }
  return Double(changes) / Double(wanted.reduce(0) { $0 + $1.count })
  // STUB: // `edits(a, b).count` is the distance of two lists. A mean over letters, not over texts.
  // STUB: notImplemented()
  // END SOLUTION
}

/// The share of texts that are right to the last letter.
public func exactShare(_ wanted: [[String]], _ written: [[String]]) -> Double {
  // BEGIN SOLUTION
  Double(zip(wanted, written).filter { $0 == $1 }.count) / Double(wanted.count)
  // END SOLUTION
}
